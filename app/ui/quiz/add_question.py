"""The list from which a new question's type is picked, filtered by typing."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.editors.kind import MY_QUESTIONS, kind_of
from app.ui.editors.table import EDITORS
from app.ui.fields.line import LineField
from app.ui.icons import icon
from app.ui.quiz.kind_delegate import KIND, KindDelegate
from app.ui.theme import Gap, row_height

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AddQuestion(QFrame):
    """A popup with every type that can be edited here: icon, name, what it is for."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Add question"))
        self.filter = LineField(self.tr("Find a type of question"), self)
        self.filter.setPlaceholderText(self.tr("Find a type"))
        self.filter.installEventFilter(self)
        self.types = QListWidget(self)
        self.types.setAccessibleName(self.tr("Types of questions"))
        self.types.setFrameShape(QFrame.Shape.NoFrame)
        self.types.setItemDelegate(KindDelegate(self.types))
        self.types.setMouseTracking(True)
        for slug in EDITORS:
            self._add(slug)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.SMALL, Gap.SMALL, Gap.SMALL, Gap.SMALL)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.filter)
        layout.addWidget(self.types)
        self.setFocusProxy(self.filter)
        self.filter.textChanged.connect(self._narrow)
        self.types.itemClicked.connect(self._pick)
        self.types.itemActivated.connect(self._pick)

    def offer_my_questions(self) -> None:
        """Offer copies of questions that were written before, as the last row."""
        self._add(MY_QUESTIONS)

    def open_at(self, corner: QPoint) -> None:
        """Show the whole list with its lower left corner at the global place `corner`, inside the screen."""
        self.filter.clear()
        self._narrow("")
        size = QSize(row_height() * 8, row_height() * (self.types.count() + 1) + 4 * Gap.SMALL)
        self.resize(size)
        screen = self.screen().availableGeometry()
        self.move(
            max(screen.left(), min(corner.x(), screen.right() - size.width())),
            max(screen.top(), corner.y() - size.height()),
        )
        self.show()
        self.filter.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter in the filter act on the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._step(_STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.types.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _add(self, slug: str) -> None:
        kind = kind_of(slug)
        row = QListWidgetItem(icon(kind.icon, "accent"), kind.name, self.types)
        row.setData(KIND, slug)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind.name}: {kind.purpose}")

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for place in range(self.types.count()):
            row = self.types.item(place)
            kind = kind_of(row.data(KIND))
            said = f"{kind.name} {kind.purpose}".casefold()
            row.setHidden(not all(word in said for word in words))
        shown = [row for row in range(self.types.count()) if not self.types.item(row).isHidden()]
        self.types.setCurrentRow(shown[0] if shown else -1)

    def _step(self, by: int) -> None:
        shown = [row for row in range(self.types.count()) if not self.types.item(row).isHidden()]
        if shown:
            place = shown.index(self.types.currentRow()) if self.types.currentRow() in shown else 0
            self.types.setCurrentRow(shown[(place + by) % len(shown)])

    def _pick(self, row: QListWidgetItem | None) -> None:
        if row is not None and not row.isHidden():
            self.close()
            self.picked.emit(row.data(KIND))
