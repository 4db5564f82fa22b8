"""Deleting what is kept of students: asked for, because nothing brings it back."""

from functools import partial

from PySide6.QtWidgets import QMessageBox, QWidget

from app.library.results.forgetting import Forgotten, forget_results, left_words
from app.library.results.marks import marks
from app.message import message
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.dialogs.asked import ask
from app.ui.words import words


def ask_forget(workspace: Workspace, notices: Notices, window: QWidget) -> QMessageBox:
    """Ask, then delete names, answers and marks of students from this computer, out of its backups too."""
    unsent = len(marks(workspace.reader.db))
    note = window.tr("On Canvas nothing changes: the results can be brought here again. This cannot be undone.")
    if unsent:
        lost = message(
            "1 mark is not on Canvas yet and is lost.", plural="{count} marks are not on Canvas yet and are lost.",
            count=unsent,
        )  # fmt: skip
        note = f"{words(lost)} {note}"

    def told(gone: Forgotten) -> None:
        workspace.rows_changed.emit()
        for path in gone.left:
            notices.tell(left_words(path))
        notices.tell(
            message("Results of 1 quiz deleted.", plural="Results of {count} quizzes deleted.", count=gone.quizzes)
        )

    def forget() -> None:
        workspace.writer.submit(partial(forget_results, workspace.library), told, workspace.failed.emit)

    question = window.tr("Delete the results of students from this computer?")
    return ask(window, question, note, window.tr("Delete results"), forget)
