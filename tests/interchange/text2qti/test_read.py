"""The plain text of text2qti as people type it."""

import pytest

from app.interchange.material import Found, Material
from app.interchange.source import Source
from app.interchange.table import format_of
from app.interchange.text2qti.read import fits, read
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion


def _read(text: str) -> Material:
    [material] = read(Source("week_1.md", text.encode()))
    assert all((one.item is None) == (one.refused is not None) for one in material.found)
    return material


def _one(text: str) -> Found:
    [found] = _read(text).found
    return found


def test_a_whole_question_with_label_points_and_feedback() -> None:
    found = _one(
        "Quiz title: Sums\n\nTitle: Adding\nPoints: 2.5\n1.  What is *2+3*?\n... All.\n+   Yes.\n-   No.\n"
        "a)  6\n... Too much.\n*c) 5\n"
    )
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert not found.lost
    assert (found.item.points, question.title) == (2.5, "Adding")
    assert question.item_body == "<p>What is <em>2+3</em>?</p>"
    assert [(one.item_body, one.id == question.right) for one in question.choices] == [
        ("<p>6</p>", False),
        ("<p>5</p>", True),
    ]
    assert question.feedback is not None
    assert dict(question.feedback.wire()) == {
        "neutral": "<p>All.</p>",
        "correct": "<p>Yes.</p>",
        "incorrect": "<p>No.</p>",
    }
    assert dict(question.answer_feedback or {}) == {question.choices[0].id: "<p>Too much.</p>"}


def test_the_title_and_description_of_the_quiz() -> None:
    material = _read("Quiz title: Bees\nQuiz description: About **bees**.\nshuffle answers: true\n\n1. Why?\n____\n")
    assert material.title == "Bees"
    assert material.fields.instructions == "<p>About <strong>bees</strong>.</p>"
    assert [str(loss.what) for loss in material.losses] == ['"shuffle answers: true": a setting of the quiz.']


def test_lines_that_are_indented_go_on() -> None:
    found = _one("1.  First line\n    second line.\n\n    * a point\n*a) yes\nb)  no\n")
    assert found.item is not None
    assert "second line" in (found.item.summary.first_words)
    assert "<li>a point</li>" in str(found.item.entry.wire()["item_body"])


def test_several_right_answers() -> None:
    found = _one("1. Which?\n[*] a\n[ ] b\n[] c\n[*] d\n")
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, MultiAnswerQuestion)
    assert [one.id in question.right for one in question.choices] == [True, False, False, True]


@pytest.mark.parametrize(("stars", "right"), [(("*", ""), True), (("", "*"), False)])
def test_true_or_false(stars: tuple[str, str], right: bool) -> None:
    found = _one(f"1. Sun?\n{stars[0]}a) True\n{stars[1]}b) False\n")
    assert found.item is not None
    assert isinstance(found.item.entry, TrueFalseQuestion)
    assert found.item.entry.right is right


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5", {"type": "exactResponse", "value": "5"}),
        ("1_000", {"type": "exactResponse", "value": "1000"}),
        ("1.5 +- 0", {"type": "exactResponse", "value": "1.5"}),
        (
            "1.4142 +- 0.01",
            {"type": "marginOfError", "value": "1.4142", "margin": "0.01", "margin_type": "absolute"},
        ),
        ("20 +- 5%", {"type": "marginOfError", "value": "20", "margin": "5", "margin_type": "percent"}),
        ("[1.25, 1.26]", {"type": "withinARange", "start": "1.25", "end": "1.26"}),
    ],
)
def test_a_number(text: str, shown: dict[str, str]) -> None:
    found = _one(f"1. How many?\n=   {text}\n")
    assert found.item is not None
    assert isinstance(found.item.entry, NumericQuestion)
    [row] = found.item.entry.wire()["scoring_data"]["value"]
    assert {key: value for key, value in row.items() if key != "id"} == shown


def test_a_word_an_essay_and_an_upload() -> None:
    material = _read("1. Who?\n*   Ann\n*   Anna\n\n2. Discuss.\n____\n\n3. Send.\n^^^^\n")
    assert list(material.types) == ["rich-fill-blank", "essay", "file-upload"]
    blanks = material.items[0].entry
    assert isinstance(blanks, RichFillBlankQuestion)
    assert blanks.blanks[0].accepted == ("Ann", "Anna")


def test_formulas_between_dollars_are_latex() -> None:
    found = _one("1. What is $x_1*x_2*$ for 5$ or \\$6?\n____\n")
    assert found.item is not None
    assert found.item.entry.wire()["item_body"] == r"<p>What is \(x_1*x_2*\) for 5$ or $6?</p>"


def test_groups_texts_and_comments() -> None:
    material = _read(
        "% a note\nCOMMENT\n1. not a question\nEND_COMMENT\nText title: Read\nText: This.\n\nGROUP\npick: 1\n"
        "points per question: 3\n1. One\n____\n2. Two\n____\nEND_GROUP\n3. Three\n____\n"
    )
    assert [item.summary.type for item in material.items] == ["Stimulus", "essay", "essay", "essay"]
    assert [item.local.tags for item in material.items] == [None, ("Group 1",), ("Group 1",), None]
    assert [item.points for item in material.items] == [0, 3, 3, 1]
    assert len(material.lost) == 1


def test_code_is_never_run() -> None:
    material = _read('```{.python .run}\nprint("1. x")\n____\n```\n1. Why?\n____\n')
    assert len(material.found) == 1
    assert [str(loss.what) for loss in material.losses] == ["Line 1: a block of code, which is not run."]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1. Why?\na) x\nb) y\n", "It has no right answer."),
        ("1. Why?\n*a) x\n*b) y\n", "It has several right answers."),
        ("1. Why?\n", "It has no answers."),
        ("1. Why?\n*a) x\n[ ] y\n", "Its answers are of different kinds."),
        ("1. Why?\n= many\n", '"many" is no number.'),
    ],
)
def test_a_question_that_is_wrong_is_refused_and_the_next_is_read(text: str, why: str) -> None:
    wrong, right = _read(f"{text}\n2. Next?\n____\n").found
    assert str(wrong.refused).startswith(why)
    assert right.item is not None


def test_pictures_beside_the_file_are_named() -> None:
    found = _one("1. See ![a bee](bee.png) and <script>x()</script>\n____\n")
    assert found.item is not None
    assert [str(one) for one in found.lost] == ["Picture bee.png: it is not in the file."]
    assert "script" not in str(found.item.entry.wire()["item_body"])


@pytest.mark.parametrize("text", ["", "Dear all,\n", "1. Q\na. x\n*b. y\n", "::t:: Why? {=a ~b}\n"])
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    assert not fits(Source("x.txt", text.encode()))


def test_comments_that_are_never_closed_hide_nothing_and_hang_nothing() -> None:
    assert len(_read("COMMENT\n" * 50_000 + "1. Why?\n____\n").found) == 1


@pytest.mark.parametrize("text", ["1. What is $x$?\na) one\n*b) two\n", "1. Who?\n*   Ann\n"])
def test_markdown_without_a_sign_of_its_own_is_known_by_its_ending(text: str) -> None:
    assert format_of(Source("exam.md", text.encode())).name == "text2qti"
