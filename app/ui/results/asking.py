"""One question to Canvas at a time: what it is about stands beside the buttons, which rest meanwhile."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.session.notice import Notices
from app.session.tasks import Tasks
from app.ui.fields.quiet import QuietLabel
from app.ui.library.library_commands import said


class Asking(QObject):
    """`step` tells how far it is; errors are told as notices."""

    def __init__(self, tasks: Tasks, notices: Notices, buttons: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self.tasks, self.notices, self._buttons = tasks, notices, buttons
        self.step = QuietLabel("", parent, wraps=False)
        self._task: asyncio.Task[Any] | None = None

    @property
    def busy(self) -> bool:
        """Whether Canvas is being asked."""
        return self._task is not None and not self._task.done()

    def start(self, work: Coroutine[Any, Any, None], title: str) -> None:
        """Ask, unless something is being asked already."""
        if self.busy:
            work.close()
            return
        self._task = self.tasks.start(self._guarded(work, title), title)

    def show_progress(self, done: int, total: int) -> None:
        """So much of it is done."""
        self.step.setText(f"{done} / {total}")

    async def _guarded(self, work: Coroutine[Any, Any, None], title: str) -> None:
        self.step.setText(f"{title}…")
        for button in self._buttons:
            button.setEnabled(False)
        try:
            await work
        except UserError as error:
            self.notices.tell(said(error))
        finally:
            self.step.setText("")
            for button in self._buttons:
                button.setEnabled(True)
