"""A list of answers: write, mark, add, remove, move."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.answer import Answer
from app.ui.fields.answer_row import AnswerRow
from app.ui.fields.problems import ProblemLines
from app.ui.fields.text_button import TextButton
from app.ui.fields.view import keep_in_view
from app.ui.icons import icon
from app.ui.theme import Gap

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class AnswerRows(QWidget):
    """The answers as rows. Signals name the answer by its id; places are 0-based."""

    text_edited = Signal(str, str, bool)
    marked = Signal(str, bool)
    lock_edited = Signal(str, bool)
    points_edited = Signal(str, float)
    feedback_edited = Signal(str, str, bool)
    added = Signal(int)
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None, *, one_right: bool | None = True) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._one_right = one_right
        self.rows: list[AnswerRow] = []
        self._spare: list[AnswerRow] = []
        self._problems = ProblemLines(self)
        self.add_button = TextButton(self.tr("Add answer"), self, icon=icon("plus", "text"))
        self.add_button.clicked.connect(lambda: self._add(len(self.rows)))
        self._gap = QFrame(self, frameShape=QFrame.Shape.HLine)
        self._gap.setForegroundRole(self.palette().ColorRole.Highlight)
        self._gap.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Gap.SMALL)
        self._layout.addWidget(self._problems)
        self._layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show these. A row goes with its answer, so that moving one takes the cursor along."""
        before = {row.answer.id: row for row in self.rows if row.answer is not None}
        kept = {answer.id: before.pop(answer.id) for answer in answers if answer.id in before}
        self._spare.extend(before.values())
        rows = [kept.get(answer.id) or self._free_row() for answer in answers]
        for row in self._spare:
            row.hide()
        self._order(rows)
        for number, (row, answer) in enumerate(zip(rows, answers, strict=True), start=1):
            row.show_answer(answer, number)
            row.show()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its answer ("choices/ID"), those of all answers below them."""
        of_rows = {row.answer.id for row in self.rows if row.answer is not None}
        for row in self.rows:
            row.show_problems([one for one in problems if row.answer and one.field.endswith(f"/{row.answer.id}")])
        self._problems.show_problems([one for one in problems if one.field.partition("/")[2] not in of_rows])

    def focus_answer(self, answer_id: str) -> None:
        """Put the cursor into one answer; the first where there is no such one."""
        for row in self.rows:
            if row.answer is not None and row.answer.id == answer_id:
                return self._focus(self.rows.index(row))
        return self._focus(0)

    def focus_mark(self) -> None:
        """Go to the mark of the first answer."""
        if self.rows:
            self.rows[0].mark.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Take in what is under way."""
        for row in self.rows:
            row.finish()

    def _free_row(self) -> AnswerRow:
        return self._spare.pop() if self._spare else self._new_row()

    def _new_row(self) -> AnswerRow:
        row = AnswerRow(self._shelf, self, one_right=self._one_right)
        row.text_edited.connect(lambda html, typed: self.text_edited.emit(_id(row), html, typed))
        row.marked.connect(lambda right: self.marked.emit(_id(row), right))
        row.lock_edited.connect(lambda locked: self.lock_edited.emit(_id(row), locked))
        row.points_edited.connect(lambda points: self.points_edited.emit(_id(row), points))
        row.feedback_edited.connect(lambda html, typed: self.feedback_edited.emit(_id(row), html, typed))
        row.removed.connect(lambda: self._remove(row))
        row.keys.entered.connect(lambda: self._go_on(row))
        row.keys.emptied.connect(lambda: self._remove(row))
        row.keys.moved.connect(lambda by: self._move(row, by))
        row.keys.stepped.connect(lambda by: self._focus(self.rows.index(row) + by))
        row.grip.dragged.connect(lambda at: self._show_gap(row, at))
        row.grip.dropped.connect(lambda at: self._drop(row, at))
        return row

    def _order(self, rows: list[AnswerRow]) -> None:
        if rows == self.rows:
            return
        self.rows = rows
        for place, row in enumerate(rows):
            if self._layout.indexOf(row) != place:
                self._layout.insertWidget(place, row)
            row.stand_toolbar_over(rows[0].text)
        stops = [stop for row in rows for stop in row.stops()] + [self.add_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _go_on(self, row: AnswerRow) -> None:
        """Enter: the next answer if it is still empty, else a new one."""
        place = self.rows.index(row) + 1
        if place < len(self.rows) and self.rows[place].is_empty:
            self._focus(place)
        else:
            self._add(place)

    def _add(self, place: int) -> None:
        self.added.emit(place)
        self._focus(place)

    def _remove(self, row: AnswerRow) -> None:
        place = self.rows.index(row)
        self.removed.emit(_id(row))
        self._focus(max(place - 1, 0))

    def _move(self, row: AnswerRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.moved.emit(_id(row), place)

    def _focus(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].text.setFocus(Qt.FocusReason.OtherFocusReason)
            keep_in_view(self.rows[place])

    def _gap_at(self, at: QPointF) -> int:
        """Between which rows a drag at the global place `at` would drop: 0 is above the first."""
        y = self.mapFromGlobal(at).y()
        return sum(y > row.geometry().center().y() for row in self.rows)

    def _show_gap(self, row: AnswerRow, at: QPointF) -> None:
        gap = self._gap_at(at)
        last = self.rows[-1].geometry()
        y = self.rows[gap].y() if gap < len(self.rows) else last.bottom() + Gap.SMALL
        self._gap.setGeometry(0, y - Gap.SMALL // 2 - 1, self.width(), 2)
        self._gap.setVisible(gap not in (self.rows.index(row), self.rows.index(row) + 1))
        self._gap.raise_()

    def _drop(self, row: AnswerRow, at: QPointF) -> None:
        self._gap.hide()
        place, gap = self.rows.index(row), self._gap_at(at)
        target = gap - 1 if gap > place else gap
        if target != place:
            self.moved.emit(_id(row), target)


def _id(row: AnswerRow) -> str:
    return row.answer.id if row.answer is not None else ""
