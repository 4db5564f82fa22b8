"""The time that is left of an attempt."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.icons import icon
from app.ui.theme import Gap

_EVERY_MS = 500


class Countdown(QWidget):
    """Quiet; `over` comes once, when nothing is left. `clock` gives seconds that only go forward."""

    over = Signal()

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._end = 0.0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.tick)
        sign = IconLabel(self)
        sign.show_icon(icon("clock", "text_quiet"))
        self.left = QuietLabel("", self, wraps=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.TIGHT)
        layout.addWidget(sign)
        layout.addWidget(self.left)

    def start(self, seconds: int) -> None:
        """Begin with so many seconds."""
        self._end = self._clock() + seconds
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """It does not matter any more."""
        self._timer.stop()

    def tick(self) -> None:
        """Look at the clock."""
        seconds = max(0, round(self._end - self._clock()))
        self.left.setText(self.tr("{time} left").format(time=time_text(seconds)))
        if seconds == 0 and self._timer.isActive():
            self._timer.stop()
            self.over.emit()


def time_text(seconds: int) -> str:
    """1:05:00 for an hour and five minutes, 5:00 for these five alone."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
