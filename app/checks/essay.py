"""Checks of essays (canvas-facts 3.12: both limits are needed when they are on, and the least comes first)."""

from collections.abc import Iterator

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
        yield error("word_limit", "word-limit-missing", words, message("Write both numbers."))
    elif options.least > options.most:
        words = message("At least {least} words, but at most {most}.", least=options.least, most=options.most)
        yield error("word_limit", "word-limit-upside-down", words, message("Make the second number the larger one."))
