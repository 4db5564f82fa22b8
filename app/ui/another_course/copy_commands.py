"""“Use in another course…” in the window: asked for, copied, and then shown as a sync that can still be left."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.library.row import CourseRow
from app.session.another_course import AnotherCourse
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.another_course.copy_dialog import CopyDialog
from app.ui.library.library_commands import said


class CopyCommands:
    """`sync` shows what a sync of the copies would do: nothing is sent before the person says so."""

    def __init__(
        self, workspace: Workspace, notices: Notices, sync: Callable[[Collection[str]], None], window: QWidget
    ) -> None:
        self._workspace, self._notices, self._sync, self._window = workspace, notices, sync, window
        self._another = AnotherCourse(workspace, self._tell)

    def ask(self, ids: Sequence[str]) -> CopyDialog:
        """Ask where these quizzes go, and when they are due there."""
        titles = {row.id: row.title for row in self._workspace.rows()}
        dialog = CopyDialog([titles[one] for one in ids], self._window)
        dialog.course_chosen.connect(lambda course: self._look(dialog, ids, course))
        dialog.copy_wanted.connect(lambda: self._copy(dialog, ids))
        dialog.show_courses(self._workspace.accounts(), self._workspace.courses())
        dialog.open()
        return dialog

    def _look(self, dialog: CopyDialog, ids: Sequence[str], course: CourseRow) -> None:
        there = self._another.destination(course)
        self._another.look(ids, there, lambda quizzes: dialog.show_quizzes(quizzes, there))

    def _copy(self, dialog: CopyDialog, ids: Sequence[str]) -> None:
        if dialog.there is not None:
            dates = dialog.dates.dates()
            self._another.copy({one: dates.get(one, ()) for one in ids}, dialog.there, self._sync)

    def _tell(self, error: UserError) -> None:
        self._notices.tell(said(error))
