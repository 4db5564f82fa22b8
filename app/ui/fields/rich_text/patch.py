"""Bringing the lines of a document from one text to another, touching only what differs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from app.html.rich import Atom, Words
from app.ui.fields.rich_text.line_reading import LINE, OBJECT
from app.ui.fields.rich_text.row import Line, alike, in_table, same_frame
from app.ui.fields.rich_text.style import KEY, Style
from app.ui.fields.rich_text.table_grid import fill_table, is_table_start, table_end

NewKey = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Patch:
    """The lines that were replaced: from `first` to before `old_end`, with what they said before and say now."""

    first: int
    old_end: int
    keys: tuple[int, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


def patch(
    document: QTextDocument,
    style: Style,
    old: Sequence[Line],
    new: Sequence[Line],
    new_key: NewKey,
    *,
    forced: bool = False,
) -> Patch | None:
    """Make the document that shows `old` show `new`. None where both are alike."""
    first, old_end, new_end = (0, len(old), len(new)) if forced else _differing(old, new)
    if first == old_end and first == new_end:
        return None
    in_place = not forced and _same_frames(old, new, first, old_end, new_end)
    if not in_place:
        first, old_end, new_end = _widened(old, new, first, old_end, new_end)
    before = _texts(document, first, old_end)
    keys = [new_key() if block is not None else 0 for block in new[first:new_end]]
    writing = Writing(document, style, new, first, keys)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    if in_place:
        keys = writing.refill(first, old_end)
    else:
        writing.rewrite(cursor, old_end, new_end)
    cursor.endEditBlock()
    return Patch(first, old_end, tuple(keys), before, _texts(document, first, new_end))


class Writing:
    """Lines on their way into a document."""

    def __init__(
        self, document: QTextDocument, style: Style, rows: Sequence[Line], first: int, keys: Sequence[int]
    ) -> None:
        self._document, self._style, self._rows = document, style, rows
        self._first, self._keys = first, keys

    def refill(self, first: int, end: int) -> list[int]:
        """Give lines that keep their frames other words."""
        keys = []
        for number in range(first, end):
            line = self._document.findBlockByNumber(number)
            keys.append(line.blockFormat().intProperty(KEY))
            cursor = _selecting(line, line)
            block = self._rows[number]
            assert block is not None
            self._put_words(cursor, block)
        return keys

    def rewrite(self, cursor: QTextCursor, old_end: int, new_end: int) -> None:
        """Replace lines by others, tables and all."""
        last = self._document.findBlockByNumber(old_end - 1)
        chosen = _selecting(self._document.findBlockByNumber(self._first), last)
        chosen.removeSelectedText()
        cursor.setPosition(chosen.position())
        number, ready = self._first, True
        while number < new_end:
            if is_table_start(self._rows, number):
                number = self._put_table(cursor, number)
                ready = True
                continue
            if not ready:
                cursor.insertBlock()
            self.put_line(cursor, number)
            number, ready = number + 1, False

    def put_line(self, cursor: QTextCursor, number: int) -> None:
        """Write one line into the empty one that the cursor is in."""
        block = self._rows[number]
        before = self._rows[number - 1] if number else None
        key = self._keys[number - self._first]
        cursor.setBlockFormat(self._style.block(before, block, key, first=number == 0))
        self._put_words(cursor, block)

    def _put_words(self, cursor: QTextCursor, block: Line) -> None:
        cursor.removeSelectedText()
        marks = block.inlines[0].marks if block is not None and block.inlines else ()
        cursor.setBlockCharFormat(self._style.words(marks, block))
        if block is None:
            return
        for one in block.inlines:
            if isinstance(one, Words):
                cursor.insertText(one.text.replace("\n", LINE), self._style.words(one.marks, block))
            elif isinstance(one, Atom):
                cursor.insertText(OBJECT, self._style.atom(one, block))

    def _put_table(self, cursor: QTextCursor, number: int) -> int:
        end = table_end(self._rows, number)
        fill_table(cursor, self._style, self._rows, number, end, self.put_line)
        return end


def _differing(old: Sequence[Line], new: Sequence[Line]) -> tuple[int, int, int]:
    """The first line that differs, and the ends of what differs in both."""
    least = min(len(old), len(new))
    first = 0
    while first < least and alike(old, first, new, first):
        first += 1
    tail = 0
    while tail < least - first and alike(old, len(old) - 1 - tail, new, len(new) - 1 - tail):
        tail += 1
    return first, len(old) - tail, len(new) - tail


def _same_frames(old: Sequence[Line], new: Sequence[Line], first: int, old_end: int, new_end: int) -> bool:
    return old_end == new_end and all(old[n] is not None and same_frame(old, n, new, n) for n in range(first, old_end))


def _widened(old: Sequence[Line], new: Sequence[Line], first: int, old_end: int, new_end: int) -> tuple[int, int, int]:
    """The range with at least one line in both, whole tables, and a line before and after each of these."""
    if first == min(old_end, new_end) and first > 0:
        first -= 1
    elif first == min(old_end, new_end):
        old_end, new_end = old_end + 1, new_end + 1
    while in_table(old[first]) or in_table(new[first]):
        first -= 1
    while in_table(old[old_end - 1]) or in_table(new[new_end - 1]):
        old_end, new_end = old_end + 1, new_end + 1
    return first, old_end, new_end


def _selecting(first: QTextBlock, last: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(first)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _texts(document: QTextDocument, first: int, end: int) -> tuple[str, ...]:
    return tuple(document.findBlockByNumber(number).text() for number in range(first, end))
