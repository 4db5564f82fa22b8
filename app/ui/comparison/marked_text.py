"""A text beside another, with the words marked that only this one has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.sync.word_difference import differing
from app.ui.fields.rich_text.line_reading import OBJECT, units
from app.ui.fields.rich_text.reading_view import RichTextView
from app.ui.fields.rich_text.style import MARKS, SOURCE
from app.ui.theme import role

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_WORD = re.compile(rf"\d+(?:[.,]\d+)*|\w+|[^\w\s]|{OBJECT}")
"""Words, numbers and signs."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is rendered: the same letters in bold are another one, and so is a picture of another source.

    `start` and `end` are positions in the document.
    """

    says: tuple[str, str]
    start: int
    end: int


class MarkedTextView(RichTextView):
    """The marks are a ground and a line below: a whole one for the first text, a broken one for the other."""

    def __init__(self, name: str, line: QTextCharFormat.UnderlineStyle, shelf: "PictureShelf", parent: QWidget) -> None:
        super().__init__(name, shelf, parent)
        self._line = line
        self._marked: tuple[tuple[int, int], ...] = ()

    def lines_shown(self) -> list[list[Word]]:
        """Every word, sign, picture and equation of each line, in their order."""
        blocks = (self.rich.findBlockByNumber(number) for number in range(self.rich.blockCount()))
        return [[*self._words_of(block.text(), block.position())] for block in blocks]

    def _words_of(self, text: str, place: int) -> Iterator[Word]:
        for match in _WORD.finditer(text):
            start, end = place + units(text, match.start()), place + units(text, match.end())
            yield Word((match.group(), self._look(start)), start, end)

    def mark(self, words: Sequence[Word], runs: Sequence[range]) -> None:
        """Mark these runs of words and no others."""
        self._marked = tuple((words[run[0]].start, words[run[-1]].end) for run in runs)
        self._paint_marks()

    @property
    def marked(self) -> list[str]:
        """The words that are marked."""
        return [self._selection(*place).selectedText() for place in self._marked]

    def _look(self, position: int) -> str:
        """What a sign looks like beside its letters: its marks, and what an object shows."""
        cursor = QTextCursor(self.rich)
        cursor.setPosition(position + 1)
        shown = cursor.charFormat()
        return f"{shown.stringProperty(MARKS)}\0{shown.stringProperty(SOURCE)}"

    def _paint_marks(self) -> None:
        shown = QTextCharFormat()
        shown.setBackground(role("highlight"))
        shown.setUnderlineStyle(self._line)
        shown.setUnderlineColor(role("text"))
        self.setExtraSelections([self._extra(place, shown) for place in self._marked])

    def _extra(self, place: tuple[int, int], shown: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._selection(*place)
        made.format = shown
        return made

    def _selection(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.rich)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or text larger: the lines are made anew, and so are their marks."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "_marked"):
            self._paint_marks()


def mark_differences(mine: MarkedTextView, theirs: MarkedTextView) -> bool:
    """Mark in both what the other one does not have; whether there is anything."""
    here, there = mine.lines_shown(), theirs.lines_shown()
    runs, other_runs = differing(_says(here), _says(there))
    mine.mark([*chain(*here)], runs)
    theirs.mark([*chain(*there)], other_runs)
    return bool(runs or other_runs)


def _says(lines: list[list[Word]]) -> list[list[tuple[str, str]]]:
    return [[word.says for word in line] for line in lines]
