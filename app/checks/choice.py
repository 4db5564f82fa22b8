"""Checks of multiple choice (canvas-facts 3.3)."""

from collections.abc import Iterator

from app.checks.choices import choices_problems, shuffle_problems
from app.checks.problem import Problem, error, warning
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion


def problems(item: Item, question: Question) -> tuple[Problem, ...]:
    """Too few, blank or equal choices; no right one; points by answer that do not agree with the question's."""
    assert isinstance(question, ChoiceQuestion)
    rows = choices_problems(question.choices, message("A multiple choice needs at least two answers."))
    shuffled = shuffle_problems(question.choices, question.shuffle)
    return (*rows, *shuffled, *_of_right(question), *_of_points(item, question))


def _of_right(question: ChoiceQuestion) -> Iterator[Problem]:
    if question.right is None or all(choice.id != question.right for choice in question.choices):
        hint = message("Mark the answer that is right.")
        yield error("right", "no-right-choice", message("No answer is marked as right."), hint)


def _of_points(item: Item, question: ChoiceQuestion) -> Iterator[Problem]:
    if not question.varies_points:
        return
    points = [question.points_of(choice.id) for choice in question.choices]
    if any(point < 0 for point in points):
        hint = message("Set them to 0 or more.")
        yield error("choices", "negative-points", message("An answer earns points below 0."), hint)
    if points and item.points is not None and max(points) != item.points:
        words = message(
            "The best answer earns {best:g} points, the question is worth {points:g}.",
            best=max(points),
            points=item.points,
        )
        yield warning("points", "points-disagree", words, message("Make both the same."))
