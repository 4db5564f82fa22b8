"""One tag, in a frame with a cross that takes it away."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.icons import icon
from app.ui.painted_text import width_of, write
from app.ui.theme import Gap, Role, control_height, icon_side, role

_WIDEST = 24
"""In letters; a longer tag is cut in the chip and whole in its tooltip."""


class TagChip(QAbstractButton):
    """`removed` by its cross, by Delete or by Backspace; `stepped` by Left (-1) and Right (1)."""

    removed = Signal()
    stepped = Signal(int)

    def __init__(self, tag: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(tag)
        self.setToolTip(tag)
        self.setAccessibleName(self.tr("Tag {tag}").format(tag=tag))
        self.setAccessibleDescription(self.tr("Delete removes it"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Left in the line leads here; Tab passes all of them at once
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The tag, a cross and air; as high as the line beside it, so that their words stand on one line."""
        widest = width_of("n", "quiet") * _WIDEST
        words = min(width_of(self.text(), "quiet") + 1, widest)
        return QSize(words + icon_side() + Gap.SMALL + 2 * Gap.TIGHT, control_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A round frame; filled and in the accent where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame: Role = "accent" if self.hasFocus() else "line"
        painter.setPen(QPen(role(frame), 1))
        painter.setBrush(role("selection" if self.hasFocus() or self.underMouse() else "surface_raised"))
        inner = QRectF(self.rect().adjusted(0, Gap.TIGHT, 0, -Gap.TIGHT)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        words = self.rect().adjusted(Gap.SMALL, 0, -icon_side() - Gap.TIGHT, 0)
        write(painter, words, self.text(), "quiet", "text", Qt.AlignmentFlag.AlignVCenter)
        icon("x", "text_quiet").paint(painter, self._cross())

    def _cross(self) -> QRect:
        side = icon_side() - Gap.TIGHT // 2
        cross = QRect(QPoint(0, 0), QSize(side, side))
        cross.moveCenter(QPoint(self.width() - Gap.TIGHT - icon_side() // 2, self.rect().center().y()))
        return cross

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross takes the tag away; the rest of the chip only takes the keyboard."""
        reach = self._cross().adjusted(-Gap.TIGHT, -Gap.SMALL, Gap.TIGHT, Gap.SMALL)
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and reach.contains(event.position().toPoint()):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Away with it, or on to the next one."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text makes a larger chip."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
