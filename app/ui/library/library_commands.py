"""What can be done with quizzes in the library; whatever can be undone is done at once, with Undo in the notice."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.library.row import QuizRow
from app.message import Message, message
from app.paths import resources
from app.session.notice import UNDO, Notices
from app.session.workspace import Workspace
from app.ui.library.library_screen import LibraryScreen

ENDING: Final = ".quizwright"


class LibraryCommands(QObject):
    """Acts on what is selected. `created` carries a new quiz, `made` one that came from elsewhere; both are opened."""

    created = Signal(str)
    made = Signal(str)

    def __init__(self, workspace: Workspace, screen: LibraryScreen, notices: Notices) -> None:
        super().__init__(screen)
        self._workspace, self._screen, self._notices = workspace, screen, notices

    def new(self) -> None:
        """Make an empty quiz and open it."""
        self._workspace.create_quiz(self.tr("Untitled quiz"), self.created.emit)

    def open_sample(self) -> None:
        """Bring in the sample quiz that comes with the program, and open it."""
        self._workspace.import_native(resources() / f"sample{ENDING}", self.made.emit, self.tell_error)

    def duplicate(self) -> None:
        """Copy the selected quizzes."""
        for row in self._selected():
            title = self.tr("{title} (copy)").format(title=row.title)
            self._workspace.duplicate_quiz(row.id, title, self._screen.select)

    def delete(self) -> None:
        """Put the selected quizzes into "Recently deleted"; nothing happens on Canvas."""
        rows = self._selected()
        for row in rows:
            self._workspace.delete_quiz(row.id)
        if rows:
            ids = [row.id for row in rows]
            self._notices.tell(_deleted(rows), UNDO, lambda: self._restore(ids))

    def restore(self) -> None:
        """Take the selected quizzes out of "Recently deleted"."""
        self._restore(self._screen.selected_ids)

    def tell_error(self, error: UserError) -> None:
        """Say what went wrong and what to do."""
        self._notices.tell(said(error))

    def _restore(self, ids: Sequence[str]) -> None:
        for quiz_id in ids:
            self._workspace.restore_quiz(quiz_id)

    def _selected(self) -> list[QuizRow]:
        ids = self._screen.selected_ids
        return [row for row in self._workspace.rows() if row.id in ids]


def said(error: UserError) -> Message:
    """An error as one notice: what happened, and what to do."""
    if error.hint is None:
        return error.message
    return message("{what} {hint}", what=error.message, hint=error.hint)


def _deleted(rows: Sequence[QuizRow]) -> Message:
    linked = any(row.canvas_id for row in rows)
    if len(rows) > 1:
        if linked:
            return message("{count} quizzes deleted here. On Canvas nothing changed.", count=len(rows))
        return message("{count} quizzes deleted.", count=len(rows))
    if linked:
        return message("“{title}” deleted here. On Canvas nothing changed.", title=rows[0].title)
    return message("“{title}” deleted.", title=rows[0].title)
