"""Checks of true/false (canvas-facts 3.2)."""

from collections.abc import Iterator
from typing import Final

from app.checks.fix import question_fix
from app.checks.problem import Problem, error, warning
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.true_false import TrueFalseQuestion


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """No right answer; labels that are empty or equal."""
    assert isinstance(question, TrueFalseQuestion)
    return tuple(_found(question))


def _found(question: TrueFalseQuestion) -> Iterator[Problem]:
    if question.right is None:
        hint = message("Choose whether the statement is true or false.")
        yield error("right", "no-right-answer", message("No answer is marked as right."), hint)
    data = question.interaction_data
    labels = ((data.true_choice if data else None) or "", (data.false_choice if data else None) or "")
    if not all(label.strip() for label in labels):
        hint = message('Write both, for example "True" and "False".')
        yield error("labels", "empty-label", message("A label is empty."), hint, _USUAL)
    elif labels[0].strip().casefold() == labels[1].strip().casefold():
        hint = message("Students could not tell them apart: change one.")
        yield warning("labels", "equal-labels", message("Both labels are the same."), hint, _USUAL)


_USUAL: Final = question_fix(
    TrueFalseQuestion, message('Use "True" and "False"'), lambda question: question.with_labels("True", "False")
)
