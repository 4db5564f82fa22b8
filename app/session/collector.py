"""Python's cyclic garbage, collected in the window's thread alone.

A Qt object in a circle is freed by whichever thread the collector happens to run in. In the writer's thread
its timers and connections cannot be taken down, and the process dies.
"""

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

INTERVAL_MS = 1000


class Collector(QObject):
    """While it lives nothing else collects. Each second it does what Python would have done by its own thresholds.

    The oldest generation takes as long as a frame or several; it waits while a button of the mouse is down, so that
    what is dragged does not stand still.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self.destroyed.connect(gc.enable)

    def collect(self) -> None:
        """Collect the oldest generation that is due, and all younger ones."""
        counts, limits = gc.get_count(), gc.get_threshold()
        oldest = 1 if QGuiApplication.mouseButtons() else 2
        due = [generation for generation in range(oldest + 1) if counts[generation] > limits[generation]]
        if due:
            gc.collect(max(due))
