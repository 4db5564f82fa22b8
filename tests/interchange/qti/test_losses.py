"""What a New Quizzes file cannot say is told, by question and by name; what it can is not."""

import re
from base64 import b64encode

import pytest
from hypothesis import given

from app.interchange.maker import placeholder
from app.interchange.qti.read import read
from app.interchange.qti.write import write
from app.interchange.source import Source, quietly
from app.models.item import Item
from app.models.local import Local, QuizLocal
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.numeric import ExactAnswer, NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.pair import Pair
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.interchange.qti.conftest import PICTURE, again, media
from tests.interchange.qti.files import html, item, quiz
from tests.interchange.qti.reading import one
from tests.support.strategies.quizzes import quizzes
from tests.support.strategies.rich_fill_blank import questions as blanks


def lost(*items: Item) -> list[str]:
    """What is told of a quiz of these, without its places."""
    return [str(one.what) for one in write(Quiz("q", NewQuiz(title="Exam"), items), media, quietly).losses]


def told(question: Question, **local: object) -> list[str]:
    """What is told of a question."""
    return lost(Item.of(question).with_local(Local.model_validate(local)))


def test_what_the_format_has_is_not_told() -> None:
    question = (
        ChoiceQuestion.new().replaced(title="Label", calculator_type="basic").with_feedback("neutral", "<p>F</p>")
    )
    assert told(question) == []


def test_the_score_method_of_categories() -> None:
    scoring = CategorizationQuestion.new().scoring_data
    assert scoring is not None
    question = CategorizationQuestion.new().replaced(scoring_data=scoring.replaced(score_method="partial"))
    assert told(question) == ["How categories are scored: all or nothing is written."]


def test_words_of_ones_own_for_true_and_false() -> None:
    assert told(TrueFalseQuestion.new().with_labels("Yes", "No")) == [
        "The words for true and for false: Canvas may show its own."
    ]


def test_shuffling_of_prompts_and_texts_that_canvas_may_take_for_others() -> None:
    pairs = (Pair("1", "a", "x & y"), Pair("2", "b", "x & y"))
    assert told(MatchingQuestion.new().with_pairs(pairs, ()).with_shuffled(True)) == [
        "Shuffling of the prompts.",
        "Prompts with the same answer: Canvas may take another of them for right.",
        "& or < in an answer: Canvas may show it as &amp; or &lt;.",
    ]


def test_keys_that_nobody_knows() -> None:
    question = EssayQuestion.new().replaced(interaction_data={"rce": True, "ink": 1}, outcome="5")
    assert told(question) == ["Data that Quizwright does not know (ink, outcome)."]


def test_keys_that_nobody_knows_in_maps_and_rows() -> None:
    question = TrueFalseQuestion.new().replaced(properties={"hint": 1})
    assert told(question) == ["Data that Quizwright does not know (hint)."]
    rows = OrderingQuestion.new().wire()
    rows["interaction_data"]["choices"] = {"a": {"id": "a", "item_body": "", "colour": "red"}}
    assert told(OrderingQuestion.model_validate(rows)) == ["Data that Quizwright does not know (colour)."]


def test_keys_that_canvas_itself_makes_are_no_loss() -> None:
    made = {"id": "7", "user_response_type": "Text", "created_at": "2026-01-01", "updated_at": "2026-01-01"}
    assert told(EssayQuestion.new().replaced(**made)) == []


def test_what_only_this_library_knows() -> None:
    assert told(EssayQuestion.new(), tags=("hard",), region_names={"1": "Leaf"}) == ["Your tags.", "Names of regions."]
    made = Quiz("q", NewQuiz(title="Exam"), (), QuizLocal(tags=("week 1",)))
    assert [(one.where, str(one.what)) for one in write(made, media, quietly).losses] == [("Exam", "Your tags.")]


def test_numbers_that_are_not_complete() -> None:
    assert told(NumericQuestion.new().with_answers((ExactAnswer.new("1"), ExactAnswer.new("x")))) == [
        "A number that is not complete."
    ]


def test_solutions_that_are_still_wanted() -> None:
    assert told(FormulaQuestion.new().with_wanted_solutions(9)) == [
        "How many solutions are wanted: those that are there count."
    ]


def test_signs_that_xml_cannot_hold() -> None:
    assert told(EssayQuestion.new().replaced(item_body="<p>a\x07b</p>")) == ["Signs that XML cannot hold."]


def test_pictures_elsewhere_and_pictures_inside_a_text() -> None:
    inline = f"data:image/png;base64,{b64encode(PICTURE).decode()}"
    body = f'<p><img src="https://canvas.test/files/3/cat.png?x=1" alt=""><img src="{inline}" alt=""></p>'
    made = Quiz("q", NewQuiz(title="Exam"), (Item.of(EssayQuestion.new().replaced(item_body=body)),))
    assert lost(*made.items) == ["Picture cat.png: only its address is in the file."]
    assert len(again(made).media) == 1


@given(blanks())
def test_shuffling_in_blanks_and_words_without_a_blank(question: Question) -> None:
    expected = []
    blanks_of = getattr(question, "blanks", ())
    if any(blank.shuffled for blank in blanks_of):
        expected.append("Shuffling in blanks.")
    if getattr(question, "word_bank", ()) and all(blank.answer_type != "wordbank" for blank in blanks_of):
        expected.append("The words of the bank: no blank takes one.")
    assert told(question) == expected


def test_an_oval_is_to_be_looked_at() -> None:
    region = {"id": 1, "type": "oval", "coordinates": [{"x": 0.1, "y": 0.1}, {"x": 0.2, "y": 0.2}]}
    raw = {"interaction_type_slug": "hot-spot", "scoring_data": {"value": [region]}}
    [said] = lost(Item.from_wire({"entry_type": "Item", "points_possible": 1, "entry": raw}))
    assert said.startswith("An oval")


@pytest.mark.parametrize("kind", ["Bank", "BankEntry", "Outcome"])
def test_rows_of_banks_are_not_in_the_file(kind: str) -> None:
    row = Item.from_wire({"entry_type": kind, "points_possible": 1, "entry": {"title": "Pool"}})
    written = write(Quiz("q", NewQuiz(title="Exam"), (row,)), media, quietly)
    assert written.missing == {row.id}
    assert len(written.losses) == 1


def test_a_question_of_an_unknown_kind_goes_back_as_it_came() -> None:
    strange = item("drag_question", html("<p>Drag</p>"), title="Planets", ident="s")
    [kept] = one(quiz(strange)).items
    whole = Quiz("q", NewQuiz(title="Exam"), (kept,))
    written = write(whole, media, quietly)
    assert not written.missing
    [said] = written.losses
    assert str(said.what) == "Its kind is not known here: it goes back as it came, without its pictures."
    [back] = again(whole).items
    after, before = back.entry.wire(), kept.entry.wire()
    assert re.sub(r">\s+<", "><", after.pop("source")) == before.pop("source")
    assert after == before


@pytest.mark.parametrize("source", ["", "<question/>", "<item", "<!DOCTYPE item><item/>", "<x><item/></x>"])
def test_other_sources_of_unknown_kinds_are_not_in_the_file(source: str) -> None:
    row = placeholder("stack", "<p>?</p>", source)
    assert write(Quiz("q", NewQuiz(title="Exam"), (row,)), media, quietly).missing == {row.id}


def test_a_text_goes_as_a_passage_and_comes_back() -> None:
    entry = {"title": "Poem", "body": "<p>Read</p>", "orientation": "left", "instructions": "First", "passage": True}
    row = Item.from_wire({"entry_type": "Stimulus", "points_possible": 0, "entry": entry})
    made = Quiz("q", NewQuiz(title="Exam"), (row,))
    assert len(write(made, media, quietly).losses) == 1
    [back] = again(made).items
    assert back.entry.wire() == entry


@given(quizzes(valid=False, read_only=True))
def test_unfinished_quizzes_are_written_and_counted(made: Quiz) -> None:
    """Hot spots of drafts name pictures that no library has; here any picture stands for them."""
    written = write(made, lambda _: b"", quietly)
    [material] = read(Source("quiz.zip", written.data))
    assert len(material.found) == len(made.items) - len(written.missing)
    assert all(one.refused is None for one in material.found)
    assert all(any(loss.where for loss in written.losses) for row in made.items if row.id in written.missing)
