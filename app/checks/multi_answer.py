"""Checks of multiple answers (canvas-facts 3.4)."""

from collections.abc import Iterator

from app.checks.choices import choices_problems, feedback_problems, shuffle_problems
from app.checks.problem import Problem, error, hint
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.multi_answer import MultiAnswerQuestion


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """Too few, blank or equal choices; none that is right; every one of them right."""
    assert isinstance(question, MultiAnswerQuestion)
    too_few = message("Multiple answers need at least two answers to choose from.")
    rows = choices_problems(question, too_few, question.right)
    return (*rows, *shuffle_problems(question), *feedback_problems(question), *_of_right(question))


def _of_right(question: MultiAnswerQuestion) -> Iterator[Problem]:
    right = {choice.id for choice in question.choices} & set(question.right)
    if not right:
        words = message("No answer is marked as right.")
        yield error("right", "no-right-choice", words, message("Tick every answer that is right."))
    elif len(right) == len(question.choices) > 1:
        words = message("Every answer is marked as right.")
        yield hint("right", "all-right", words, message("Students who tick everything are right: add a wrong answer."))
