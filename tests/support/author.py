"""Somebody who writes in a rich text field with keys and mouse, and an undo stack as the house has it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.ui.fields.rich_text.field import RichTextField

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Author:
    """`values` are the steps: a burst of typing is one. `undo` shows the value before, as the document does."""

    def __init__(self, field: RichTextField) -> None:
        self.field, self.edit = field, field.edit
        self.values: list[str] = []
        self.bursts: list[bool] = []
        field.edited.connect(self._take)

    def show(self, html: str) -> None:
        self.field.show_html(html)
        self.values = [html]

    def type(self, text: str) -> None:
        QTest.keyClicks(self.edit, text)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.edit, key, held)

    def go(self, text: str, *, after: bool = True) -> None:
        """Put the cursor behind, or before, some words."""
        place = self.edit.toPlainText().index(text)
        self._select(place + len(text) * after, place + len(text) * after)

    def mark(self, text: str) -> None:
        """Select some words."""
        place = self.edit.toPlainText().index(text)
        self._select(place, place + len(text))

    def mark_all(self) -> None:
        self.press(Qt.Key.Key_A, held=CTRL)

    def undo(self) -> None:
        self.values.pop()
        self.field.show_html(self.values[-1])

    def undo_all(self) -> None:
        while len(self.values) > 1:
            self.undo()

    @property
    def html(self) -> str:
        return self.field.html

    def _take(self, html: str, typed: bool) -> None:
        if typed and self.bursts and self.bursts[-1] and len(self.values) > 1:
            self.values[-1] = html
        else:
            self.values.append(html)
        self.bursts.append(typed)

    def _select(self, anchor: int, position: int) -> None:
        cursor = self.edit.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)


def click(field: RichTextField, point: QPointF) -> None:
    """Click at a place of the text."""
    viewport = field.edit.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point.toPoint())
