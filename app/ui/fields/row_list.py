"""A list of rows: write, add, remove, move by mouse and keyboard."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.problems import ProblemLines
from app.ui.fields.row import Row
from app.ui.fields.tab_order import chain_before
from app.ui.fields.text_button import TextButton
from app.ui.fields.view import keep_in_view
from app.ui.icons import icon
from app.ui.theme import Gap

R = TypeVar("R", bound=Row)


class RowList(QWidget, Generic[R]):
    """Signals name a row by its key; places are 0-based.

    `left` tells of a row that Alt+Up or Alt+Down moves past an end (-1 or 1), `dropped` of one that was dragged out, to
    a global place; `pasted` gives the row's key, the column from 0, and the lines that were pasted there.
    """

    added = Signal(int)
    removed = Signal(str)
    moved = Signal(str, int)
    left = Signal(str, int)
    dropped = Signal(str, QPointF)
    pasted = Signal(str, int, object)

    def __init__(self, add_words: str, parent: QWidget | None = None, *, drags_out: bool = False) -> None:
        super().__init__(parent)
        self._drags_out = drags_out
        self.rows: list[R] = []
        self._spare: list[R] = []
        self._problems = ProblemLines(self)
        self.add_button = TextButton(add_words, self, icon=icon("plus", "text"))
        self.add_button.clicked.connect(lambda: self._add(len(self.rows)))
        self._gap = QFrame(self, frameShape=QFrame.Shape.HLine)
        self._gap.setForegroundRole(self.palette().ColorRole.Highlight)
        self._gap.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Gap.SMALL)
        self._layout.addWidget(self._problems)
        self._layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def new_row(self) -> R:
        """An empty row; a list that knows more of its rows listens to them here."""
        raise NotImplementedError

    def show_keys(self, keys: Sequence[str]) -> list[R]:
        """The rows for `keys`, in order. A row goes with its key, so that moving one takes the cursor along."""
        before = {row.key: row for row in self.rows}
        kept = {key: before.pop(key) for key in keys if key in before}
        self._spare[:0] = before.values()  # in their order, so that rows of another question find their places
        rows = [kept.get(key) or self._free_row() for key in keys]
        for row in self._spare:
            row.hide()
        self._order(rows)
        for row, key in zip(rows, keys, strict=True):
            row.key = key
            row.show()
        return rows

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its row ("choices/KEY"), those of all rows below them."""
        keys = {row.key for row in self.rows}
        for row in self.rows:
            row.show_problems([one for one in problems if one.field.endswith(f"/{row.key}")])
        self.show_common([one for one in problems if one.field.partition("/")[2] not in keys])

    def show_common(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the list as a whole."""
        self._problems.show_problems(problems)

    def focus_row(self, key: str) -> None:
        """Put the cursor into one row; the first where there is no such one."""
        self.focus_place(next((place for place, row in enumerate(self.rows) if row.key == key), 0))

    def focus_place(self, place: int) -> None:
        """Put the cursor into the row at a place, if there is one."""
        if 0 <= place < len(self.rows):
            self.rows[place].focus_text()
            keep_in_view(self.rows[place])

    def finish(self) -> None:
        """Take in what is under way."""
        for row in self.rows:
            row.finish()

    def gap_at(self, at: QPointF) -> int:
        """Between which rows a drag at the global place `at` would drop: 0 is above the first."""
        y = self.mapFromGlobal(at).y()
        return sum(y > row.geometry().center().y() for row in self.rows)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*(stop for row in self.rows for stop in row.stops()), self.add_button]

    def _free_row(self) -> R:
        if self._spare:
            return self._spare.pop(0)
        row = self.new_row()
        row.removed.connect(lambda: self._remove(row))
        row.entered.connect(lambda: self._go_on(row))
        row.emptied.connect(lambda: self._remove(row))
        row.moved.connect(lambda by: self._move(row, by))
        row.stepped.connect(lambda by: self.focus_place(self.rows.index(row) + by))
        row.pasted.connect(lambda column, lines: self.pasted.emit(row.key, column, lines))
        row.grip.dragged.connect(lambda at: self._show_gap(row, at))
        row.grip.dropped.connect(lambda at: self._drop(row, at))
        return row

    def _order(self, rows: list[R]) -> None:
        if rows == self.rows:
            return
        self.rows = rows
        for place, row in enumerate(rows):
            if self._layout.indexOf(row) != place:
                self._layout.insertWidget(place, row)
        chain_before(self.add_button, self.stops()[:-1], self)

    def _go_on(self, row: R) -> None:
        """Enter: the next row if it is still empty, else a new one."""
        place = self.rows.index(row) + 1
        if place < len(self.rows) and self.rows[place].is_empty:
            self.focus_place(place)
        else:
            self._add(place)

    def _add(self, place: int) -> None:
        self.added.emit(place)
        self.focus_place(place)

    def _remove(self, row: R) -> None:
        place = self.rows.index(row)
        self.removed.emit(row.key)
        self.focus_place(max(place - 1, 0))

    def _move(self, row: R, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.moved.emit(row.key, place)
        else:
            self.left.emit(row.key, by)

    def _show_gap(self, row: R, at: QPointF) -> None:
        gap = self.gap_at(at)
        last = self.rows[-1].geometry()
        y = self.rows[gap].y() if gap < len(self.rows) else last.bottom() + Gap.SMALL
        self._gap.setGeometry(0, y - Gap.SMALL // 2 - 1, self.width(), 2)
        stays = gap in (self.rows.index(row), self.rows.index(row) + 1)
        self._gap.setVisible(not stays and not self._is_out(at))
        self._gap.raise_()

    def _drop(self, row: R, at: QPointF) -> None:
        self._gap.hide()
        if self._is_out(at):
            self.dropped.emit(row.key, at)
            return
        place, gap = self.rows.index(row), self.gap_at(at)
        target = gap - 1 if gap > place else gap
        if target != place:
            self.moved.emit(row.key, target)

    def _is_out(self, at: QPointF) -> bool:
        """Whether a drag at the global place `at` takes a row to somewhere else."""
        return self._drags_out and not self.rect().contains(self.mapFromGlobal(at).toPoint())
