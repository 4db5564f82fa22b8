"""One line of the answers of a question."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from app.message import Message, message


class Mark(StrEnum):
    """Whether an answer counts; "" is a line that is no answer."""

    RIGHT = "right"
    WRONG = "wrong"
    NONE = ""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """`html` is what students read or write; `note` says what it is, before it. `level` 1 belongs to the line above."""

    html: str = ""
    mark: Mark = Mark.NONE
    note: Message | None = None
    level: int = 0


def answer(html: str | None, *, right: bool, note: Message | None = None, level: int = 0) -> AnswerLine:
    """An answer that is right or wrong."""
    return AnswerLine(html or "", Mark.RIGHT if right else Mark.WRONG, note, level)


def plain(text: str | None, *, right: bool, note: Message | None = None, level: int = 0) -> AnswerLine:
    """The same, where the wire has plain text."""
    return answer(escape(text or ""), right=right, note=note, level=level)


def said(note: Message, html: str = "", level: int = 0) -> AnswerLine:
    """What holds for all answers."""
    return AnswerLine(html, Mark.NONE, note, level)


def shuffled(is_shuffled: bool) -> Iterable[AnswerLine]:
    """Nothing where the order is as it is written."""
    return (said(message("Shuffled for each student")),) if is_shuffled else ()


def partial_credit(gives: bool) -> AnswerLine:
    """How several right answers count."""
    return said(message("Partial credit") if gives else message("All or nothing"))
