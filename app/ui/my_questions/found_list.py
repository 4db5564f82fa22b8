"""The questions that were found, with tick boxes that outlast the search."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.library.row import Hit
from app.library.sameness import Place
from app.ui.editors.kind import kind_of
from app.ui.my_questions.found_delegate import HIT, NOTE, FoundDelegate

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundList(QListWidget):
    """`looked_at` carries the hit that the keyboard is on, or None; `typed` what was typed in place of a command."""

    looked_at = Signal(object)
    ticks_changed = Signal()
    insert_wanted = Signal()
    typed = Signal(str)

    def __init__(self, note: Callable[[Hit], str], parent: QWidget | None = None) -> None:
        """`note` gives the second line of a hit."""
        super().__init__(parent)
        self._note = note
        self.ticked: dict[Place, Hit] = {}
        self._look = FoundDelegate(self)
        self.setItemDelegate(self._look)
        self.setAccessibleName(self.tr("Questions found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(lambda now, _before: self.looked_at.emit(now.data(HIT) if now else None))
        self.itemDoubleClicked.connect(self._turn)

    @property
    def hit(self) -> Hit | None:
        """The question that the keyboard is on."""
        row = self.currentItem()
        hit: Hit | None = row.data(HIT) if row is not None else None
        return hit

    @property
    def chosen(self) -> tuple[Hit, ...]:
        """What would be inserted: the ticked ones in the order of their ticking, else the one looked at."""
        if self.ticked or self.hit is None:
            return tuple(self.ticked.values())
        return (self.hit,)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these, the best first, and stay at the question that was looked at if it is among them."""
        before = place_of(self.hit) if self.hit is not None else None
        self.clear()
        for hit in hits:
            row = QListWidgetItem(hit.snippet, self)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setData(HIT, hit)
            self._show_tick(row)
        self.renew_notes()
        places = [place_of(hit) for hit in hits]
        self.setCurrentRow(places.index(before) if before in places else 0)

    def renew_notes(self) -> None:
        """The second lines say something else now."""
        for place in range(self.count()):
            row = self.item(place)
            hit: Hit = row.data(HIT)
            row.setData(NOTE, self._note(hit))
            spoken = f"{kind_of(hit.type).name}: {hit.snippet}. {row.data(NOTE)}"
            row.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            row.setToolTip(f"{hit.snippet}\n{row.data(NOTE)}")

    def untick(self) -> None:
        """Take all ticks away, also those of questions that are not shown."""
        self.ticked.clear()
        for place in range(self.count()):
            self._show_tick(self.item(place))
        self.ticks_changed.emit()

    def _turn(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        hit: Hit = row.data(HIT)
        if self.ticked.pop(place_of(hit), None) is None:
            self.ticked[place_of(hit)] = hit
        self._show_tick(row)
        self.ticks_changed.emit()

    def _show_tick(self, row: QListWidgetItem) -> None:
        ticked = place_of(row.data(HIT)) in self.ticked
        row.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is looked at stays in sight."""
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the tick box ticks."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() < self._look.box_width():
            self._turn(self.itemAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on the box are two clicks; anywhere else they tick."""
        if event.position().x() < self._look.box_width():
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter inserts, letters go on with the search."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._turn(self.currentItem())
        elif event.key() in _ENTER and not plain:
            self.insert_wanted.emit()
        elif event.text().strip() and event.text().isprintable() and not plain:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def place_of(hit: Hit) -> Place:
    """Which question of which quiz it is."""
    return (hit.quiz_id, hit.item_id)
