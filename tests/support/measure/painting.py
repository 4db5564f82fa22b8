"""How long it takes from something that a person does until the window is painted."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

LONGEST_SECONDS = 60.0


class PaintWatch(QObject):
    """Counts how often a window brought its picture up to date: Qt asks it for that by an UpdateRequest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._passes = 0
        window.installEventFilter(self)

    def milliseconds(self, act: Callable[[], object], done: Callable[[], bool] = lambda: True) -> float:
        """From before `act` until all that it asked to be painted is, and `done` says that it was what was waited for.

        One turn may ask for the next (a layout that changed): the last turn that painted ends it.
        """
        start, seen = perf_counter(), self._passes
        act()
        end, settled = start, False
        while not settled:
            before = self._passes
            QCoreApplication.processEvents()
            if self._passes != before:
                end = perf_counter()
            settled = self._passes == before and self._passes != seen and done()
            assert perf_counter() - start < LONGEST_SECONDS, "nothing was painted"
        return (end - start) * 1000

    def first(self, act: Callable[[], object]) -> float:
        """From before `act` until the window was painted once, whatever goes on after that."""
        start, seen = perf_counter(), self._passes
        act()
        while self._passes == seen:
            QCoreApplication.processEvents()
            assert perf_counter() - start < LONGEST_SECONDS, "nothing was painted"
        return (perf_counter() - start) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let it happen."""
        if event.type() == QEvent.Type.UpdateRequest:
            self._passes += 1
        return False


class Heartbeat(QObject):
    """A timer that beats each millisecond: its longest pause is how long the window stood still."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def wait_for(self, condition: Callable[[], bool]) -> float:
        """Let the window live until `condition` holds; milliseconds that took. The thread sleeps between events."""
        start = self._last = perf_counter()
        self._timer.start()
        loop = QEventLoop()
        while not condition():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert perf_counter() - start < LONGEST_SECONDS, "what was waited for did not come"
        self._timer.stop()
        return (perf_counter() - start) * 1000

    def wait(self, milliseconds: float) -> None:
        """Let the window live for a while. QTest.qWait would hold Python's lock and stop every thread."""
        until = perf_counter() + milliseconds / 1000
        self.wait_for(lambda: perf_counter() >= until)

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now
