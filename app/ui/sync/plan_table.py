"""The rows of a plan as a table, with a tick box on each that can wait."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from app.sync.choice import Tick
from app.sync.letter import Row
from app.sync.step import Way
from app.ui.icons import icon
from app.ui.sync.tick_table import TickTable
from app.ui.theme import Gap, Role
from app.ui.words import words

_ICONS: dict[Way, tuple[str, Role]] = {
    Way.TO_CANVAS: ("arrow-up", "accent"),
    Way.FROM_CANVAS: ("arrow-down", "accent"),
    Way.CONFLICT: ("triangle-alert", "danger"),
    Way.HELD: ("circle-alert", "warning"),
}


class PlanTable(TickTable):
    """Which way, which question, what. A row that is opened leads to its question, or to both sides of its conflict."""

    question_wanted = Signal(str)
    conflict_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(3, self._shared, parent)
        self.setHorizontalHeaderLabels([self.tr("Direction"), self.tr("Question"), self.tr("What")])
        self.setAccessibleName(self.tr("What the sync does"))
        self._rows: tuple[Row, ...] = ()
        self._whats = set[str]()
        self.opened.connect(self._open)

    def show_rows(self, rows: Sequence[Row], left: Collection[Tick] = ()) -> None:
        """Show a plan; what is `left` out of it is not ticked."""
        with self.filling():
            self._rows = tuple(rows)
            self._whats.clear()
            self.setRowCount(len(rows))
            for place, row in enumerate(rows):
                self._show_row(place, row, is_ticked=row.tick not in left)
            if rows:
                self.setCurrentCell(0, 0)

    @property
    def left(self) -> frozenset[Tick]:
        """The rows that the person unticked."""
        places = (place for place, row in enumerate(self._rows) if row.can_wait and not self.is_ticked(place))
        return frozenset(self._rows[place].tick for place in places)

    def _shared(self, room: int) -> Sequence[int]:
        """Air after the first column; what is done has the room that it needs, half of the rest at most."""
        way = self.sizeHintForColumn(0) + Gap.LARGE
        rest = room - way
        metrics = self.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self._whats), default=0) + Gap.PAGE
        return (way, rest - min(max(longest, rest // 4), rest // 2))

    def _show_row(self, place: int, row: Row, *, is_ticked: bool) -> None:
        mark, tone = _ICONS[row.way]
        said = self._way_words(row.way)
        way = QTableWidgetItem(icon(mark, tone), said)
        if row.can_wait:
            self.tick(way, ticked=is_ticked)
        self.setItem(place, 0, way)
        name, what = self._name(row), words(row.what)
        self._whats.add(what)
        self.setItem(place, 1, self.cell(name))
        self.setItem(place, 2, self.cell(what))
        way.setData(Qt.ItemDataRole.AccessibleTextRole, f"{said}, {name}, {what}")

    def _name(self, row: Row) -> str:
        """What the row is about."""
        if row.of_order:
            return self.tr("The order of the questions")
        if not row.item_id:
            return self.tr("The quiz itself")
        return row.title or (self.tr("(no text)") if row.way is Way.FROM_CANVAS else self.tr("(deleted here)"))

    def _way_words(self, way: Way) -> str:
        return {
            Way.TO_CANVAS: self.tr("To Canvas"),
            Way.FROM_CANVAS: self.tr("From Canvas"),
            Way.CONFLICT: self.tr("Conflict"),
            Way.HELD: self.tr("Not sent"),
        }[way]

    def _open(self, place: int) -> None:
        row = self._rows[place]
        if row.way is Way.CONFLICT:
            self.conflict_wanted.emit(row.item_id, row.unit)
        elif row.item_id:
            self.question_wanted.emit(row.item_id)
