"""The rows of a plan as a table, with a tick box on each that can wait."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.sync.choice import Tick
from app.sync.letter import Row
from app.sync.step import Way
from app.ui.icons import icon
from app.ui.table_look import set_up_table
from app.ui.theme import Gap, Role, control_height
from app.ui.words import words

_ICONS: dict[Way, tuple[str, Role]] = {
    Way.TO_CANVAS: ("arrow-up", "accent"),
    Way.FROM_CANVAS: ("arrow-down", "accent"),
    Way.CONFLICT: ("triangle-alert", "danger"),
    Way.HELD: ("circle-alert", "warning"),
}


class PlanTable(QTableWidget):
    """Which way, which question, what. A row that is opened leads to its question, or to both sides of its conflict.

    `ticked` comes when the person ticked or unticked a row.
    """

    question_wanted = Signal(str)
    conflict_wanted = Signal(str, str)
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("Direction"), self.tr("Question"), self.tr("What")])
        set_up_table(self, self.tr("What the sync does"))
        self.verticalHeader().setDefaultSectionSize(control_height() + Gap.TIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._rows: tuple[Row, ...] = ()
        self.cellActivated.connect(self._open)
        self.itemChanged.connect(self._note_tick)

    def show_rows(self, rows: Sequence[Row], left: Collection[Tick] = ()) -> None:
        """Show a plan; what is `left` out of it is not ticked."""
        self.blockSignals(True)
        self._rows = tuple(rows)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self._show_row(place, row, is_ticked=row.tick not in left)
        if rows:
            self.setCurrentCell(0, 0)
        self.blockSignals(False)
        self._fit()

    @property
    def left(self) -> frozenset[Tick]:
        """The rows that the person unticked."""
        places = (place for place, row in enumerate(self._rows) if row.can_wait and not self._is_ticked(place))
        return frozenset(self._rows[place].tick for place in places)

    def sizeHint(self) -> QSize:
        """As high as all rows; where there is less room, they scroll."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def _fit(self) -> None:
        """Air after the first column, and no more room than the rows take."""
        self.horizontalHeader().resizeSection(0, self.sizeHintForColumn(0) + Gap.PAGE)
        heads = self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(heads + self.verticalHeader().length() + 2 * self.frameWidth())
        self.updateGeometry()

    def _show_row(self, place: int, row: Row, *, is_ticked: bool) -> None:
        name, tone = _ICONS[row.way]
        said = self._way_words(row.way)
        way = QTableWidgetItem(icon(name, tone), said)
        if row.can_wait:
            way.setCheckState(_state(is_ticked=is_ticked))
        self.setItem(place, 0, way)
        self.setItem(place, 1, QTableWidgetItem(row.title or self._unnamed(row.way)))
        what = QTableWidgetItem(words(row.what))
        what.setToolTip(words(row.what))
        self.setItem(place, 2, what)
        way.setData(Qt.ItemDataRole.AccessibleTextRole, f"{said}, {row.title}, {words(row.what)}")

    def _unnamed(self, way: Way) -> str:
        return self.tr("(no text)") if way is Way.FROM_CANVAS else self.tr("(deleted here)")

    def _way_words(self, way: Way) -> str:
        return {
            Way.TO_CANVAS: self.tr("To Canvas"),
            Way.FROM_CANVAS: self.tr("From Canvas"),
            Way.CONFLICT: self.tr("Conflict"),
            Way.HELD: self.tr("Not sent"),
        }[way]

    def _way(self, place: int) -> QTableWidgetItem:
        item = self.item(place, 0)
        assert item is not None
        return item

    def _is_ticked(self, place: int) -> bool:
        return self._way(place).checkState() == Qt.CheckState.Checked

    def _note_tick(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self.ticked.emit()

    def _open(self, place: int, _column: int) -> None:
        row = self._rows[place]
        if row.way is Way.CONFLICT:
            self.conflict_wanted.emit(row.item_id, row.unit)
        elif row.item_id:
            self.question_wanted.emit(row.item_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the row, whichever of its cells is current."""
        place = self.currentRow()
        if event.key() == Qt.Key.Key_Space and place >= 0:
            if self._rows[place].can_wait:
                self._way(place).setCheckState(_state(is_ticked=not self._is_ticked(place)))
        else:
            super().keyPressEvent(event)


def _state(*, is_ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
