"""One row of an ordering question, to be moved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.html.text import plain_text
from app.ui.fields.grip import Grip
from app.ui.fields.icon_button import IconButton
from app.ui.preview.answer_text import answer_text
from app.ui.theme import Gap, role

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderRow(QWidget):
    """`moved` asks for another place (-1 up, 1 down), `stepped` leads the focus on; the grip is dragged."""

    moved = Signal(int)
    stepped = Signal(int)

    def __init__(self, key: str, html: str, shelf: "PictureShelf", parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self.words = key, plain_text(html) or self.tr("No text yet")
        self.is_frozen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grip = Grip(self)
        self.up = IconButton("arrow-up", self.tr("Move up"), self)
        self.down = IconButton("arrow-down", self.tr("Move down"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Gap.SMALL, Gap.TIGHT, Gap.TIGHT, Gap.TIGHT)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.grip)
        layout.addWidget(answer_text(html, shelf, self), 1)
        for button, by in ((self.up, -1), (self.down, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keys
            button.clicked.connect(lambda _checked=False, by=by: self.moved.emit(by))
            layout.addWidget(button)
        self.grip.moved.connect(self.moved)

    def stand_at(self, place: int, count: int) -> None:
        """Say where it stands, counted from 1."""
        said = self.tr("{place} of {count}: {words}").format(place=place, count=count, words=self.words)
        self.setAccessibleName(said)
        self.setToolTip(self.tr("Alt+Up and Alt+Down move it") if not self.is_frozen else "")
        self.up.setEnabled(place > 1)
        self.down.setEnabled(place < count)

    def freeze(self) -> None:
        """Nothing moves any more."""
        self.is_frozen = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self.grip, self.up, self.down):
            part.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With Alt it moves, without the focus does."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            self.stepped.emit(by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame tells it."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame tells it."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame, so that it is seen as one thing that can be moved."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(role("accent" if self.hasFocus() else "line"))
        painter.setBrush(role("surface_raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), Gap.TIGHT, Gap.TIGHT)
