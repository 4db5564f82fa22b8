"""A wide button with an icon, a name and one line of what it is for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.painted_text import width_of, write
from app.ui.theme import Gap, Role, large_icon_side, role, row_height


class ChoiceButton(QAbstractButton):
    """Drawn as a card; a frame in the accent shows the focus."""

    def __init__(self, icon: QIcon, name: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon)
        self.setText(name)
        self._line = line
        self.setAccessibleName(name)
        self.setAccessibleDescription(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines and air around them; as wide as its words, and all of a page alike."""
        words = max(width_of(self._line, "quiet"), width_of(self.text(), "section"))
        least = width_of("n", "text") * 56
        return QSize(max(words + large_icon_side() + 4 * Gap.LARGE, least), row_height() + Gap.LARGE)

    def minimumSizeHint(self) -> QSize:
        """The words may be cut, the lines not."""
        return QSize(row_height(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with icon, name and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() and self.isEnabled()
        frame: Role = "accent" if self.hasFocus() or hot else "line"
        painter.setPen(QPen(role(frame), 2 if self.hasFocus() else 1))
        painter.setBrush(role("selection" if self.isDown() else "surface_raised"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Gap.TIGHT + 2, Gap.TIGHT + 2)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        inner = self.rect().adjusted(Gap.LARGE, Gap.SMALL, -Gap.LARGE, -Gap.SMALL)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(painter, QRect(inner.left(), inner.top(), large_icon_side(), inner.height()), mode=mode)
        inner.setLeft(inner.left() + large_icon_side() + Gap.LARGE)
        tone: Role = "text" if self.isEnabled() else "text_quiet"
        middle = inner.center().y() + 1
        above = QRect(inner.left(), inner.top(), inner.width(), middle - inner.top())
        below = QRect(inner.left(), middle, inner.width(), inner.bottom() - middle)
        write(painter, above, self.text(), "section", tone, Qt.AlignmentFlag.AlignBottom)
        write(painter, below, self._line, "quiet", "text_quiet", Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as it presses every button of a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()
