"""The quizzes of a sync in one go as a table, with a tick box on each that has something to sync."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.session.many_syncs import OneOfMany
from app.ui.icons import icon
from app.ui.sync.many_words import line, mark
from app.ui.sync.tick_table import TickTable


class ManyTable(TickTable):
    """Which quiz, in which course, what; the words have the most room, the course the least."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(3, lambda room: (room // 3, room // 5), parent)
        self.setHorizontalHeaderLabels([self.tr("Quiz"), self.tr("Course"), self.tr("What")])
        self.setAccessibleName(self.tr("What the sync does with each quiz"))

    def show_quizzes(self, many: Sequence[OneOfMany], *, can_tick: bool = False, left: Collection[str] = ()) -> None:
        """Show how each stands; where the person `can_tick`, all that has something to do is ticked.

        Quizzes that she `left` out have an empty box.
        """
        with self.filling():
            self.setRowCount(len(many))
            for place, one in enumerate(many):
                self._show_row(place, one, can_tick=can_tick, is_ticked=one.quiz_id not in left)
            if many and self.currentRow() < 0:
                self.setCurrentCell(0, 0)

    def show_one(self, place: int, one: OneOfMany) -> None:
        """Show how one stands now."""
        with self.filling():
            self._show_row(place, one, can_tick=False)

    @property
    def places(self) -> tuple[int, ...]:
        """The rows that are ticked."""
        return tuple(filter(self.is_ticked, range(self.rowCount())))

    def _show_row(self, place: int, one: OneOfMany, *, can_tick: bool, is_ticked: bool = True) -> None:
        what = line(one)
        quiz = self.cell(one.title or self.tr("Untitled quiz"))
        quiz.setIcon(icon(*mark(one)))
        if can_tick and one.does_anything:
            self.tick(quiz, ticked=is_ticked)
        quiz.setData(Qt.ItemDataRole.AccessibleTextRole, f"{quiz.text()}, {one.course_name}, {what}")
        for column, item in enumerate((quiz, self.cell(one.course_name), self.cell(what))):
            self.setItem(place, column, item)
