"""Pictures in texts without words for those who do not see them."""

import pytest

from app.checks.problem import Severity
from app.checks.quiz import quiz_problems
from app.checks.table import problems
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.quiz import NewQuiz, Quiz

A, B = "a" * 36, "b" * 36


def question(html: str, **changes: object) -> Item:
    choices = [{"id": A, "position": 1, "item_body": "<p>1</p>"}, {"id": B, "position": 2, "item_body": "<p>2</p>"}]
    made = ChoiceQuestion.new().replaced(item_body=html, interaction_data={"choices": choices})
    return Item.of(made.with_right(A).replaced(**changes))


def fields(item: Item) -> list[str]:
    return [problem.field for problem in problems(item) if problem.rule == "no-alt-text"]


@pytest.mark.parametrize("more", ["", 'alt=""', 'alt="  "', 'role="img"'])
def test_a_picture_without_words_is_a_warning_with_what_to_do(more: str) -> None:
    (problem,) = problems(question(f"<p>See <img src='a.png' {more}></p>"))
    assert (problem.severity, problem.field) == (Severity.WARNING, "item_body")
    assert str(problem.message) == "A picture has no alt text."
    assert "decorative" in str(problem.hint)


@pytest.mark.parametrize(
    "more",
    ['alt="A leaf"', 'role="presentation"', 'alt="" role="none"', 'alt="" data-decorative="true"'],
)
def test_words_or_the_mark_of_a_decoration_are_enough(more: str) -> None:
    assert problems(question(f"<p>See <img src='a.png' {more}></p>")) == ()


def test_an_equation_has_words_of_its_own() -> None:
    assert fields(question('<p>x <img class="equation_image" data-equation-content="x" src="/e"></p>')) == []


def test_every_text_is_looked_at() -> None:
    html = "<img src='a.png'>"
    choices = [{"id": A, "position": 1, "item_body": html}, {"id": B, "position": 2, "item_body": "<p>2</p>"}]
    item = question(
        "<p>Which?</p>", interaction_data={"choices": choices}, feedback={"correct": html}, answer_feedback={B: html}
    )
    assert fields(item) == ["feedback/correct", f"answer_feedback/{B}", f"choices/{A}"]


def test_many_in_one_text_are_told_once() -> None:
    (problem,) = problems(question("<p>See <img src=a><img src=b></p>"))
    assert str(problem.message) == "2 pictures have no alt text."


def test_the_instructions_are_looked_at() -> None:
    found = quiz_problems(Quiz("q", NewQuiz(title="Leaves", instructions="<img src='a.png'>"), (question("<p>a</p>"),)))
    assert [(problem.field, problem.rule) for problem in found] == [("instructions", "no-alt-text")]
