"""The button of one filter: its name while nothing is wanted, what is wanted once something is."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.icons import icon
from app.ui.painted_text import width_of, write
from app.ui.theme import Gap, Role, control_height, icon_side, role


class FilterButton(QPushButton):
    """Drawn as a chip, filled where it filters. Space, Enter and Down open what there is to choose from."""

    def __init__(self, name: str, parent: QWidget | None = None, *, names_itself: bool = False) -> None:
        """`names_itself`: its values say what they are about, so the name is left out before them."""
        super().__init__(name, parent)
        self._name, self._names_itself = name, names_itself
        self._is_set = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Say what is wanted, "" for anything."""
        self._is_set = bool(value)
        named = value if self._names_itself else self.tr("{name}: {value}").format(name=self._name, value=value)
        self.setText(named if value else self._name)
        said = value or self.tr("any")
        self.setAccessibleName(self.tr("Filter, {name}: {value}").format(name=self._name, value=said))
        self.setToolTip(named if value else self.tr("Filter by {name}").format(name=self._name.lower()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Its words, an arrow and air."""
        return QSize(width_of(self.text(), "quiet") + icon_side() + 2 * Gap.SMALL + Gap.TIGHT, control_height())

    def minimumSizeHint(self) -> QSize:
        """The same: a row that wraps asks for it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A round frame with words and an arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() or self.isDown()
        frame: Role = "accent" if self.hasFocus() or self._is_set else "line"
        painter.setPen(QPen(role(frame), 2 if self.hasFocus() else 1))
        painter.setBrush(role("selection" if self._is_set or hot else "surface_raised"))
        inner = QRectF(self.rect().adjusted(1, Gap.TIGHT, -1, -Gap.TIGHT))
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        side = icon_side() - Gap.TIGHT
        words = self.rect().adjusted(Gap.MEDIUM, 0, -Gap.SMALL - side, 0)
        write(painter, words, self.text(), "quiet", "text", Qt.AlignmentFlag.AlignVCenter)
        arrow = QRect(self.width() - Gap.SMALL - side, 0, side, self.height())
        icon("chevron-down", "text_quiet").paint(painter, arrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down do what Space does. Escape is for the row, also while the button still looks pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
