"""Spelling in a rich text: its marks from the first time that somebody writes in it, and its part of the menu."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu

from app.html.look import look
from app.html.rich import Block, Words
from app.paths import own_words_file
from app.ui.fields.rich_text.clipboard import put_blocks
from app.ui.fields.rich_text.spelling import Spelling
from app.ui.fields.rich_text.spelling_marks import SpellingMarks
from app.ui.fields.rich_text.style import marks_at

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit


def watch(edit: "RichEdit", owner: QObject) -> None:
    """Judge the words of a text from now on; one dictionary serves all that have the same owner."""
    if edit.findChild(SpellingMarks) is None:
        spelling = owner.findChild(Spelling)
        SpellingMarks(edit, spelling if spelling is not None else Spelling(own_words_file(), owner), _is_skipped)


def add_actions(menu: QMenu, edit: "RichEdit", position: int) -> None:
    """Put what may have been meant by the word at a position before all else."""
    marks = edit.findChild(SpellingMarks)
    if marks is not None:
        marks.add_actions(menu, position, lambda start, end, text: _replace(edit, start, end, text))


def _is_skipped(format_: QTextCharFormat) -> bool:
    """Code and links are no words of a language."""
    shown = look(marks_at(format_))
    return shown.code or bool(shown.href)


def _replace(edit: "RichEdit", start: int, end: int, text: str) -> None:
    """Put a word in place of another, in its format, as one step."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(start + 1)
    marks = marks_at(cursor.charFormat())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    put_blocks(edit, (Block((Words(text, marks),)),))
