"""Lists of questions as instructors have them, clean and dirty."""

import pytest

from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import MarginAnswer, NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from tests.interchange.conftest import Read, losses

OPTIONS = "a. Bergen\n{}b. Oslo\nc. Rome\n"


def _right(question: object) -> list[str]:
    assert isinstance(question, ChoiceQuestion)
    return [one.item_body or "" for one in question.choices if one.id == question.right]


@pytest.mark.parametrize(
    "text",
    [
        "1. Capital?\n" + OPTIONS.format("*"),
        "1) Capital?\na) Bergen\n*b) Oslo\nc) Rome",
        "1. Capital?\n  a.  Bergen\n  * b.  Oslo\n  c.  Rome",
        "1. Capital?\n(a) Bergen\n*(b) Oslo\n(c) Rome",
        "1. Capital?\n" + OPTIONS.format("") + "Answer: B",
        "1. Capital?\n" + OPTIONS.format("") + "ANS: b",
        "1. Capital?\n" + OPTIONS.format("") + "Correct answer: (b)",
        "1. Capital?\n" + OPTIONS.format("") + "Key: Oslo",
        "1. Capital?\n" + OPTIONS.format("") + "\nAnswers:\n1. B",
        "1. Capital?\n" + OPTIONS.format("") + "\nAnswer key\n1) b",
        "1. Capital?\n- Bergen\n✓ Oslo\n- Rome",
        "Question 1: Capital?\nA. Bergen\n*B. Oslo\nC. Rome",
        "1. Capital?\r\nA. Bergen\r\n*B. Oslo\r\nC. Rome\r\n",
    ],
)
def test_the_right_answer_is_found_however_it_is_marked(read: Read, text: str) -> None:
    material = read("text", text)
    [found] = material.found
    assert found.item is not None
    assert losses(found) == []
    assert _right(found.item.entry) == ["<p>Oslo</p>"]
    assert found.item.summary.first_words == "Capital?"


def test_several_stars_are_multiple_answers(read: Read) -> None:
    [item] = read("text", "1. Cities?\n*a. Bergen\n*b. Oslo\nc. the sea").items
    assert isinstance(item.entry, MultiAnswerQuestion)
    assert [one.id in item.entry.right for one in item.entry.choices] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1. The sun is hot.\n*a. True\nb. False", True),
        ("1. The sun is cold.\na. True\n*b. False", False),
        ("1. The sun is hot.\nAnswer: True", True),
        ("1. The sun is cold.\nAnswer: f", False),
        ("Type: TF\n1. The sun is hot.\na. True\nb. False\nAnswer: A", True),
    ],
)
def test_true_and_false(read: Read, text: str, key: bool) -> None:
    [item] = read("text", text).items
    assert isinstance(item.entry, TrueFalseQuestion)
    assert item.entry.right is key


def test_respondus_says_title_points_and_type_above_a_question(read: Read) -> None:
    text = (
        "Type: E\nTitle: First\nPoints: 5\n1) Discuss.\n\n"
        "Title: Second\nType: F\n2) Water is ____.\na. H2O\nb. water\n\n"
        "Points: 0.5\n3) Which?\n*a) this\n~ Well done.\n@ No, the other.\nb) that\n"
    )
    essay, blank, choice = read("text", text).items
    assert isinstance(essay.entry, EssayQuestion)
    assert (essay.entry.title, essay.points) == ("First", 5)
    assert isinstance(blank.entry, RichFillBlankQuestion)
    assert (blank.entry.title, blank.entry.blanks[0].accepted, blank.points) == ("Second", ("H2O", "water"), 1)
    assert blank.entry.scoring_data is not None
    assert blank.entry.scoring_data.working_item_body == "<p>Water is `H2O`.</p>"
    assert choice.points == 0.5
    assert choice.entry.feedback is not None  # type: ignore[union-attr]
    assert choice.entry.feedback.correct == "<p>Well done.</p>"  # type: ignore[union-attr]


def test_points_in_brackets_and_feedback_below(read: Read) -> None:
    [item] = read("text", "1. Capital? (2 points)\n*a. Oslo\nb. Rome\nExplanation: it is in the north").items
    assert (item.points, item.summary.first_words) == (2, "Capital?")
    assert item.entry.feedback.neutral == "<p>it is in the north</p>"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("answer", "margin"), [("3.5", None), ("3,5", None), ("3.5 +/- 0.1", "0.1"), ("3.5 ± 0.1", "0.1")]
)
def test_numbers(read: Read, answer: str, margin: str | None) -> None:
    [item] = read("text", f"1. How many?\nAnswer: {answer}").items
    assert isinstance(item.entry, NumericQuestion)
    [found] = item.entry.answers
    assert getattr(found, "value", None) == "3.5"
    assert (found.margin if isinstance(found, MarginAnswer) else None) == margin


def test_matching_and_ordering_by_type(read: Read) -> None:
    pairs, rows = read(
        "text", "Type: MT\n1. Match.\na. Norway = Oslo\nb. Italy = Rome\n\nType: ORD\n2. Order.\na. one\nb. two"
    ).items
    assert isinstance(pairs.entry, MatchingQuestion)
    assert [(pair.prompt, pair.answer) for pair in pairs.entry.pairs] == [("Norway", "Oslo"), ("Italy", "Rome")]
    assert isinstance(rows.entry, OrderingQuestion)
    assert [row.item_body for row in rows.entry.choices] == ["one", "two"]


def test_lines_go_on_in_questions_and_answers(read: Read) -> None:
    [item] = read("text", "1. A question\nover two lines?\n*a. an answer\nthat goes on\nb. no").items
    assert item.entry.item_body == "<p>A question</p><p>over two lines?</p>"  # type: ignore[union-attr]
    assert _right(item.entry) == ["<p>an answer<br>that goes on</p>"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. Q?\na. x\nb. y", ["No answer is marked as right."]),
        ("1. Q?", ["It has neither answers nor a type. Write Type: E above it where it is an essay."]),
        ("Type: MT\n1. Q?\na. Norway Oslo", ["A pair has no = between its sides."]),
        ("1. A ____ b ____ c.\nAnswer: x", ["Several gaps with one answer: the first is the blank."]),
        ("Type: NUM\n1. Q?\nAnswer: many", ["No answer is marked as right."]),
    ],
)
def test_what_is_missing_is_told(read: Read, text: str, told: list[str]) -> None:
    [found] = read("text", f"{text}\n").found
    assert losses(found) == told


def test_a_bad_question_never_eats_the_next(read: Read) -> None:
    material = read("text", "Exam of May\n\n1. Nothing\n\n2. Q?\n*a. x\nb. y\n\n3. Discuss\nType: E\n")
    assert [one.item is None for one in material.found] == [True, False, False]
    assert [str(what) for what in material.lost] == ['Lines before the first question: "Exam of May".']


def test_signs_of_html_stay_signs(read: Read) -> None:
    [item] = read("text", "1. Is 1 < 2 & 3 > 2?\n*a. <b>yes</b>\nb. no").items
    assert item.entry.item_body == "<p>Is 1 &lt; 2 &amp; 3 &gt; 2?</p>"  # type: ignore[union-attr]
    assert _right(item.entry) == ["<p>&lt;b&gt;yes&lt;/b&gt;</p>"]
