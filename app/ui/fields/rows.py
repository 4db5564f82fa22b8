"""A list of answers: write, mark, add, remove, move."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.fields.answer import Answer
from app.ui.fields.answer_row import AnswerRow
from app.ui.fields.row_list import RowList

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class AnswerRows(RowList[AnswerRow]):
    """The answers as rows, each with the id of its answer for a key."""

    text_edited = Signal(str, str, bool)
    marked = Signal(str, bool)
    lock_edited = Signal(str, bool)
    points_edited = Signal(str, float)
    feedback_edited = Signal(str, str, bool)

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None, *, one_right: bool | None = True) -> None:
        super().__init__(QCoreApplication.translate("AnswerRows", "Add answer"), parent)
        self._shelf = shelf
        self._one_right = one_right

    def new_row(self) -> AnswerRow:
        """An empty row that tells what is done to its answer."""
        row = AnswerRow(self._shelf, self, one_right=self._one_right)
        row.text_edited.connect(lambda html, typed: self.text_edited.emit(row.key, html, typed))
        row.marked.connect(lambda right: self.marked.emit(row.key, right))
        row.lock_edited.connect(lambda locked: self.lock_edited.emit(row.key, locked))
        row.points_edited.connect(lambda points: self.points_edited.emit(row.key, points))
        row.feedback_edited.connect(lambda html, typed: self.feedback_edited.emit(row.key, html, typed))
        return row

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show these, in order."""
        rows = self.show_keys([answer.id for answer in answers])
        for number, (row, answer) in enumerate(zip(rows, answers, strict=True), start=1):
            row.stand_toolbar_over(rows[0].text)
            row.show_answer(answer, number)

    def focus_mark(self) -> None:
        """Go to the mark of the first answer."""
        if self.rows:
            self.rows[0].mark.setFocus(Qt.FocusReason.OtherFocusReason)
