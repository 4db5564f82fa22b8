"""Copying and moving the selected questions to another quiz, or to a new one (decisions 12)."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.message import Message, message
from app.session.notice import UNDO, Notices
from app.session.transfer import Sending
from app.session.workspace import Workspace
from app.ui.icons import icon
from app.ui.screens import screen

if TYPE_CHECKING:
    from app.ui.quiz.quiz_screen import QuizScreen

Send = Callable[[str, str], object]
"""Gets the id and the title of the quiz that was chosen."""


class SendCommands(QObject):
    """Asks where to, and says what was done, with Undo."""

    def __init__(self, workspace: Workspace, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._notices, self._window = workspace, notices, window

    def ask(self, page: "QuizScreen", *, is_move: bool) -> None:
        """Let the person pick a quiz for the questions that are selected in `page`."""
        page.finish()
        chosen = page.panel.list.selected_questions
        if not chosen:
            self._notices.tell(message("Stimuli and item banks can only be copied and moved on Canvas."))
            return
        source, ids = page.document.id, frozenset(item.id for item in chosen)
        send = partial(self._send, source, ids, is_move)
        entry: Any = screen("entry")
        rows = [row for row in self._workspace.rows() if row.id != source]
        entries = [
            entry(self.tr("New quiz"), "", partial(self._send_to_new, page.document.quiz.title, send), icon("plus")),
            *(entry(row.title, row.course_name, partial(send, row.id, row.title), icon("book-open")) for row in rows),
        ]
        screen("picker")(_question(self, len(ids), is_move), self.tr("Title of a quiz"), entries, self._window).open()

    def _send_to_new(self, title: str, send: Callable[..., None]) -> None:
        new_title = self.tr("Questions from {title}").format(title=title)
        self._workspace.create_quiz(new_title, lambda quiz_id: send(quiz_id, new_title, is_new=True))

    def _send(
        self, source: str, ids: frozenset[str], is_move: bool, target: str, title: str, *, is_new: bool = False
    ) -> None:
        def sent(take_back: Callable[[], None]) -> None:
            def undo() -> None:
                take_back()
                if is_new and not self._workspace.open(target).quiz.items:
                    self._workspace.delete_quiz(target)

            self._notices.tell(_done(len(ids), is_move, title), UNDO, undo)

        self._workspace.send_questions(Sending(source, target, ids, is_move, self._notices.tell), sent)


def _question(owner: QObject, count: int, is_move: bool) -> str:
    if is_move:
        return owner.tr("Move question to…") if count == 1 else owner.tr("Move {n} questions to…").format(n=count)
    return owner.tr("Copy question to…") if count == 1 else owner.tr("Copy {n} questions to…").format(n=count)


def _done(count: int, is_move: bool, title: str) -> Message:
    if is_move:
        return message(
            "Question moved to “{title}”.",
            plural="{count} questions moved to “{title}”.",
            count=count,
            title=title,
        )
    return message(
        "Question copied to “{title}”.", plural="{count} questions copied to “{title}”.", count=count, title=title
    )
