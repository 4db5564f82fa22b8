"""A question of every type that has an editor, written to the end; and one of each that still has problems."""

from collections.abc import Sequence
from random import Random

from blank_exhibit import blanks, troubled_blanks

from app.models.item import Item
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion, Labelled
from app.models.questions.choices import Choice
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion, Variable
from app.models.questions.generated import with_generated
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    MarginType,
    NumericQuestion,
    PreciseAnswer,
    RangeAnswer,
)
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.pair import Pair
from app.models.table import CREATABLE, question_class

NAMES = (
    "multiple-answers",
    "matching",
    "categories",
    "ordering",
    "fill-in-the-blank",
    "numeric",
    "formula",
    "essay",
    "file-upload",
)
"""What the questions of both quizzes are, in their order."""


def finished_items() -> tuple[Item, ...]:
    """One of each, with what the type has."""
    questions = (_answers(), _matching(), _categories(), _ordering())
    written = (_numeric(), _formula(), _essay(), _upload())
    return (*map(_item, questions), _item(blanks(), points=4), *map(_item, written))


def troubled_items() -> tuple[Item, ...]:
    """One of each, with what the checks find."""
    questions = (_troubled_answers(), _troubled_matching(), _troubled_categories(), _troubled_ordering())
    written = (_troubled_numeric(), _troubled_formula(), _troubled_essay(), _troubled_upload())
    return (*map(_item, questions), troubled_blanks(), *map(_item, written))


def empty_items() -> tuple[Item, ...]:
    """One of every type as it is added, nothing written yet."""
    kinds = (question_class(slug) for slug in CREATABLE)
    return tuple(_item(kind.new(), points=1) for kind in kinds if kind is not None)


def _item(question: Question, points: float = 2) -> Item:
    return Item.of(question, points=points)


def _choices(words: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice.new(f"<p>{text}</p>" if text else "") for text in words)


def _answers(texts: Sequence[str] = ("chlorophyll a", "carotene", "haemoglobin", "xanthophyll")) -> MultiAnswerQuestion:
    asked = MultiAnswerQuestion.new().replaced(item_body="<p>Which pigments does a leaf have?</p>")
    made = asked.with_choices(_choices(texts))
    for place in (0, 1, 3):
        made = made.with_right(made.choices[place].id, True)
    return made.with_partial_credit(True)


def _troubled_answers() -> MultiAnswerQuestion:
    made = _answers(("chlorophyll a", "carotene", "", "carotene"))
    for choice in made.choices:
        made = made.with_right(choice.id, False)
    return made


def _matching() -> MatchingQuestion:
    asked = MatchingQuestion.new().replaced(item_body="<p>What happens where?</p>")
    pairs = (Pair("1", "thylakoid", "light is taken up"), Pair("2", "stroma", "sugar is made"))
    more = Pair("3", "stoma", "gases go in and out")
    return asked.with_pairs((*pairs, more), ("proteins are folded",)).with_partial_credit(True)


def _troubled_matching() -> MatchingQuestion:
    pairs = (Pair("1", "thylakoid", "light is taken up"), Pair("2", "stroma", ""), Pair("3", "stoma", "gas exchange"))
    return _matching().with_pairs(pairs, ("gas exchange",))


def _categories() -> CategorizationQuestion:
    asked = CategorizationQuestion.new().replaced(item_body="<p>Put each plant where it belongs.</p>")
    moss, fern = Labelled.new("Without seeds"), Labelled.new("With seeds")
    made = asked.with_categories((moss, fern))
    made = made.with_answers(moss.id, (Labelled.new("moss"), Labelled.new("fern")))
    made = made.with_answers(fern.id, (Labelled.new("pine"), Labelled.new("oak"), Labelled.new("wheat")))
    return made.with_answers(None, (Labelled.new("mushroom"),))


def _troubled_categories() -> CategorizationQuestion:
    made = _categories()
    first, second = made.categories
    return made.with_answers(first.id, ()).with_categories((first, second.replaced(item_body="")))


def _ordering() -> OrderingQuestion:
    asked = OrderingQuestion.new().replaced(item_body="<p>Follow the water through a plant.</p>")
    return asked.with_choices(_choices(("root hair", "xylem", "leaf", "stoma"))).with_labels("Soil", "Air")


def _troubled_ordering() -> OrderingQuestion:
    return _ordering().with_choices(_choices(("root hair", "", "root hair")))


def _numeric() -> NumericQuestion:
    asked = NumericQuestion.new().replaced(item_body="<p>How long is a year on Mars?</p>")
    percent = MarginAnswer.new("687", "1", MarginType.PERCENT)
    return asked.with_answers(
        (ExactAnswer.new("668.6"), percent, RangeAnswer.new("22", "23"), PreciseAnswer.new("1.88"))
    )


def _troubled_numeric() -> NumericQuestion:
    return _numeric().with_answers((ExactAnswer.new("many"), RangeAnswer.new("690", "680"), ExactAnswer.new("687")))


def _formula() -> FormulaQuestion:
    text = "<p>A plant grows `v` mm a day. How many cm does it grow in `d` days?</p>"
    speed = Variable.new("v").replaced(min="1", max="9", precision=1)
    days = Variable.new("d").replaced(min="5", max="30", precision=0)
    asked = FormulaQuestion.new().replaced(item_body=text).with_variables((speed, days))
    asked = asked.with_formula("v*d/10").with_margin("0.1", MarginType.ABSOLUTE)
    made = with_generated(asked, count=6, decimals=2, random=Random(3))
    assert made is not None
    return made


def _troubled_formula() -> FormulaQuestion:
    made = _formula()
    first, *others = made.solutions
    return made.with_solutions((first.replaced(output="1"), *others)).with_formula("v*d/(10")


def _essay() -> EssayQuestion:
    asked = EssayQuestion.new().replaced(item_body="<p>Why are most leaves flat? Give two reasons.</p>")
    asked = asked.with_word_limit(True, least=100, most=250)
    return asked.with_notes("Area for light; short ways for gases. One point each.")


def _troubled_essay() -> EssayQuestion:
    return _essay().with_word_limit(True, least=300, most=200)


def _upload() -> FileUploadQuestion:
    asked = FileUploadQuestion.new().replaced(item_body="<p>Hand in your drawing of a stoma.</p>")
    return asked.with_count(True, 2).with_types(True, (".png", ".jpg", ".pdf"))


def _troubled_upload() -> FileUploadQuestion:
    return _upload().with_types(True, ())
