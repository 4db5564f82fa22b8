"""The questions that were found, with tick boxes that outlast the search."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.library.row import Hit
from app.library.sameness import Place
from app.ui.editors.kind import kind_of
from app.ui.my_questions.found_delegate import HIT, NOTE, FoundDelegate
from app.ui.tick_list import TickList

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundList(TickList):
    """`looked_at` carries the hit that the keyboard is on, or None; `typed` what was typed in place of a command."""

    looked_at = Signal(object)
    ticks_changed = Signal()
    insert_wanted = Signal()
    typed = Signal(str)

    def __init__(self, note: Callable[[Hit], str], parent: QWidget | None = None) -> None:
        """`note` gives the second line of a hit."""
        super().__init__(FoundDelegate, parent)
        self.setAccessibleName(self.tr("Questions found"))
        self._note = note
        self.ticked: dict[Place, Hit] = {}
        self.currentItemChanged.connect(lambda now, _before: self.looked_at.emit(now.data(HIT) if now else None))

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

    def turn(self, row: QListWidgetItem | None) -> None:
        """The last ticked is the last inserted."""
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter inserts, letters go on with the search."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.turn(self.currentItem())
        elif event.key() in _ENTER and not plain:
            self.insert_wanted.emit()
        elif event.text().strip() and event.text().isprintable() and not plain:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def place_of(hit: Hit) -> Place:
    """Which question of which quiz it is."""
    return (hit.quiz_id, hit.item_id)
