"""The quizzes of a sync in one go as a table, with a tick box on each that has something to sync."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.session.many_syncs import OneOfMany
from app.ui.icons import icon
from app.ui.sync.many_words import line, mark
from app.ui.table_look import set_up_table
from app.ui.theme import Gap, control_height, icon_side

_TICKED, _NOT = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ManyTable(QTableWidget):
    """Which quiz, in which course, what. `ticked` comes with every tick, `opened` carries the row that was opened."""

    ticked = Signal()
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("Quiz"), self.tr("Course"), self.tr("What")])
        set_up_table(self, self.tr("What the sync does with each quiz"))
        self.setWordWrap(True)
        self.setIconSize(QSize(icon_side(), icon_side()))
        self.verticalHeader().setMinimumSectionSize(control_height() + Gap.TIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        self.cellActivated.connect(lambda place, _column: self.opened.emit(place))
        self.itemChanged.connect(lambda item: self.ticked.emit() if item.column() == 0 else None)

    def show_quizzes(self, many: Sequence[OneOfMany], *, can_tick: bool = False) -> None:
        """Show how each stands; where the person `can_tick`, all that has something to do is ticked."""
        self.blockSignals(True)
        self.setRowCount(len(many))
        for place, one in enumerate(many):
            self._show_row(place, one, can_tick=can_tick)
        if many and self.currentRow() < 0:
            self.setCurrentCell(0, 0)
        self.blockSignals(False)
        self._fit()

    def show_one(self, place: int, one: OneOfMany) -> None:
        """Show how one stands now."""
        self.blockSignals(True)
        self._show_row(place, one, can_tick=False)
        self.blockSignals(False)
        self._fit()

    @property
    def places(self) -> tuple[int, ...]:
        """The rows that are ticked."""
        return tuple(place for place in range(self.rowCount()) if self._quiz(place).checkState() == _TICKED)

    def sizeHint(self) -> QSize:
        """As high as all rows; where there is less room, they scroll."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def _show_row(self, place: int, one: OneOfMany, *, can_tick: bool) -> None:
        what = line(one)
        quiz = QTableWidgetItem(icon(*mark(one)), one.title or self.tr("Untitled quiz"))
        if can_tick and one.does_anything:
            quiz.setCheckState(_TICKED)
        quiz.setData(Qt.ItemDataRole.AccessibleTextRole, f"{quiz.text()}, {one.course_name}, {what}")
        for column, item in enumerate((quiz, QTableWidgetItem(one.course_name), QTableWidgetItem(what))):
            item.setToolTip(item.text())
            self.setItem(place, column, item)

    def _fit(self) -> None:
        """A third for the name, a quarter for the course, the rest for the words, which may take several lines."""
        width = self.viewport().width()
        self.setColumnWidth(0, width // 3)
        self.setColumnWidth(1, width // 5)
        self.resizeRowsToContents()
        heads = self.horizontalHeader().sizeHint().height()
        self.setMaximumHeight(heads + self.verticalHeader().length() + 2 * self.frameWidth())
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the row, whichever of its cells is current."""
        place = self.currentRow()
        item = self._quiz(place) if place >= 0 else None
        if event.key() == Qt.Key.Key_Space and item is not None:
            if item.data(Qt.ItemDataRole.CheckStateRole) is not None:
                item.setCheckState(_NOT if item.checkState() == _TICKED else _TICKED)
        else:
            super().keyPressEvent(event)

    def _quiz(self, place: int) -> QTableWidgetItem:
        item = self.item(place, 0)
        assert item is not None
        return item
