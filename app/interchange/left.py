"""What of a question a format has no place for: asked before a file is written, and told after."""

from collections.abc import Collection, Iterator
from typing import Final

from app.html.sources import sources
from app.interchange.material import begun
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question

LABEL, POINTS, CALCULATOR = "label", "points", "calculator"
FEEDBACK, ANSWER_FEEDBACK, PICTURES = "feedback", "answer feedback", "pictures"
PARTS: Final = (LABEL, POINTS, CALCULATOR, FEEDBACK, ANSWER_FEEDBACK, PICTURES)
"""Parts that questions of every type can have."""


def left_out(item: Item, keeps: Collection[str]) -> Iterator[Message]:
    """What is lost of an item in a format that keeps these `PARTS`."""
    question = item.entry
    if not isinstance(question, Question):
        return
    if LABEL not in keeps and question.title:
        yield message("Your label.")
    if POINTS not in keeps and item.points not in (None, 1):
        yield message("Points ({points:g}).", points=item.points or 0)
    if CALCULATOR not in keeps and question.calculator_type not in (None, "none"):
        yield message("Calculator.")
    yield from _texts_left_out(item, question, keeps)


def _texts_left_out(item: Item, question: Question, keeps: Collection[str]) -> Iterator[Message]:
    feedback = question.feedback
    if FEEDBACK not in keeps and feedback and any((feedback.neutral, feedback.correct, feedback.incorrect)):
        yield message("Feedback.")
    if ANSWER_FEEDBACK not in keeps and any((question.answer_feedback or {}).values()):
        yield message("Feedback of single answers.")
    if PICTURES not in keeps and (count := len(sources(question.wire()))):
        yield message("A picture.", plural="{count} pictures.", count=count)


def named(item: Item, place: int) -> str:
    """How a report calls a question: its place from 1, and its first words."""
    words = item.summary.title or item.summary.first_words
    return f"{place}. {begun(words)}" if words else str(place)
