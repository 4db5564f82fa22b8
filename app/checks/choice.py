"""Checks of multiple choice (canvas-facts 3.3)."""

from collections.abc import Iterator

from app.checks.choices import choices_problems, feedback_problems, shuffle_problems
from app.checks.fix import ItemFix, question_fix
from app.checks.problem import Problem, error, warning
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion


def problems(item: Item, question: Question) -> tuple[Problem, ...]:
    """Too few, blank or equal choices; no right one; points by answer that do not agree with the question's."""
    assert isinstance(question, ChoiceQuestion)
    too_few = message("A multiple choice needs at least two answers.")
    rows = choices_problems(question, too_few, (question.right or "",))
    return (
        *rows,
        *shuffle_problems(question),
        *feedback_problems(question),
        *_of_right(question),
        *_of_points(item, question),
    )


def _of_right(question: ChoiceQuestion) -> Iterator[Problem]:
    if question.right is None or all(choice.id != question.right for choice in question.choices):
        hint = message("Mark the answer that is right.")
        yield error("right", "no-right-choice", message("No answer is marked as right."), hint)


def _of_points(item: Item, question: ChoiceQuestion) -> Iterator[Problem]:
    if not question.varies_points:
        return
    points = [question.points_of(choice.id) for choice in question.choices]
    if any(point < 0 for point in points):
        hint, fix = message("Set them to 0 or more."), question_fix(ChoiceQuestion, message("Set them to 0"), _raised)
        yield error("choices", "negative-points", message("An answer earns points below 0."), hint, fix)
    if points and item.points is not None and max(points) != item.points:
        words = message(
            "The best answer earns {best:g} points, the question is worth {points:g}.",
            best=max(points),
            points=item.points,
        )
        yield warning("points", "points-disagree", words, message("Make both the same."), _worth(max(points)))


def _raised(question: ChoiceQuestion) -> ChoiceQuestion:
    for choice in question.choices:
        if question.points_of(choice.id) < 0:
            question = question.with_points_of(choice.id, 0)
    return question


def _worth(points: float) -> ItemFix | None:
    """Give the question what its best answer earns; nothing where that is nothing."""
    words = message("Make the question worth {points:g}", points=points)
    return ItemFix(words, lambda item: item.with_points(points)) if points > 0 else None
