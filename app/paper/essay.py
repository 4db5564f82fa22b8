"""An essay on paper: lines by its word limit."""

from typing import Final

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.essay import EssayQuestion
from app.paper.sheet import Lines, Note, Piece, Text

WORDS_OF_A_LINE: Final = 10
"""Of a hand of usual size."""
UNLIMITED: Final = 12
"""Lines where nothing is said."""
_LEAST, _MOST = 3, 100


def asked(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """The lines, and how many words they are for."""
    question = _question(item)
    return Text(question.item_body or ""), *_limit(question), Lines(line_count(question))


def solved(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """The notes for whoever grades."""
    notes = _question(item).notes
    return (Text(notes),) if notes else (Note(message("Marked by a person; there are no notes for grading.")),)


def line_count(question: EssayQuestion) -> int:
    """So many lines hold the most words; an unlimited text has some."""
    most = question.options.most if question.options.word_limit_enabled else None
    return min(max(-(-most // WORDS_OF_A_LINE), _LEAST), _MOST) if most else UNLIMITED


def _limit(question: EssayQuestion) -> tuple[Note, ...]:
    options = question.options
    if not options.word_limit_enabled or not options.most:
        return ()
    if options.least:
        return (Note(message("{least} to {most} words.", least=options.least, most=options.most)),)
    return (Note(message("At most {most} words.", most=options.most)),)


def _question(item: Item) -> EssayQuestion:
    assert isinstance(item.entry, EssayQuestion)
    return item.entry
