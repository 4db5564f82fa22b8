"""Checks of what all questions have: texts with their pictures, and points."""

from collections.abc import Iterator

from app.checks.fix import ItemFix
from app.checks.picture import picture_problems
from app.checks.problem import Problem, error
from app.html.text import is_blank
from app.message import message
from app.models.item import Item
from app.models.question import Question


def common_problems(item: Item, question: Question) -> Iterator[Problem]:
    """Missing text and points that Canvas would refuse (canvas-facts 3.1: item_body required, points above 0).

    Then pictures that say nothing to those who do not see them.
    """
    if is_blank(question.item_body):
        yield error(
            "item_body",
            "no-question-text",
            message("The question has no text."),
            message("Write what students are asked."),
        )
    if item.points is None or item.points <= 0:
        yield error(
            "points",
            "points-not-positive",
            message("The question is worth no points."),
            message("Canvas takes only points above 0: set them."),
            ItemFix(message("Give it 1 point"), lambda item: item.with_points(1)),
        )
    yield from picture_problems(question)
