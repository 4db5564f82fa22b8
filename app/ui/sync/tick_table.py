"""A table that is read, with a tick box in the first cell of each row that the person may leave out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QTableWidget, QTableWidgetItem, QWidget

from app.ui.table_look import set_up_table
from app.ui.theme import Gap, control_height, icon_side

Widths = Callable[[int], Sequence[int]]
"""How wide each column but the last one is, of so much room."""
_TICKED, _NOT = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TickTable(QTableWidget):
    """No higher than its rows; a row is as high as its words need at the width that there is.

    `ticked` comes when the person ticked or unticked a row, `opened` carries the row that was opened.
    """

    ticked = Signal()
    opened = Signal(int)

    def __init__(self, columns: int, widths: Widths, parent: QWidget | None = None) -> None:
        super().__init__(0, columns, parent)
        self._widths = widths
        set_up_table(self, "")
        self.setWordWrap(True)
        self.setIconSize(QSize(icon_side(), icon_side()))
        self.verticalHeader().setDefaultSectionSize(control_height() + Gap.TIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        self.cellActivated.connect(lambda place, _column: self.opened.emit(place))
        self.itemChanged.connect(lambda item: self.ticked.emit() if item.column() == 0 else None)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Rows are put in: nobody ticks, and all is laid out once at the end."""
        self.blockSignals(True)
        try:
            yield
        finally:
            self.blockSignals(False)
        self._fit()

    def cell(self, text: str) -> QTableWidgetItem:
        """One that is heard and read in full."""
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        return item

    def is_ticked(self, place: int) -> bool:
        """Whether the row has a tick."""
        return self._head(place).checkState() == _TICKED

    def tick(self, item: QTableWidgetItem, *, ticked: bool) -> None:
        """Give the first cell of a row its box."""
        item.setCheckState(_TICKED if ticked else _NOT)

    def _head(self, place: int) -> QTableWidgetItem:
        item = self.item(place, 0)
        assert item is not None
        return item

    def _fit(self) -> None:
        for column, width in enumerate(self._widths(self.viewport().width())):
            self.setColumnWidth(column, width)
        self._fit_rows()
        heads = self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(heads + self.verticalHeader().length() + 2 * self.frameWidth())
        self.updateGeometry()

    def _fit_rows(self) -> None:
        """Only rows whose words are wider than their column are measured: a long plan is shown at once."""
        usual, margin = self.verticalHeader().defaultSectionSize(), self._margin()
        rooms = [self.columnWidth(column) - margin for column in range(self.columnCount())]
        rooms[0] -= self._before_words()
        advance = cache(self.fontMetrics().horizontalAdvance)  # most columns say the same few things
        for place in range(self.rowCount()):
            height = usual if self._is_one_line(place, rooms, advance) else self._height(place)
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)

    def _is_one_line(self, place: int, rooms: Sequence[int], advance: Callable[[str], int]) -> bool:
        cells = (self.item(place, column) for column in range(self.columnCount()))
        return all(advance(cell.text()) <= room for cell, room in zip(cells, rooms, strict=True) if cell is not None)

    def _height(self, place: int) -> int:
        return max(self.sizeHintForRow(place) + Gap.SMALL, self.verticalHeader().defaultSectionSize())

    def _margin(self) -> int:
        """Left and right of the words of a cell."""
        return 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1)

    def _before_words(self) -> int:
        """What a tick box and an icon take."""
        box = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        return box + icon_side() + 2 * self._margin()

    def sizeHint(self) -> QSize:
        """As high as all rows; where there is less room, they scroll."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the row, whichever of its cells is current."""
        place = self.currentRow()
        if event.key() != Qt.Key.Key_Space or place < 0:
            super().keyPressEvent(event)
        elif self._head(place).data(Qt.ItemDataRole.CheckStateRole) is not None:
            self.tick(self._head(place), ticked=not self.is_ticked(place))
