"""From a question to the lines of its answers. A type's file is loaded when it is first met."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from app.models.answers.line import AnswerLine
from app.models.question import Question
from app.models.table import QUESTIONS

MODULES = {slug: slug.replace("-", "_") for slug in QUESTIONS}
"""Interaction type → file."""


@cache
def _lines(slug: str) -> Callable[[Question], Iterator[AnswerLine]]:
    found: Callable[[Question], Iterator[AnswerLine]] = import_module(f"app.models.answers.{MODULES[slug]}").lines
    return found


def answer_lines(question: Question) -> tuple[AnswerLine, ...]:
    """What is right in a question, and how it counts; nothing for a type that is not known."""
    slug = question.interaction_type_slug
    return tuple(_lines(slug)(question)) if slug in MODULES else ()
