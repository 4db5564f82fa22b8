"""The little form in which the points of what is looked for are given: from, to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.fields.line import LineField
from app.ui.fields.points import points_of, points_text
from app.ui.theme import Gap

Range = tuple[float | None, float | None]


class PointsRange(QFrame):
    """Pops up over the window, until Enter or Escape. `edited` carries both numbers, None where one is left open."""

    edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Points"))
        self.least = self._field(self.tr("Least points"))
        self.most = self._field(self.tr("Most points"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Gap.MEDIUM, Gap.MEDIUM, Gap.MEDIUM, Gap.MEDIUM)
        layout.setSpacing(Gap.SMALL)
        for words, field in ((self.tr("From"), self.least), (self.tr("to"), self.most)):
            label = QLabel(words, self)
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addWidget(QLabel(self.tr("points"), self))

    def show_range(self, wanted: Range) -> None:
        """Show these numbers."""
        for field, points in zip((self.least, self.most), wanted, strict=True):
            field.show_text(points_text(points))

    def open_below(self, widget: QWidget) -> None:
        """Come up under `widget`, with the cursor in the first number."""
        self.adjustSize()
        self.move(widget.mapToGlobal(widget.rect().bottomLeft()))
        self.show()
        self.least.setFocus(Qt.FocusReason.PopupFocusReason)
        self.least.selectAll()

    def _field(self, name: str) -> LineField:
        field = LineField(name, self)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setPlaceholderText(self.tr("any"))
        field.setFixedWidth(field.fontMetrics().averageCharWidth() * 8 + Gap.LARGE)
        field.edited.connect(lambda: self.edited.emit(points_of(self.least.text()), points_of(self.most.text())))
        return field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done with it, as Escape is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)
