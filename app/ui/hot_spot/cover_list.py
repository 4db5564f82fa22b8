"""The covers beside the canvas, apart from the regions: for the keyboard and for screen readers too."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.geometry.box import Box
from app.models.cover import BLUR, Cover
from app.ui.fields.icon_button import IconButton
from app.ui.fields.quiet import QuietLabel
from app.ui.hot_spot.covers import Covers
from app.ui.hot_spot.shape_words import percent
from app.ui.theme import Gap, icon_side, role

_ID = Qt.ItemDataRole.UserRole
_AROUND = ""
"""The choice that is no colour: the one found around the cover."""

_ROWS = 3


class CoverTable(QListWidget):
    """One row for each; Delete takes it away."""

    deleted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen cover away."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and item is not None:
            self.deleted.emit(item.data(_ID))
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its rows, up to a few."""
        rows = min(max(self.count(), 1), _ROWS)
        return QSize(super().sizeHint().width(), rows * self.row_height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @property
    def row_height(self) -> int:
        """Of one row."""
        return self.fontMetrics().height() + Gap.MEDIUM


class CoverList(QWidget):
    """Takes no room while there is no cover; `chosen(id)` tells which one the person turned to."""

    chosen = Signal(str)

    def __init__(self, covers: Covers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._covers = covers
        self.title = QuietLabel(self.tr("Covers: students do not see what is under them."), self)
        self.table = CoverTable(self)
        self.table.setAccessibleName(self.tr("Covers"))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setIconSize(QSize(icon_side(), icon_side()))
        self.fill = QComboBox(self)
        self.fill.setAccessibleName(self.tr("Fill of the cover"))
        for name, fill in self._fills().items():
            self.fill.addItem(_swatch(fill), name, fill)
        self.delete = IconButton("trash-2", self.tr("Delete cover"), self)
        line = QHBoxLayout()
        line.addWidget(self.fill, 1)
        line.addWidget(self.delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.TIGHT)
        layout.addWidget(self.title)
        layout.addWidget(self.table)
        layout.addLayout(line)
        self._connect()
        self.show_covers()

    def show_covers(self) -> None:
        """Show the covers as they are now; rows that are there are kept."""
        shown = self._covers.shown
        with QSignalBlocker(self.table):
            while self.table.count() > len(shown):
                self.table.takeItem(self.table.count() - 1)
            while self.table.count() < len(shown):
                self.table.addItem(QListWidgetItem())
            for place, cover in enumerate(shown):
                self._fill_row(self.table.item(place), place + 1, cover)
        self.table.updateGeometry()
        self.setVisible(bool(shown))
        self._show_selection()

    def spoken(self, cover_id: str) -> str:
        """A cover in words."""
        shown = enumerate(self._covers.shown, start=1)
        return next(self._spoken(number, cover) for number, cover in shown if cover.id == cover_id)

    def _spoken(self, number: int, cover: Cover) -> str:
        text = self.tr("Cover {number}: {fill}, {size}")
        name = self.fill.itemText(self._place(cover.fill))
        return text.format(number=number, fill=name, size=_size_words(cover.bounds))

    def _fills(self) -> dict[str, str]:
        return {
            self.tr("Colour around it"): _AROUND,
            self.tr("White"): "#ffffff",
            self.tr("Grey"): "#808080",
            self.tr("Black"): "#000000",
            self.tr("Blurred"): BLUR,
        }

    def _connect(self) -> None:
        board = self._covers.board
        self._covers.changed.connect(self.show_covers)
        board.selection_changed.connect(self._show_selection)
        self.table.currentItemChanged.connect(self._choose)
        self.table.itemClicked.connect(self._choose)
        self.table.deleted.connect(self._covers.delete)
        self.fill.activated.connect(self._take_fill)
        self.delete.clicked.connect(lambda: self._covers.delete(board.selected))

    def _fill_row(self, item: QListWidgetItem | None, number: int, cover: Cover) -> None:
        if item is not None:
            name = self.fill.itemText(self._place(cover.fill))
            item.setText(f"{number}   {name}")
            spoken = self._spoken(number, cover)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(spoken)
            item.setSizeHint(QSize(0, self.table.row_height))
            item.setIcon(_swatch(cover.fill))
            item.setData(_ID, cover.id)

    def _show_selection(self) -> None:
        selected = self._covers.board.selection
        ids = [region.id for region in self._covers.board.regions]
        with QSignalBlocker(self.table):
            if selected is None:
                self.table.setCurrentIndex(QModelIndex())
            else:
                self.table.setCurrentRow(ids.index(selected.id))
        self.fill.setEnabled(selected is not None)
        self.delete.setEnabled(selected is not None)
        if selected is not None:
            self.fill.setCurrentIndex(self._place(self._covers.fill(selected.id)))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ID))

    def _take_fill(self) -> None:
        selected, fill = self._covers.board.selected, self.fill.currentData()
        if fill == _AROUND:
            self._covers.match(selected)
        else:
            self._covers.set_fill(selected, fill)

    def _place(self, fill: str) -> int:
        return max(self.fill.findData(fill), 0)


def _size_words(box: Box) -> str:
    return f"{percent(box.width)} × {percent(box.height)}"


def _swatch(fill: str) -> QIcon:
    """A spot of the colour; an empty one for what is no colour, so that the words stand in one column."""
    spot = QPixmap(icon_side(), icon_side())
    spot.fill(Qt.GlobalColor.transparent)
    if fill.startswith("#"):
        painter = QPainter(spot)
        painter.fillRect(spot.rect(), QColor(fill))
        painter.setPen(role("text_quiet"))
        painter.drawRect(spot.rect().adjusted(0, 0, -1, -1))
        painter.end()
    return QIcon(spot)
