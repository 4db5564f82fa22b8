"""The keys of a list of rows, pressed in a line of plain text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from app.ui.fields.line import LineField
from app.ui.fields.row import Row

_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class LineKeys(QObject):
    """Enter goes on, Backspace in an empty row removes it, Alt+Up and Alt+Down move it, Up and Down go to neighbours.

    Several lines that are pasted at once are rows of their own.
    """

    def __init__(self, line: LineField, row: Row, column: int) -> None:
        super().__init__(line)
        self._row, self._column = row, column
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something for the list before the line gets them."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and _way(event) and _modifiers(event) == _ALT:
            event.accept()
            return True
        act = self._act(event) if event.type() == QEvent.Type.KeyPress else None
        if act is None:
            return super().eventFilter(watched, event)
        act()
        return True

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = pasted_lines()
            return (lambda: self._row.pasted.emit(self._column, lines)) if len(lines) > 1 else None
        by = _way(event)
        if by and _modifiers(event) in (_ALT, _PLAIN):
            signal = self._row.moved if _modifiers(event) == _ALT else self._row.stepped
            return lambda: signal.emit(by)
        if _modifiers(event) != _PLAIN:
            return None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._row.entered.emit
        if event.key() == Qt.Key.Key_Backspace and self._row.is_empty and not event.isAutoRepeat():
            return self._row.emptied.emit
        return None


def pasted_lines() -> tuple[str, ...]:
    """The lines of text on the clipboard that have words; a tab between cells is kept."""
    text = QGuiApplication.clipboard().text()
    return tuple(line.strip(" ") for line in text.splitlines() if line.strip())


def _way(event: QKeyEvent) -> int:
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~_KEYPAD
