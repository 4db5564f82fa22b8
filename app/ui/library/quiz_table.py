"""The table of quizzes: choose, open, delete, by mouse and by keyboard."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeView, QWidget

from app.library.row import QuizRow, State
from app.ui.library.quiz_delegate import QuizDelegate, room_for
from app.ui.library.quiz_heads import QuizHeads
from app.ui.library.quiz_model import Column, QuizModel
from app.ui.theme import Gap

_LEAST_TITLE: Final = 20
"""The narrowest title, in letters; before that, columns that say less are hidden."""
_DELETE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
"""Not Qt's standard key of that name: on Linux it takes Ctrl+D too, which duplicates."""
_MEASURED: Final = 1000
"""Rows whose words count for the width of a column."""
_RARELY_NEEDED: Final = (Column.SEEN_BY, Column.POINTS, Column.QUESTIONS, Column.EDITED)


class QuizTable(QTreeView):
    """Says what the person wants by the ids of the quizzes; somebody else does it.

    `bring_wanted` is about the selected quizzes that are only on Canvas.
    """

    open_wanted = Signal(str)
    bring_wanted = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)
    selected = Signal()

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: dict[Column, int] = {}
        self.rows = QuizModel(clock, self)
        self.setModel(self.rows)
        self.setItemDelegate(QuizDelegate(self))
        self.setAccessibleName(self.tr("Quizzes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self._set_heads()
        self.activated.connect(self._activate)
        self.clicked.connect(self._click)
        self.selectionModel().selectionChanged.connect(self.selected)

    @property
    def selected_ids(self) -> list[str]:
        """The selected quizzes that are on this computer, from top to bottom."""
        return [row.id for row in self._selected() if row.state is not State.ONLY_THERE]

    @property
    def selected_there(self) -> list[QuizRow]:
        """The selected quizzes that are only on Canvas, from top to bottom."""
        return [row for row in self._selected() if row.state is State.ONLY_THERE]

    def _selected(self) -> list[QuizRow]:
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.rows[place] for place in places]

    def show_rows(self, rows: Sequence[QuizRow], *, deleted: bool = False) -> None:
        """Show these quizzes; the selection stays with what is still there."""
        selected = [row.id for row in self._selected()]
        current = self.rows.rows[self.currentIndex().row()].id if self.currentIndex().isValid() else ""
        self.rows.show_rows(rows, deleted=deleted)
        if [row.id for row in self._selected()] != selected:
            self._select_again(selected)
        if not self.currentIndex().isValid() and self.rows.rows:
            place = max(self.rows.place(current), 0)
            self.selectionModel().setCurrentIndex(self.rows.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._measure()

    def select(self, quiz_id: str) -> None:
        """Select one quiz and bring it into view; nothing where it is not shown."""
        place = self.rows.place(quiz_id)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, 0))

    def _select_again(self, ids: Sequence[str]) -> None:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in (self.rows.place(quiz_id) for quiz_id in ids):
            if place >= 0:
                self.selectionModel().select(self.rows.index(place, 0), flags)

    def _activate(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if row.state is State.ONLY_THERE:
            self.bring_wanted.emit()
        else:
            self.open_wanted.emit(row.id)

    def _click(self, index: QModelIndex) -> None:
        """The words “Bring here” in a row are pressed like a button."""
        is_there = self.rows.rows[index.row()].state is State.ONLY_THERE
        if is_there and index.column() == Column.EDITED and len(self._selected()) == 1:
            self.bring_wanted.emit()

    def _set_heads(self) -> None:
        heads = QuizHeads(self)
        self.setHeader(heads)
        heads.setMinimumSectionSize(2 * Gap.PAGE)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        heads.setSortIndicator(Column.EDITED, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def _measure(self) -> None:
        """Give every column the width of its words: once for the rows, where Qt's own way asks at every resize."""
        heads = self.header()
        for column in _RARELY_NEEDED:
            heads.setSectionHidden(column, False)  # a hidden head has no width
        others = [column for column in Column if column is not Column.TITLE]
        self._widths = {column: max(self._widest(column), heads.sectionSizeHint(column)) for column in others}
        for column, width in self._widths.items():
            heads.resizeSection(column, width)
        self._fit()

    def _widest(self, column: Column) -> int:
        """The same words are measured once, where Qt's own way asks for every row."""
        said = {str(self.rows.index(place, column).data()) for place in range(min(self.rows.rowCount(), _MEASURED))}
        return max((room_for(words, column) for words in said), default=0)

    def _fit(self) -> None:
        """Hide what says least until the titles have room: nothing scrolls sideways."""
        least = self.fontMetrics().averageCharWidth() * _LEAST_TITLE + 2 * Gap.MEDIUM
        room, wanted = self.header().width() - least, sum(self._widths.values())
        for column in _RARELY_NEEDED:
            is_too_much = wanted > room
            self.header().setSectionHidden(column, is_too_much)
            wanted -= self._widths.get(column, 0) if is_too_much else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other columns."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs wider columns, when the heads have it too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._measure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes, letters go to a title that begins so."""
        if event.key() in _DELETE and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected_there and not self.selected_ids:
            self.bring_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.selected_ids) == 1:
            self.open_wanted.emit(self.selected_ids[0])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the keys do, for the mouse; by keyboard below the selected row."""
        if not self._selected():
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(place)
