"""Patterns tried on examples, off the window's thread."""

import sys
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from app.matching.pattern import Fit, fit

Fits = tuple[Fit, ...]


class PatternTrials(QObject):
    """`tried` gives who asked, the pattern, its examples, and how it fits each. Only the last asked for is tried."""

    tried = Signal(object, str, object, object)
    _done = Signal(object, str, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        thread = self._thread = ThreadPoolExecutor(1, thread_name_prefix="patterns")
        self._waiting: dict[QObject, Future[Fits]] = {}
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(lambda: thread.shutdown(wait=False, cancel_futures=True))
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(partial(thread.shutdown, wait=True, cancel_futures=True))

    def ask(self, asker: QObject, pattern: str, examples: tuple[str, ...]) -> None:
        """Try a sound pattern; what the asker wanted before is no longer wanted."""
        before = self._waiting.get(asker)
        if before is not None:
            before.cancel()
        future = self._waiting[asker] = self._thread.submit(_fits, pattern, examples)
        future.add_done_callback(partial(self._tell, asker, pattern, examples))

    def _tell(self, asker: QObject, pattern: str, examples: tuple[str, ...], future: "Future[Fits]") -> None:
        if isValid(self) and not future.cancelled():
            self._done.emit(asker, pattern, examples, future)

    def _take(self, asker: QObject, pattern: str, examples: tuple[str, ...], future: "Future[Fits]") -> None:
        if (error := future.exception()) is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self.tried.emit(asker, pattern, examples, future.result())


def _fits(pattern: str, examples: tuple[str, ...]) -> Fits:
    return tuple(fit(pattern, example) for example in examples)
