"""Each type as New Quizzes exports it, written by hand after its description (interchange.md 1.1)."""

import pytest

from app.geometry.shape import Polygon
from app.interchange.material import Found
from app.interchange.qti.read import read
from app.interchange.source import Source
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericAnswer, NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from tests.interchange.qti.conftest import PICTURE, REFERENCE
from tests.interchange.qti.files import choices, condition, html, item, packed, plain, quiz, scored

ONE, TWO, THREE = (f"0000000{n}-8b86-4d01-b42d-00cf4fc964ff" for n in (1, 2, 3))


def found(*parts: str, **fields: str) -> Found:
    """The question of an item, in a package with the picture."""
    data = packed({"q1/q1.xml": quiz(item(*parts, **fields)), "Uploaded Media/6f96": PICTURE})
    [material] = read(Source("exam.zip", data))
    [one] = material.found
    assert not one.lost
    return one


def question(*parts: str, **fields: str) -> Question:
    """A question that comes whole."""
    made = found(*parts, **fields)
    assert made.item is not None
    assert made.item.points == 2
    assert isinstance(made.item.entry, Question)
    return made.item.entry


def test_true_false() -> None:
    shown = html("<p>Bees fly.</p>") + choices({ONE: "True", TWO: "False"})
    made = question("true_false_question", shown, scored(TWO), calculator_type="basic")
    assert isinstance(made, TrueFalseQuestion)
    assert made.right is False
    assert made.labels == ("True", "False")
    assert made.calculator_type == "basic"


def test_true_false_with_false_first() -> None:
    shown = html("<p>Bees fly.</p>") + choices({ONE: "False", TWO: "True"})
    made = question("true_false_question", shown, scored(TWO))
    assert isinstance(made, TrueFalseQuestion)
    assert made.right is True


def test_multiple_choice_with_shuffling_and_a_lock() -> None:
    shown = choices({ONE: "<p>A</p>", TWO: "<p>None</p>"}).replace("<render_choice>", '<render_choice shuffle="Yes">')
    shown = shown.replace(f'ident="{TWO}"', f'ident="{TWO}" lock="Yes"')
    made = question("multiple_choice_question", html("<p>Which?</p>") + shown, scored(ONE), title="First")
    assert isinstance(made, ChoiceQuestion)
    assert (made.right, made.shuffle.shuffled, made.shuffle.locked) == (ONE, True, (1,))
    assert [one.id for one in made.choices] == [ONE, TWO]
    assert (made.title, made.item_body) == ("First", "<p>Which?</p>")


def test_multiple_choice_with_points_for_each_answer() -> None:
    earned = scored(ONE, points="2.0") + scored(TWO, points="0.5", correctanswer="Yes")
    made = question("multiple_choice_question", html("<p>Which?</p>") + choices({ONE: "A", TWO: "B"}), earned)
    assert isinstance(made, ChoiceQuestion)
    assert made.varies_points
    assert made.right == TWO
    assert [made.points_of(one.id) for one in made.choices] == [2, 0.5]


@pytest.mark.parametrize("algorithm", ["PartialScore", "AllOrNothing"])
def test_multiple_answers(algorithm: str) -> None:
    right = (
        f"<and><varequal respident='response1'>{ONE}</varequal><not><varequal respident='response1'>{TWO}</varequal>"
        f"</not><varequal respident='response1'>{THREE}</varequal></and>"
    )
    shown = html("<p>Which?</p>") + choices({ONE: "A", TWO: "B", THREE: "C"}, cardinality="Multiple")
    made = question("multiple_answers_question", shown, condition(right), scoring_algorithm=algorithm)
    assert isinstance(made, MultiAnswerQuestion)
    assert made.right == (ONE, THREE)
    assert made.scoring_algorithm == algorithm


def _row(ident: str, text: str, labels: dict[str, str], cardinality: str = "Single") -> str:
    shown = choices(labels, response=ident, cardinality=cardinality).replace("text/html", "text/plain")
    return shown.replace("<render_choice>", f"{plain(text)}<render_choice>")


@pytest.mark.parametrize(("algorithm", "partial"), [("PartialDeep", True), ("DeepEquals", False)])
def test_matching(algorithm: str, partial: bool) -> None:
    pool = {"a": "Honey", "b": "Silk", "distractor_1": "Milk"}
    shown = html("<p>Match.</p>") + _row("response_11", "Bee", pool) + _row("response_12", "Spider", pool)
    right = scored("a", response="response_11", action="Add", points="50.00")
    right += scored("b", response="response_12", action="Add", points="50.00")
    made = question("matching_question", shown, right, scoring_algorithm=algorithm)
    assert isinstance(made, MatchingQuestion)
    assert [(pair.id, pair.prompt, pair.answer) for pair in made.pairs] == [
        ("11", "Bee", "Honey"),
        ("12", "Spider", "Silk"),
    ]
    assert made.distractors == ("Milk",)
    assert made.gives_partial_credit is partial


def test_categorization() -> None:
    pool = {ONE: "Ant", TWO: "Oak", THREE: "Rock"}
    animals, plants = f"a{ONE[1:]}", f"b{ONE[1:]}"
    shown = _row(animals, "Animals", pool, "Multiple") + _row(plants, "Plants", pool, "Multiple")
    right = scored(ONE, response=animals, action="Add") + scored(TWO, response=plants, action="Add")
    made = question("categorization_question", html("<p>Sort.</p>") + shown, right)
    assert isinstance(made, CategorizationQuestion)
    assert dict(made.key) == {animals: (ONE,), plants: (TWO,)}
    assert [one.item_body for one in made.distractors] == ["Rock"]


def test_ordering() -> None:
    rows = "".join(f'<flow_label><response_label ident="{key}">{html(text)}</response_label></flow_label>'
                   for key, text in {ONE: "<p>Third</p>", TWO: "<p>First</p>"}.items())  # fmt: skip
    shown = (
        '<response_lid ident="response1" rcardinality="Ordered"><render_extension><material position="top"><mattext>Old'
        f'</mattext></material><ims_render_object shuffle="No" orientation="Row">{rows}</ims_render_object>'
        '<material position="bottom"><mattext>New</mattext></material></render_extension></response_lid>'
    )
    made = question("ordering_question", html("<p>Order.</p>") + shown, scored(TWO, ONE))
    assert isinstance(made, OrderingQuestion)
    assert [one.item_body for one in made.choices] == ["<p>First</p>", "<p>Third</p>"]
    assert (made.labels.top_label, made.labels.bottom_label) == ("Old", "New")
    assert made.labels.display_answers_paragraph
    assert made.item_body == "<p>Order.</p>"


def _blank(ident: str, shown: str, labels: dict[str, str], **marks: str) -> str:
    attributes = "".join(f' {key}="{value}"' for key, value in marks.items())
    row = _row(f"response_{ident}", shown, labels)
    return row.replace("<response_label ", f"<response_label{attributes} ")


@pytest.mark.parametrize(
    ("algorithm", "marks"),
    [
        ("TextContainsAnswer", {}),
        ("TextCloseEnough", {"levenshtein_distance": "2", "ignore_case": "true"}),
        ("TextEquivalence", {}),
        ("TextInChoices", {}),
        ("TextRegex", {}),
    ],
)
def test_blanks_to_type_into(algorithm: str, marks: dict[str, str]) -> None:
    labels = {f"{ONE}-0": "red", f"{ONE}-1": "blue"} if algorithm == "TextInChoices" else {f"{ONE}-0": "red"}
    row = _blank(ONE, "red", labels, answer_type="openEntry", scoring_algorithm=algorithm, **marks)
    right = scored(f"{ONE}-0", response=f"response_{ONE}", action="Add")
    made = question("fill_in_multiple_blanks_question", html(f"<p>Roses are [{ONE}].</p>") + row, right)
    assert isinstance(made, RichFillBlankQuestion)
    [blank] = made.blanks
    assert (blank.id, blank.algorithm, blank.accepted) == (ONE, algorithm, tuple(labels.values()))
    assert made.item_body == f'<p>Roses are <span id="blank_{ONE}"></span>.</p>'
    if marks:
        assert (blank.edit_distance, blank.ignore_case) == (2, True)


def test_a_list_and_a_word_bank_in_one_text() -> None:
    lists = _blank(ONE, "big", {TWO: "big", THREE: "small"}, answer_type="dropdown", scoring_algorithm="Equivalence")
    word = _blank(TWO, "sea", {ONE: "sea", THREE: "sky"}, answer_type="wordbank", allow_reuse="true",
                  scoring_algorithm="TextEquivalence")  # fmt: skip
    right = scored(TWO, response=f"response_{ONE}") + scored(ONE, response=f"response_{TWO}")
    stem = html(f"<p>A [{ONE}] [{TWO}]</p>")
    made = question("fill_in_multiple_blanks_question", stem + lists + word, right)
    assert isinstance(made, RichFillBlankQuestion)
    assert [blank.shown for blank in made.blanks] == ["big", "sea"]
    assert [one.item_body for one in made.word_bank] == ["sea", "sky"]
    assert made.reuses_words


DECIMAL = (
    '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal">'
    '<response_label ident="answer1"/></render_fib></response_str>'
)


def _number(value: str, low: str, high: str, strict: str = "vargte", **marks: str) -> NumericAnswer:
    attributes = "".join(f' {key}="{part}"' for key, part in marks.items())
    equal = f"<varequal respident='response1'{attributes}>{value}</varequal>" if value else ""
    both = f"<{strict} respident='response1'>{low}</{strict}><varlte respident='response1'>{high}</varlte>"
    inner = f"<or>{equal}<and>{both}</and></or>" if value else both
    made = question("numerical_question", html("<p>?</p>") + DECIMAL, condition(inner))
    assert isinstance(made, NumericQuestion)
    [answer] = made.answers
    return answer


@pytest.mark.parametrize(
    ("given", "ours"),
    [
        (("4.0", "4.0", "4.0", "vargte", {}), {"type": "exactResponse", "value": "4"}),
        (
            ("5.0", "4.95", "5.05", "vargte", {"margintype": "percent", "margin": "1"}),
            {"type": "marginOfError", "value": "5", "margin": "1", "margin_type": "percent"},
        ),
        (("", "6.0", "8.5", "vargte", {}), {"type": "withinARange", "start": "6", "end": "8.5"}),
        (
            ("8.0", "7.5", "8.5", "vargt", {"precisiontype": "significantDigits", "precision": "1"}),
            {"type": "preciseResponse", "value": "8", "precision": "1", "precision_type": "significantDigits"},
        ),
        # Classic quizzes say nothing beside the bounds.
        (
            ("1000.0", "999.995", "1000.005", "vargt", {}),
            {"type": "preciseResponse", "value": "1000", "precision": "2", "precision_type": "decimals"},
        ),
        (
            ("10.0", "9.8", "10.2", "vargte", {}),
            {"type": "marginOfError", "value": "10", "margin": "0.2", "margin_type": "absolute"},
        ),
    ],
)
def test_numeric(given: tuple[str, str, str, str, dict[str, str]], ours: dict[str, str]) -> None:
    value, low, high, strict, marks = given
    wire = _number(value, low, high, strict, **marks).wire()
    assert {key: part for key, part in wire.items() if key != "id"} == ours


def test_formula() -> None:
    extra = (
        '<itemproc_extension><calculated><answer_tolerance>0.5</answer_tolerance><formulas decimal_places="1" '
        'scientific_notation="false"><formula>2 * x</formula></formulas><vars><var name="x" scale="1"><min>1.0</min>'
        '<max>2.5</max></var></vars><var_sets><var_set ident="1"><var name="x">1.5</var><answer>3.0</answer></var_set>'
        "</var_sets></calculated></itemproc_extension>"
    )
    made = question("calculated_question", html("<p>Twice `x`?</p>") + DECIMAL, condition("<other/>"), extra=extra)
    assert isinstance(made, FormulaQuestion)
    assert made.formula == "2 * x"
    [variable] = made.variables
    assert (variable.name, variable.min, variable.max, variable.precision) == ("x", "1", "2.5", 1)
    [solution] = made.solutions
    assert str(solution.result) == "3"
    assert (made.margin.margin, made.margin.margin_type) == ("0.5", "absolute")


def test_essay() -> None:
    shown = (
        '<response_str ident="response1" rcardinality="Single" rce="No" word_count="Yes" spell_check="Yes" '
        'word_limit_max="500" word_limit_min="140" word_limit_enabled="Yes"><render_fib/></response_str>'
    )
    made = question("essay_question", html("<p>Why?</p>") + shown, grading_notes="Two points for each reason")
    assert isinstance(made, EssayQuestion)
    assert made.notes == "Two points for each reason"
    options = made.options
    assert (options.rce, options.word_count, options.spell_check) == (False, True, True)
    assert (options.least, options.most) == (140, 500)


def test_file_upload() -> None:
    text = item("file_upload_question", html("<p>Hand in.</p>")).replace(
        "<presentation>", '<presentation allowed_types="png,.pdf" files_count="2">'
    )
    [material] = read(Source("exam.xml", quiz(text).encode()))
    [made] = (one.entry for one in material.items)
    assert isinstance(made, FileUploadQuestion)
    assert made.allowed_types == (".png", ".pdf")
    assert (made.restricts_count, made.files_count, made.restricts_types) == (True, 2, True)


def test_hot_spot_with_several_regions() -> None:
    shown = (
        f'<flow><response_xy ident="response1" rcardinality="Multiple" rtiming="No">{html("<p>Where?</p>")}'
        '<render_hotspot><material><matimage uri="$IMS-CC-FILEBASE$/Uploaded Media/6f96"/></material>'
        '<response_label ident="response1" rarea="rectangle">0.1,0.2,0.3,0.4</response_label>'
        '<response_label ident="response2" rarea="bounded">0.9,0.1,0.2,0.3,0.5,0.5</response_label>'
        "</render_hotspot></response_xy></flow>"
    )
    one = found("hot_spot_question", shown)
    assert one.item is not None
    made = one.item.entry
    assert isinstance(made, HotSpotQuestion)
    assert made.picture == REFERENCE
    first, second = made.regions(one.item.local)
    assert isinstance(second.shape, Polygon)
    assert [region.id for region in (first, second)] == ["1", "2"]
    assert made.scoring_algorithm == ScoringAlgorithm.HOT_SPOT
