"""The list of regions beside the canvas, with what can be done with them."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.ui.fields.icon_button import IconButton
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.hot_spot import act, several
from app.ui.hot_spot.arranging import Arranging
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.convert import ConvertMenu
from app.ui.hot_spot.region_table import RegionTable
from app.ui.hot_spot.trouble import RegionTrouble
from app.ui.theme import Gap


class RegionList(QWidget):
    """The table, the acts on the selected region under it, and what the regions mean for students.

    `each_wanted` asks for a question of each of them, `large_wanted` for a closer look at the selected one.
    """

    each_wanted = Signal()
    large_wanted = Signal()

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.table = RegionTable(board, self)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu_at)
        self.arranging = Arranging(board, self)
        self.trouble = RegionTrouble(board, self)
        self._clicks = QuietLabel("", self)
        self.each = TextButton(self.tr("One question of each…"), self)
        self.each.setToolTip(self.tr("Make a question of each region, on the same picture"))
        self.rename = IconButton("pencil", self.tr("Rename region (F2); Tab goes on to the next one"), self)
        self.lock = IconButton("lock-open", self.tr("Lock region"), self, checked_icon="lock")
        self.hide_region = IconButton("eye", self.tr("Hide region while drawing"), self, checked_icon="eye-off")
        self.convert = IconButton("shapes", self.tr("Convert region to another shape"), self)
        self.convert.setMenu(ConvertMenu(board, self))
        self.convert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.duplicate = IconButton("copy", self.tr("Duplicate region (Ctrl+D)"), self)
        self.delete = IconButton("trash-2", self.tr("Delete region"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.TIGHT)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons())
        layout.addWidget(self.arranging)
        layout.addWidget(self.trouble)
        layout.addWidget(self._clicks)
        layout.addWidget(self.each, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()
        self.show_regions()

    def show_regions(self) -> None:
        """Show the board's regions."""
        self.table.show_regions()
        count = len(self._board.regions)
        self._clicks.setText(self.tr("Students make {count} clicks, one on each.").format(count=count))
        self._clicks.setVisible(count > 1)
        self.each.setVisible(count > 1)
        self._show_acts()

    def finish(self) -> None:
        """Take in a name that is being typed."""
        if self.table.state() == QAbstractItemView.State.EditingState:
            self.table.setFocus()

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        for button in (self.rename, self.lock, self.hide_region, self.convert, self.duplicate):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.delete)
        return line

    def _connect(self) -> None:
        board = self._board
        board.regions_changed.connect(self.show_regions)
        board.selection_changed.connect(self._show_selection)
        self.rename.clicked.connect(lambda: self.table.edit_name(board.selected))
        self.lock.clicked.connect(lambda on: several.lock(board, on))
        self.hide_region.clicked.connect(lambda on: several.hide(board, on))
        self.delete.clicked.connect(self._delete)
        self.duplicate.clicked.connect(lambda: several.duplicate(board))
        self.each.clicked.connect(self.each_wanted)

    def _delete(self) -> None:
        several.delete(self._board)

    def _show_selection(self) -> None:
        self.table.show_selection()
        self._show_acts()

    def _show_acts(self) -> None:
        region = self._board.selection
        for button in (self.rename, self.lock, self.hide_region, self.duplicate):
            button.setEnabled(region is not None)
        for button in (self.convert, self.delete):
            button.setEnabled(bool(several.changeable(self._board)))
        self.lock.setChecked(several.are_locked(self._board))
        self.hide_region.setChecked(several.are_hidden(self._board))

    def _menu_at(self, place: QPoint) -> None:
        if self._board.selection is not None:
            self.open_menu(self.table.viewport().mapToGlobal(place))

    def open_menu(self, at: QPoint) -> None:
        """The acts on the selected region as a menu."""
        region = self._board.selection
        if region is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename"), lambda: self.table.edit_name(region.id))
        menu.addAction(self.tr("Show large"), self.large_wanted.emit)
        locked, hidden = several.are_locked(self._board), several.are_hidden(self._board)
        lock, unlock = self.tr("Lock"), self.tr("Unlock")
        menu.addAction(unlock if locked else lock, lambda: several.lock(self._board, not locked))
        hide, show = self.tr("Hide while drawing"), self.tr("Show")
        menu.addAction(show if hidden else hide, lambda: several.hide(self._board, not hidden))
        if act.crosses(region) and not region.locked:
            menu.addAction(self.trouble.crossing.mend.text(), lambda: act.untangle(self._board, region.id))
        changeable = bool(several.changeable(self._board))
        if changeable:
            menu.addMenu(ConvertMenu(self._board, menu))
        menu.addSeparator()
        menu.addAction(self.tr("Duplicate"), lambda: several.duplicate(self._board))
        menu.addAction(self.tr("Copy"), lambda: several.copy(self._board))
        menu.addAction(self.tr("Paste regions"), lambda: several.paste(self._board))
        ids = [one.id for one in self._board.visible]
        menu.addAction(self.tr("Select all"), lambda: self._board.select_all(ids))
        menu.addSeparator()
        if len(self._board.regions) > 1:
            menu.addAction(self.each.text(), self.each_wanted.emit)
        if self._board.vertex is not None:
            menu.addAction(self.tr("Delete corner"), lambda: act.delete(self._board)).setEnabled(changeable)
        delete = menu.addAction(self.tr("Delete"), self._delete)
        delete.setEnabled(changeable)
        menu.popup(at)
