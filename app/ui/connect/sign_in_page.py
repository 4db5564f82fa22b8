"""A page from which Canvas is asked who it is: it waits for the answer, and what goes wrong stands in place."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.canvas.address import canvas_address
from app.errors import UserError
from app.session.tasks import Tasks
from app.ui.connect.page import Page, line
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble


class SignInPage(Page):
    """`done` comes when somebody is signed in. `give_up` ends the attempt that is under way."""

    done = Signal()

    def __init__(self, title: str, verb: str, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._tasks = tasks
        self._trying: asyncio.Task[Any] | None = None
        self._is_over = False
        self.address = line(self.tr("Address of your school's Canvas"), "uni.instructure.com", self)
        self.trouble = Trouble(self)
        self.busy = QuietLabel(self.tr("Asking Canvas…"), self)
        self.busy.hide()
        self.join = TextButton(verb, self)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is waited for."""
        return self._trying is not None and not self._trying.done()

    def origin(self) -> str:
        """The Canvas that was typed. Raises AddressRefused."""
        return canvas_address(self.address.text())

    def give_up(self) -> None:
        """Nobody waits any more; the page says nothing from now on."""
        self._is_over = True
        if self._trying is not None:
            self._trying.cancel()

    def stop(self) -> None:
        """End the attempt; another one can be made."""
        if self._trying is not None:
            self._trying.cancel()

    def show_error(self, error: UserError | None) -> None:
        """Say what went wrong and what to do; None takes it away."""
        self.trouble.show_error(error)
        self.grown.emit()

    def enter(self) -> None:
        """At the address."""
        super().enter()
        self.allow()
        self.address.setFocus()

    def fields(self) -> tuple[QLineEdit, ...]:
        """What cannot be changed while an answer is waited for."""
        return (self.address,)

    def allow(self) -> None:
        """Enable what can be done."""
        for field in self.fields():
            field.setReadOnly(self.is_waiting)
        self.busy.setVisible(self.is_waiting)
        self.grown.emit()

    def ask(self, work: Callable[[], Awaitable[object]]) -> None:
        """Begin an attempt. It may be given up before its first step, so that is made in it."""
        self.show_error(None)
        self._trying = self._tasks.start(self._asked(work), self.join.text())
        self._trying.add_done_callback(lambda _: None if self._is_over else self.allow())
        self.allow()

    async def _asked(self, work: Callable[[], Awaitable[object]]) -> None:
        try:
            await work()
        except UserError as error:
            if not self._is_over:
                self.show_error(error)
                self.refused()
        else:
            if not self._is_over:
                self.done.emit()

    def refused(self) -> None:
        """Put the cursor where something is to be changed."""
        self.address.setFocus()
