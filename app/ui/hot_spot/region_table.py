"""The regions as a table: the same selection as the canvas, readable by a screen reader."""

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.geometry.area import area
from app.geometry.region import Region
from app.ui.hot_spot import act
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.shape_words import percent, region_name, shape_name, spoken_region
from app.ui.icons import icon
from app.ui.theme import Gap

_LEAST_ROWS = 2
_NAME_LETTERS = 10
"""The room that a name has at least, before another column takes some."""
_NAME, _SHAPE, _SIZE = 1, 2, 3
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GOES_ON = (QAbstractItemDelegate.EndEditHint.EditNextItem, QAbstractItemDelegate.EndEditHint.EditPreviousItem)
_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class RegionTable(QTreeWidget):
    """Number, name, shape and size; F2 or a double-click renames, Delete deletes."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._told: list[tuple[Region, int, int] | None] = []
        self._fitted: tuple[int, frozenset[type], str] | None = None
        self._widths = {0: 0, _SHAPE: 0, _SIZE: 0}
        self._left: QWidget | None = None
        self.setColumnCount(4)
        self.setHeaderLabels(["", self.tr("Name"), self.tr("Shape"), self.tr("Size")])
        self.setAccessibleName(self.tr("Regions"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        header = self.header()
        self.headerItem().setTextAlignment(_SIZE, _AT_RIGHT)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(Gap.PAGE)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._renamed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.itemSelectionChanged.connect(self._chosen)
        board.name_wanted.connect(self.edit_name)

    def show_regions(self) -> None:
        """Show the board's regions; rows that are there are kept, so that a screen reader stays where it is."""
        with QSignalBlocker(self):
            while self.topLevelItemCount() > len(self._board.regions):
                self.takeTopLevelItem(self.topLevelItemCount() - 1)
                self._told.pop()
            while self.topLevelItemCount() < len(self._board.regions):
                self.addTopLevelItem(self._new_row())
                self._told.append(None)
            for number, region in enumerate(self._board.regions, start=1):
                self._fill(region, number)
        self._fit_columns()
        self.show_selection()

    def show_live(self) -> None:
        """Show the size of the region that is being changed."""
        live = self._board.live
        if live is not None:
            with QSignalBlocker(self):
                number = self._board.number(live.id)
                self._fill(live, number)

    def show_selection(self) -> None:
        """Mark the board's selected region."""
        with QSignalBlocker(self):
            self.clearSelection()
            if self._board.selection is None:
                self.setCurrentIndex(QModelIndex())
            else:
                self.setCurrentItem(self._row(self._board.number(self._board.selected)))
            for region in self._board.chosen:
                self._row(self._board.number(region.id)).setSelected(True)

    def edit_name(self, region_id: str) -> None:
        """Put the cursor into a region's name; the focus goes back from there to where it was."""
        before = QApplication.focusWidget()
        self._left = before if before is not None and before is not self else None
        self.editItem(self._row(self._board.number(region_id)), 1)

    def _row(self, number: int) -> QTreeWidgetItem:
        item = self.topLevelItem(number - 1)
        assert item is not None
        return item

    def _fill(self, region: Region, number: int) -> None:
        """What is there already is left alone: of 200 rows an edit changes one, and each change is told to the view."""
        told, before = (region, number, len(self._board.regions)), self._told[number - 1]
        if told == before:
            return
        self._told[number - 1] = told
        item = self._row(number)
        texts = (str(number), region_name(region, number), shape_name(region.shape), percent(area(region.shape)))
        for column, text in enumerate(texts):
            if item.text(column) != text:
                item.setText(column, text)
        spoken = spoken_region(*told)
        item.setData(_NAME, Qt.ItemDataRole.AccessibleTextRole, spoken)
        for column in range(self.columnCount()):
            item.setToolTip(column, spoken)
        mark = _mark(region)
        if mark != (_mark(before[0]) if before is not None else ""):
            item.setIcon(_NAME, icon(mark, "text_quiet") if mark else QIcon())

    def _new_row(self) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setFlags(_EDITABLE)
        item.setSizeHint(0, QSize(0, self._row_height))
        item.setTextAlignment(_SIZE, _AT_RIGHT)
        return item

    def _fit_columns(self) -> None:
        """As wide as the widest that can be in them: Qt would measure all rows again at each change of one."""
        shapes = {type(region.shape): region.shape for region in self._board.regions}
        fitted = (len(str(len(self._board.regions))), frozenset(shapes), self.font().key())
        if fitted == self._fitted:
            return
        self._fitted = fitted
        names = [shape_name(shape) for shape in shapes.values()]
        widest = {0: [str(len(self._board.regions))], _SHAPE: names, _SIZE: [percent(0.8888)]}
        for column, texts in widest.items():
            texts.append(self.headerItem().text(column))
        metrics, air = self.fontMetrics(), Gap.SMALL + 2 * (self._margin + 1)
        for column, texts in widest.items():
            width = max((metrics.horizontalAdvance(text) + air for text in texts), default=0)
            self._widths[column] = max(width, self.header().sectionSizeHint(column))
            self.setColumnWidth(column, self._widths[column])
        self._make_room()

    def _make_room(self) -> None:
        """A name is what a region is known by: where it would be squeezed the size goes, then the shape."""
        room = self.viewport().width() - self.columnWidth(0) - self.fontMetrics().averageCharWidth() * _NAME_LETTERS
        fits = {_SHAPE: room >= self._widths[_SHAPE], _SIZE: room >= self._widths[_SHAPE] + self._widths[_SIZE]}
        for column, is_shown in fits.items():
            if self.isColumnHidden(column) == is_shown:
                self.setColumnHidden(column, not is_shown)

    @property
    def _margin(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self)

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        place = self.indexOfTopLevelItem(item)
        if column != _NAME or place >= len(self._board.regions):
            return
        region, name = self._board.regions[place], item.text(_NAME).strip()
        self._told[place] = None  # the row says what was typed, whatever comes of it
        if name != region_name(region, place + 1):
            act.rename(self._board, region.id, name)
        self.show_regions()

    def _chosen(self) -> None:
        """The row that has the focus comes last: numbers and handles are about its region."""
        rows = sorted(self.selectedItems(), key=lambda row: row is self.currentItem())
        self._board.select_all([self._board.regions[self.indexOfTopLevelItem(row)].id for row in rows])

    def edit(  # type: ignore[override]  # Qt has a slot of the same name
        self, index: QModelIndex, trigger: QAbstractItemView.EditTrigger, event: QEvent | None
    ) -> bool:
        """Wherever the row is taken hold of, its name is edited."""
        return super().edit(index.siblingAtColumn(1), trigger, event)  # type: ignore[arg-type]  # no event is fine

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter and Escape lead back; Tab goes on to the next name."""
        super().closeEditor(editor, hint)
        left = self._left
        if left is not None and hint not in _GOES_ON:
            self._left = None
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Its heads and two regions; it takes what the numbers below leave."""
        return QSize(super().sizeHint().width(), self.header().sizeHint().height() + _LEAST_ROWS * self._row_height)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @property
    def _row_height(self) -> int:
        return self.fontMetrics().height() + Gap.MEDIUM

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters take wider columns and higher rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for number in range(1, self.topLevelItemCount() + 1):
                self._row(number).setSizeHint(0, QSize(0, self._row_height))
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The selected region stays in view, and its name readable."""
        super().resizeEvent(event)
        self._make_room()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the selected region out."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._board.selected:
            act.delete(self._board)
            return
        super().keyPressEvent(event)


def _mark(region: Region) -> str:
    """The icon beside its name."""
    return "lock" if region.locked else "eye-off" if region.hidden else ""
