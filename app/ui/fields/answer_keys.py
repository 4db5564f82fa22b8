"""The keys of a list of answers, pressed in the text of one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from app.ui.fields.rich_text.edit import RichEdit
from app.ui.fields.row import Row

_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerKeys(QObject):
    """Enter goes on to the next answer, Backspace in an empty one removes it, Alt+Up and Alt+Down move it."""

    def __init__(self, edit: RichEdit, row: Row) -> None:
        super().__init__(edit)
        self._edit, self._row = edit, row
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something for the list before the text gets them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            act = self._act(event)
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if by and modifiers == _ALT:
            return lambda: self._row.moved.emit(by)
        if modifiers != _PLAIN:
            return None
        if key in _ENTER and not self._edit.is_in_lines:
            return self._row.entered.emit
        if key == Qt.Key.Key_Backspace and self._edit.document().isEmpty() and not event.isAutoRepeat():
            return self._row.emptied.emit
        if by and self._at_edge(by):
            return lambda: self._row.stepped.emit(by)
        return None

    def _at_edge(self, by: int) -> bool:
        """Whether the cursor cannot go further up or down in this text."""
        move = QTextCursor.MoveOperation.Up if by < 0 else QTextCursor.MoveOperation.Down
        return not self._edit.textCursor().movePosition(move)


def _moves(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & ~_KEYPAD == _ALT
