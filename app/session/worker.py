"""A thread beside the window, which never waits for it (decisions 14)."""

import sys
from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import UserError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

TURN_SECONDS = 0.0005
"""How long a thread that computes may keep the window waiting for Python. By itself Python passes it on after 5 ms, and
a list that is painted asks for it with every row."""


def share_python() -> None:
    """Let no thread of this process keep the window waiting: for the program that shows it."""
    sys.setswitchinterval(TURN_SECONDS)


class _Ended(NamedTuple):
    future: "Future[Any]"
    done: Callable[[Any], object] | None
    failed: Callable[[UserError], object] | None


class Worker(QObject):
    """Runs work one after the other in a thread of its own; `done` and `failed` are called on the window's thread."""

    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._closed = False
        self._ended.connect(self._report, Qt.ConnectionType.QueuedConnection)  # never inside `submit`

    @cached_property
    def _thread(self) -> "ThreadPoolExecutor":
        """Made for the first work, which comes after the first paint."""
        pool: ThreadPoolExecutor = import_module("concurrent.futures").ThreadPoolExecutor(1, self._name)
        return pool

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> "Future[T]":
        """Queue `work`. A UserError goes to `failed`; any other error is a bug and reaches the excepthook."""
        future = self._thread.submit(work)
        future.add_done_callback(lambda ended: self._ended.emit(_Ended(ended, done, failed)))
        return future

    async def run(self, work: Callable[[], T]) -> T:
        """Queue `work` and wait for its result in a coroutine."""
        # asyncio costs a sixth of the time to the first window, in which no coroutine runs (stack.md 5).
        result: T = await import_module("asyncio").wrap_future(self._thread.submit(work))
        return result

    def finish(self, work: Callable[[], T]) -> T:
        """Queue `work` and wait for it: only for closing, when nobody sees the window any more."""
        return self._thread.submit(work).result()

    def close(self) -> None:
        """Carry out what is queued, then end the thread. Nobody is there to hear of it any more, but of a bug."""
        self._closed = True
        self._thread.shutdown(wait=True)

    def _report(self, ended: _Ended) -> None:
        error = ended.future.exception()
        if error is None:
            if ended.done is not None and not self._closed:
                ended.done(ended.future.result())
        elif isinstance(error, UserError) and ended.failed is not None:
            if not self._closed:
                ended.failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
