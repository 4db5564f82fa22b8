"""The event loop under the window: Qt's own, in which coroutines run too (decisions 30)."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication
from qasync import QEventLoop  # type: ignore[import-untyped]

from app.session.tasks import Tasks
from app.session.tokens import Tokens


class Loop:
    """Made after the first paint. When it ends, every task has been cancelled and awaited."""

    def __init__(self, on_error: Callable[[str, BaseException], None]) -> None:
        self._loop = QEventLoop(QGuiApplication.instance())
        asyncio.set_event_loop(self._loop)
        self.tasks = Tasks(on_error)
        self.tokens = Tokens()

    def when_idle(self, work: Callable[[], object]) -> None:
        """Do `work` when nothing waits to be painted or answered."""
        QTimer.singleShot(0, lambda: work())

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
