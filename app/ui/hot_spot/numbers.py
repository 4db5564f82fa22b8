"""The selected region in numbers: place and size in per cent or pixels, and the corners of a polygon; both ways."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.geometry.box import Box
from app.geometry.movement import fitted
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.session.edit import Edit
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.vertex_table import VertexTable
from app.ui.theme import Gap

PERCENT, PIXELS = range(2)
_STYLES = ((2, " %"), (1, " px"))
"""Decimals and suffix of each unit."""


class NumberField(QDoubleSpinBox):
    """One number of the region; `entered` only when the person gave it."""

    entered = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.valueChanged.connect(self.entered)

    def show_number(self, value: float, *, largest: float, decimals: int, suffix: str) -> None:
        """Show `value`; the same one is left alone, so that the cursor stays."""
        with QSignalBlocker(self):
            if self.suffix() != suffix:
                self.setSuffix(suffix)
                self.setDecimals(decimals)
            if self.maximum() != largest:
                self.setMaximum(largest)
            if round(value, decimals) != self.value():
                self.setValue(value)


class Numbers(QWidget):
    """Left, top, width and height in the unit that is chosen, and the table of corners."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.unit = QComboBox(self)
        self.unit.addItems([self.tr("Per cent"), self.tr("Pixels")])
        self.unit.setAccessibleName(self.tr("Unit of the numbers"))
        self.unit.activated.connect(self.show_selection)
        names = (self.tr("Left"), self.tr("Top"), self.tr("Width"), self.tr("Height"))
        self.left, self.top, self.width_, self.height_ = self.fields = tuple(NumberField(name, self) for name in names)
        self.corners = VertexTable(board, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(self._grid(names))
        layout.addWidget(self.corners)
        for field in self.fields:
            field.entered.connect(self._entered)
        board.regions_changed.connect(self.show_selection)
        board.selection_changed.connect(self.show_selection)
        self.show_selection()

    def show_selection(self) -> None:
        """Show the selected region as it is now."""
        region = self._board.shown_selection
        changeable = region is not None and not region.locked
        self.setVisible(region is not None)
        for field in self.fields:
            field.setEnabled(changeable)
        self.corners.setVisible(region is not None and isinstance(region.shape, Polygon))
        if region is not None:
            self._fill(region)
            self.corners.show_region(region, self._per)

    def finish(self) -> None:
        """Take in a number that is being typed."""
        for field in self.fields:
            field.interpretText()

    @property
    def _per(self) -> tuple[float, float]:
        """What a whole width and a whole height are in the chosen unit."""
        if self.unit.currentIndex() == PIXELS:
            return self._board.size.width, self._board.size.height
        return 100.0, 100.0

    def _grid(self, names: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Gap.SMALL)
        grid.setVerticalSpacing(Gap.TIGHT)
        for place, (name, field) in enumerate(zip(names, self.fields, strict=True)):
            label = QLabel(name, self)
            label.setBuddy(field)
            row, column = divmod(place, 2)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.unit, 4, 0, 1, 2)
        return grid

    def _fill(self, region: Region) -> None:
        box, (across, down) = region.shape.bounds, self._per
        decimals, suffix = _STYLES[self.unit.currentIndex()]
        values = (box.left * across, box.top * down, box.width * across, box.height * down)
        for field, value, largest in zip(self.fields, values, (across, down, across, down), strict=True):
            field.show_number(value, largest=largest, decimals=decimals, suffix=suffix)

    def _entered(self) -> None:
        region = self._board.selection
        if region is None:
            return
        box, (across, down) = region.shape.bounds, self._per
        field = self.sender()
        left = self.left.value() / across if field is self.left else box.left
        top = self.top.value() / down if field is self.top else box.top
        width = self.width_.value() / across if field is self.width_ else box.width
        height = self.height_.value() / down if field is self.height_ else box.height
        if field in (self.left, self.top):
            left, top = min(left, 1 - width), min(top, 1 - height)
            edit = Edit(self.tr("Move region"))
        else:
            edit = Edit(self.tr("Resize region"))
        wanted = Box(left, top, min(left + width, 1), min(top + height, 1))
        self._board.reshape(region.id, fitted(region.shape, wanted), edit)
        self.show_selection()
