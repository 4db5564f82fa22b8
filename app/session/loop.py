"""The event loop under the window: Qt's own, in which coroutines run too (decisions 30)."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication
from qasync import QEventLoop  # type: ignore[import-untyped]

from app.session.tasks import Tasks
from app.session.tokens import Tokens

IDLE_MS: Final = 20
"""So long nothing else may be waiting to be done before the next piece of work that can wait."""


class Loop:
    """Made after the first paint. When it ends, every task has been cancelled and awaited."""

    def __init__(self, on_error: Callable[[str, BaseException], None]) -> None:
        self._loop = QEventLoop(QGuiApplication.instance())
        asyncio.set_event_loop(self._loop)
        self.tasks = Tasks(on_error)
        self.tokens = Tokens()
        self._waiting: deque[Callable[[], object]] = deque()

    def when_idle(self, work: Callable[[], object]) -> None:
        """Do `work` after what was asked for before it; between two pieces the window paints and answers."""
        self._waiting.append(work)
        if len(self._waiting) == 1:
            QTimer.singleShot(IDLE_MS, self._go_on)

    def _go_on(self) -> None:
        work = self._waiting.popleft()
        if self._waiting:
            QTimer.singleShot(IDLE_MS, self._go_on)
        work()

    def run_until(self, closed: SignalInstance, is_closed: Callable[[], bool]) -> None:
        """Run until the signal comes, or came before there was a loop; then end what is under way."""
        with self._loop:
            self._loop.run_until_complete(self._until(closed, is_closed))

    async def _until(self, closed: SignalInstance, is_closed: Callable[[], bool]) -> None:
        over = asyncio.Event()
        closed.connect(over.set)
        if not is_closed():
            await over.wait()
        await self.tasks.close()
