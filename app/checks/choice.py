"""Checks of multiple choice (canvas-facts 3.3)."""

from collections import defaultdict
from collections.abc import Iterator

from app.checks.every_question import is_blank
from app.checks.problem import Problem, error, warning
from app.html.text import plain_text
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion


def problems(item: Item, question: Question) -> tuple[Problem, ...]:
    """Too few, blank or equal choices; no right one; points by answer that do not agree with the question's."""
    assert isinstance(question, ChoiceQuestion)
    return (*_of_choices(question), *_of_right(question), *_of_points(item, question))


def _of_choices(question: ChoiceQuestion) -> Iterator[Problem]:
    if len(question.choices) < 2:
        words = message("A multiple choice needs at least two answers.")
        yield error("choices", "too-few-choices", words, message("Add an answer."))
    same: dict[str, list[int]] = defaultdict(list)
    for place, choice in enumerate(question.choices, start=1):
        if is_blank(choice.item_body):
            words = message("Answer {place} is empty.", place=place)
            yield error(f"choices/{choice.id}", "empty-choice", words, message("Write it or remove it."))
        else:
            same[_words(choice.item_body or "")].append(place)
    for text, places in same.items():
        if len(places) > 1:
            yield _equal(question, text, places)


def _words(html: str) -> str:
    return plain_text(html).casefold() or html


def _equal(question: ChoiceQuestion, text: str, places: list[int]) -> Problem:
    last = question.choices[places[-1] - 1]
    words = message(
        'Two answers are equal: "{text}" ({first} and {last}).', text=text[:40], first=places[0], last=places[-1]
    )
    return warning(f"choices/{last.id}", "equal-choices", words, message("Change or remove {last}.", last=places[-1]))


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
