"""Every kind of GIFT question, and the dirty ones that real files hold."""

from decimal import Decimal

import pytest

from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.numeric_interval import taken_by
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from tests.interchange.conftest import Read, losses


def _only(read: Read, text: str) -> tuple[object, list[str]]:
    [found] = read("gift", text).found
    assert found.item is not None, found.refused
    return found.item.entry, losses(found)


def test_multiple_choice(read: Read) -> None:
    question, lost = _only(read, "::Capital::What is the capital of Norway? {=Oslo#Yes ~Bergen#Older ~Rome}")
    assert isinstance(question, ChoiceQuestion)
    assert (question.title, question.item_body) == ("Capital", "<p>What is the capital of Norway?</p>")
    assert [one.item_body for one in question.choices] == ["<p>Oslo</p>", "<p>Bergen</p>", "<p>Rome</p>"]
    assert question.right == question.choices[0].id
    assert list((question.answer_feedback or {}).values()) == ["<p>Yes</p>", "<p>Older</p>"]
    assert lost == []


def test_weights_become_points_by_answer(read: Read) -> None:
    question, lost = _only(read, "Which? {=best ~%50%good ~%-25%bad}")
    assert isinstance(question, ChoiceQuestion)
    assert question.varies_points
    assert [question.points_of(one.id) for one in question.choices] == [1, 0.5, 0]
    assert lost == ["Wrong answers that cost points: Canvas takes none off."]


def test_the_answer_with_the_equals_sign_is_the_right_one_though_another_earns_as_much(read: Read) -> None:
    question, lost = _only(read, "Which is green? {~%100%leaf =stem ~bark}")
    assert isinstance(question, ChoiceQuestion)
    assert (question.right, lost) == (question.choices[1].id, [])


def test_several_weights_are_multiple_answers(read: Read) -> None:
    question, lost = _only(read, "Which two? {~%50%a ~%50%b ~%-50%c}")
    assert isinstance(question, MultiAnswerQuestion)
    assert [one.id in question.right for one in question.choices] == [True, True, False]
    assert question.gives_partial_credit
    assert lost == []


def test_wrong_answers_that_take_off_more_than_in_canvas_are_told(read: Read) -> None:
    _, lost = _only(read, "Which two? {~%50%a ~%50%b ~%-100%c}")
    assert lost == ["What wrong answers take off: in Canvas it is as much as a right one earns."]


@pytest.mark.parametrize(("key", "right"), [("T", True), ("TRUE", True), ("f", False), ("False", False)])
def test_true_false(read: Read, key: str, right: bool) -> None:
    question, _ = _only(read, f"The sun is hot. {{{key}#No, it is.#Right.}}")
    assert isinstance(question, TrueFalseQuestion)
    assert question.right is right
    assert question.feedback is not None
    assert (question.feedback.incorrect, question.feedback.correct) == ("<p>No, it is.</p>", "<p>Right.</p>")


def test_matching_with_a_distractor(read: Read) -> None:
    question, _ = _only(read, "Match. {=Norway -> Oslo =Italy -> Rome = -> Berlin}")
    assert isinstance(question, MatchingQuestion)
    assert [(pair.prompt, pair.answer) for pair in question.pairs] == [("Norway", "Oslo"), ("Italy", "Rome")]
    assert question.distractors == ("Berlin",)


def test_short_answer_and_missing_word(read: Read) -> None:
    question, _ = _only(read, "Water is {=H2O =water} at room temperature.")
    assert isinstance(question, RichFillBlankQuestion)
    [blank] = question.blanks
    assert blank.accepted == ("H2O", "water")
    assert question.body == f'<p>Water is <span id="blank_{blank.id}"></span> at room temperature.</p>'
    assert question.scoring_data is not None
    assert question.scoring_data.working_item_body == "<p>Water is `H2O` at room temperature.</p>"


def test_a_word_between_stars_is_contained(read: Read) -> None:
    question, lost = _only(read, "Name it. {=*cell*}")
    assert isinstance(question, RichFillBlankQuestion)
    assert question.blanks[0].algorithm == "TextContainsAnswer"
    assert lost == []


@pytest.mark.parametrize(
    ("answers", "taken", "refused"),
    [("#3", "3", "3.1"), ("#3.14:0.01", "3.15", "3.16"), ("#1..5", "5", "5.1"), ("#=1 =%50%2:0.5#near", "2.5", "3")],
)
def test_numbers(read: Read, answers: str, taken: str, refused: str) -> None:
    question, _ = _only(read, f"How many? {{{answers}}}")
    assert isinstance(question, NumericQuestion)
    intervals = [taken_by(answer) for answer in question.answers]
    assert any(one is not None and one.takes(Decimal(taken)) for one in intervals)
    assert not any(one is not None and one.takes(Decimal(refused)) for one in intervals)


def test_essay_with_general_feedback(read: Read) -> None:
    question, _ = _only(read, "Discuss. {####Think of both sides.}")
    assert isinstance(question, EssayQuestion)
    assert question.feedback is not None
    assert question.feedback.neutral == "<p>Think of both sides.</p>"


def test_html_is_cleaned_and_a_picture_that_is_not_there_is_told(read: Read) -> None:
    question, lost = _only(
        read,
        '[html]<p onclick\\="x()">Look<script>x()</script> <img src\\="@@PLUGINFILE@@/leaf.png" alt\\="a leaf"></p>{T}',
    )
    assert isinstance(question, TrueFalseQuestion)
    assert question.item_body == "<p>Look a leaf</p>"
    assert lost == ["Picture leaf.png: it is not in the file."]


def test_a_file_cannot_name_a_picture_of_the_library(read: Read) -> None:
    sha = "a" * 64
    question, lost = _only(read, f'[html]<p>Look <img src\\="media\\:{sha}" alt\\="a secret"></p>{{T}}')
    assert isinstance(question, TrueFalseQuestion)
    assert question.item_body == "<p>Look a secret</p>"
    assert len(lost) == 1


def test_escaped_signs_are_signs(read: Read) -> None:
    question, _ = _only(read, r"Is 1 \= 1 \{always\}? {=yes\: it is ~no \~ never}")
    assert isinstance(question, ChoiceQuestion)
    assert question.item_body == "<p>Is 1 = 1 {always}?</p>"
    assert [one.item_body for one in question.choices] == ["<p>yes: it is</p>", "<p>no ~ never</p>"]


def test_categories_become_tags_and_comments_go(read: Read) -> None:
    material = read("gift", "// made by hand\n$CATEGORY: $course$/top/Biology/Cells\n\nSun? {T}\n\n// no\nMoon? {F}\n")
    assert [item.local.tags for item in material.items] == [("top", "Biology", "Cells")] * 2


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("Open {=a ~b", "not closed"),
        ("Shut a}", "closing brace"),
        ("Twice {T} and {F}", "in braces twice"),
        ("A text alone.", "without answers"),
        ("How many? {#three}", '"three" is no number'),
        ("Which? {word =a ~b}", "before the first answer"),
        ("How many? {#=%0%3}", "No number is right"),
    ],
)
def test_a_bad_block_is_refused_by_name_and_never_eats_the_next(read: Read, bad: str, why: str) -> None:
    material = read("gift", f"First? {{T}}\n\n{bad}\n\nLast? {{F}}\n")
    assert [one.place for one in material.found] == ["line 1", "line 3", "line 5"]
    assert [one.item is None for one in material.found] == [False, True, False]
    assert why in losses(material.found[1])[0]


def test_a_blank_line_among_the_answers_does_not_part_a_question(read: Read) -> None:
    question, _ = _only(read, "Which?\n{\n\n=a\n\n~b\n\n}\n")
    assert isinstance(question, ChoiceQuestion)
    assert len(question.choices) == 2
