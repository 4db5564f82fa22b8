"""The list of a quiz's items: choose, move, duplicate, delete, by mouse and by keyboard."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListView, QMenu, QWidget

from app.models.item import Item
from app.models.quiz import Quiz
from app.session.document import Document
from app.ui.quiz.item_delegate import ItemDelegate
from app.ui.quiz.item_model import Index, ItemModel, is_pin

_SELECT = QItemSelectionModel.SelectionFlag
_SEEN = 50
"""More rows than are seen at once."""


class ItemList(QListView):
    """Says what the person wants by the ids of the items; the document does it.

    `page_wanted` asks for the quiz on Canvas, which is offered where it `has_page` there.
    """

    chosen = Signal(str)
    selected = Signal()
    moved = Signal(object, int)
    duplicated = Signal(object)
    deleted = Signal(object)
    send_wanted = Signal(bool)
    entered_item = Signal()
    held = Signal()
    pasted = Signal()
    sent_alone = Signal(object)
    page_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ItemModel(document, self)
        self.look = ItemDelegate(self)
        self.has_page = False
        self.setModel(self.rows)
        self.setItemDelegate(self.look)
        self.setAccessibleName(self.tr("Questions of this quiz"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.rows.dropped.connect(self.moved)
        self.activated.connect(lambda: self.entered_item.emit())

    @property
    def current_id(self) -> str:
        """The item that is open; "" where there is none."""
        index = self.currentIndex()
        return self.rows.item(index).id if index.isValid() else ""

    @property
    def selected_ids(self) -> list[str]:
        """The selected items in their order."""
        return [self.rows.items[place].id for place in self._selected_places()]

    @property
    def selected_questions(self) -> list[Item]:
        """The selected items that can be changed here: pins are not among them."""
        return [item for item in (self.rows.items[place] for place in self._selected_places()) if not is_pin(item)]

    def _selected_places(self) -> list[int]:
        """Taken from ranges: Qt asks the model about each of the single rows, which takes long for thousands."""
        ranges = self.selectionModel().selection().toList()
        return sorted({place for one in ranges for place in range(one.top(), one.bottom() + 1)})

    def show_quiz(self, quiz: Quiz) -> None:
        """Show other items; what was open and selected stays so, else the one that took its place."""
        current, selected, place = self.current_id, self.selected_ids, self.currentIndex().row()
        with QSignalBlocker(self.selectionModel()):
            self.rows.show_quiz(quiz)
        stays = current in quiz.places if current else not quiz.items
        if stays and self.current_id == current and self.selected_ids == selected:
            return
        kept = [item_id for item_id in selected if item_id in quiz.places]
        if current not in quiz.places:
            current = quiz.items[min(max(place, 0), len(quiz.items) - 1)].id if quiz.items else ""
        self.select(current, kept)

    def select(self, item_id: str, others: Collection[str] = ()) -> None:
        """Open one item, with others selected beside it."""
        places = {item.id: row for row, item in enumerate(self.rows.items)}
        before = self._marked_rows()
        selection = QItemSelection()
        for one in {item_id, *others} & places.keys():
            index = self.rows.index(places[one])
            selection.select(index, index)
        with QSignalBlocker(self.selectionModel()):
            index = self.rows.index(places[item_id]) if item_id in places else QModelIndex()
            self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
            self.selectionModel().select(selection, _SELECT.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)
        self._paint_rows(before | self._marked_rows())
        self.chosen.emit(item_id)
        self.selected.emit()

    def fold(self, folded: bool) -> None:
        """Show icons and numbers only, or everything."""
        if folded != self.look.folded:
            self.look.folded = folded
            self.scheduleDelayedItemsLayout()

    def move_by(self, by: int) -> None:
        """Move the selected questions one place up (-1) or down (1); pins stay."""
        items = self.rows.items
        chosen = set(self.selected_ids)
        places = [row for row, item in enumerate(items) if item.id in chosen and not is_pin(item)]
        if places and places[0] + min(by, 0) >= 0 and places[-1] + max(by, 0) < len(items):
            target = places[0] - 1 if by < 0 else places[-1] + 2
            self.moved.emit([items[place].id for place in places], target)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another item is open."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.rows.item(current).id if current.isValid() else "")

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """More or fewer items are selected."""
        super().selectionChanged(selected, deselected)
        self.selected.emit()

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """All rows are equally high: paint those that changed, where Qt's own way lays all of them out anew."""
        if QAccessible.isActive():
            super().dataChanged(top, bottom, list(roles))
            return
        self._paint_rows(range(top.row(), bottom.row() + 1))

    def _marked_rows(self) -> set[int]:
        """The rows that look otherwise than the rest: the selected ones, and the one that is open."""
        return {self.currentIndex().row(), *self._selected_places()}

    def _paint_rows(self, rows: Collection[int]) -> None:
        if len(rows) > _SEEN:
            self.viewport().update()
            return
        for row in rows:
            self.update(self.rows.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, Ctrl+D, Ctrl+V, Alt+Up and Alt+Down; Enter goes into the question."""
        by = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key(), 0)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):  # X11 counts Ctrl+D as the standard key too
            self.deleted.emit(self.selected_ids)
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.duplicated.emit(self.selected_ids)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_by(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_item.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the keys do, for the mouse."""
        if not self.selected_ids:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Duplicate"), lambda: self.duplicated.emit(self.selected_ids))
        menu.addAction(self.tr("Paste a list of questions"), self.pasted.emit)
        menu.addAction(self.tr("Copy to another quiz…"), lambda: self.send_wanted.emit(False))
        menu.addAction(self.tr("Move to another quiz…"), lambda: self.send_wanted.emit(True))
        menu.addSeparator()
        menu.addAction(self.tr("Move up"), lambda: self.move_by(-1))
        menu.addAction(self.tr("Move down"), lambda: self.move_by(1))
        menu.addSeparator()
        if questions := self.selected_questions:
            is_held = all(item.is_held_back for item in questions)
            only = self.tr("Send only this question…") if len(questions) == 1 else self.tr("Send only these questions…")
            menu.addAction(only, lambda: self.sent_alone.emit([item.id for item in questions]))
            menu.addAction(self.tr("Send again") if is_held else self.tr("Hold back"), self.held.emit)
        if self.has_page:
            menu.addAction(self.tr("Open on Canvas"), self.page_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), lambda: self.deleted.emit(self.selected_ids))
        menu.popup(event.globalPos())
