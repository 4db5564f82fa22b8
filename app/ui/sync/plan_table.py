"""The rows of a plan as a table, with a choice of sides at each conflict."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.html.text import plain_text
from app.sync.choice import Side
from app.sync.letter import Row
from app.sync.step import Way
from app.ui.icons import icon
from app.ui.theme import Gap, Role, control_height
from app.ui.words import words

_ICONS: dict[Way, tuple[str, Role]] = {
    Way.TO_CANVAS: ("arrow-up", "accent"),
    Way.FROM_CANVAS: ("arrow-down", "accent"),
    Way.CONFLICT: ("triangle-alert", "danger"),
    Way.HELD: ("circle-alert", "warning"),
}
_MOST_WORDS = 120
"""In characters; the whole is in the editor, and on Canvas."""
_ROW = Qt.ItemDataRole.UserRole


class PlanTable(QTableWidget):
    """Which way, which question, what. `question_wanted` gives the id of a row's item."""

    question_wanted = Signal(str)
    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("Direction"), self.tr("Question"), self.tr("What")])
        self.setAccessibleName(self.tr("What the sync does"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(control_height() + Gap.TIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._sides: dict[tuple[str, str], QComboBox] = {}
        self.cellActivated.connect(self._open)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show a plan; sides that were chosen before are forgotten."""
        self._sides.clear()
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            self._show_row(place, row)
        for before, after in pairwise((self, *self._sides.values())):
            QWidget.setTabOrder(before, after)
        self._fit()

    def _fit(self) -> None:
        """Air after the first column, and no more room than the rows take."""
        self.horizontalHeader().resizeSection(0, self.sizeHintForColumn(0) + Gap.PAGE)
        heads = self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(heads + self.verticalHeader().length() + 2 * self.frameWidth())

    @property
    def first_choice(self) -> QWidget:
        """Where the person decides first."""
        return next(iter(self._sides.values()), self)

    def sides(self) -> dict[tuple[str, str], Side]:
        """What the person decided of the conflicts, by item id and unit."""
        chosen = {key: box.currentData() for key, box in self._sides.items()}
        return {key: Side(side) for key, side in chosen.items() if side is not None}  # Qt makes a plain str of it

    def _show_row(self, place: int, row: Row) -> None:
        name, tone = _ICONS[row.way]
        way = QTableWidgetItem(icon(name, tone), self._way(row.way))
        way.setData(_ROW, row.item_id)
        self.setItem(place, 0, way)
        self.setItem(place, 1, QTableWidgetItem(row.title or self._unnamed(row.way)))
        what = QTableWidgetItem(words(row.what))
        what.setToolTip(words(row.what))
        self.setItem(place, 2, what)
        if row.conflict is not None:
            self._offer_sides(place, row)

    def _unnamed(self, way: Way) -> str:
        return self.tr("(no text)") if way is Way.FROM_CANVAS else self.tr("(deleted here)")

    def _offer_sides(self, place: int, row: Row) -> None:
        assert row.conflict is not None
        box = QComboBox(self)
        box.setAccessibleName(words(row.what))
        box.addItem(self.tr("{what} · decide later").format(what=words(row.what)), None)
        mine, theirs = _said(row.conflict.mine), _said(row.conflict.theirs)
        keep, keep_said = self.tr("Keep mine"), self.tr("Keep mine: {words}")
        take, take_said = self.tr("Take Canvas's"), self.tr("Take Canvas's: {words}")
        box.addItem(keep_said.format(words=mine) if mine else keep, Side.MINE)
        box.addItem(take_said.format(words=theirs) if theirs else take, Side.CANVAS)
        box.activated.connect(self.decided)
        self.setCellWidget(place, 2, box)
        self._sides[(row.item_id, row.conflict.unit)] = box

    def _way(self, way: Way) -> str:
        return {
            Way.TO_CANVAS: self.tr("To Canvas"),
            Way.FROM_CANVAS: self.tr("From Canvas"),
            Way.CONFLICT: self.tr("Conflict"),
            Way.HELD: self.tr("Not sent"),
        }[way]

    def _open(self, place: int, _column: int) -> None:
        item = self.item(place, 0)
        if item is not None and item.data(_ROW):
            self.question_wanted.emit(item.data(_ROW))


def _said(value: object) -> str:
    """A text or a number as it is read; "" for what has no words of its own, such as the answers together."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return plain_text(str(value), _MOST_WORDS)
