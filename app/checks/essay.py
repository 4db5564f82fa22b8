"""Checks of essays (canvas-facts 3.12: both limits are needed when they are on, and the least comes first)."""

from collections.abc import Iterator
from typing import Final

from app.checks.fix import question_fix
from app.checks.problem import Problem, error
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.essay import EssayInteraction, EssayQuestion


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """A word limit that is on without both numbers, or upside down."""
    assert isinstance(question, EssayQuestion)
    return tuple(_of_limits(question.options))


def _of_limits(options: EssayInteraction) -> Iterator[Problem]:
    if not options.word_limit_enabled:
        return
    if options.least is None or options.most is None:
        words = message("The number of words is limited, but a number is missing.")
        yield error("word_limit", "word-limit-missing", words, message("Write both numbers."), _OFF)
    elif options.least > options.most:
        words = message("At least {least} words, but at most {most}.", least=options.least, most=options.most)
        advice = message("Make the second number the larger one.")
        yield error("word_limit", "word-limit-upside-down", words, advice, _SWAPPED)


def _unlimited(question: EssayQuestion) -> EssayQuestion:
    return question.replaced(interaction_data=question.options.replaced(word_limit_enabled=False))


def _swapped(question: EssayQuestion) -> EssayQuestion:
    least, most = question.options.word_limit_max, question.options.word_limit_min
    return question.replaced(interaction_data=question.options.replaced(word_limit_min=least, word_limit_max=most))


_OFF: Final = question_fix(EssayQuestion, message("Turn the limit off"), _unlimited)
_SWAPPED: Final = question_fix(EssayQuestion, message("Swap them"), _swapped)
