"""The list of what a search found: questions and quizzes, with how many above it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from app.library.row import Found, Hit
from app.ui.fields.quiet import QuietLabel
from app.ui.search.found_delegate import FoundDelegate
from app.ui.search.hit_model import HitModel, Index
from app.ui.search.sought_words import found_words
from app.ui.theme import Gap


class HitList(QListView):
    """`open_wanted` carries the quiz and the item in it, "" for the quiz itself; `left` comes by Escape."""

    open_wanted = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = HitModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(FoundDelegate(self))
        self.setAccessibleName(self.tr("Found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._open)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show the hits; the one that was chosen stays so where it is still there, else the first one is."""
        before = self.rows.hits[self.currentIndex().row()] if self.currentIndex().isValid() else None
        self.rows.show_hits(hits)
        places = {(hit.quiz_id, hit.item_id): place for place, hit in enumerate(hits)}
        place = places.get((before.quiz_id, before.item_id), 0) if before is not None else 0
        self.setCurrentIndex(self.rows.index(place, 0))

    def _open(self, index: Index) -> None:
        hit = self.rows.hits[index.row()]
        self.open_wanted.emit(hit.quiz_id, hit.item_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Escape leads back to what was asked."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text makes higher rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()


class FoundPage(QWidget):
    """The list, and above it how many there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = QuietLabel("", self)
        self.count.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.MEDIUM, Gap.SMALL)
        self.list = HitList(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)

    def show_found(self, found: Found) -> None:
        """Show what was found, and say how much it is."""
        said = found_words(found)
        self.count.setText(said)
        self.list.setAccessibleDescription(said)
        self.list.show_hits(found.hits)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go into the list."""
        self.list.setFocus(reason)
