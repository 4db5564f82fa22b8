"""The time that is left of an attempt under way: counted down here, asked of Canvas once a minute."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QWidget

from app.models.results.quiz_submission import SubmissionTime
from app.models.wall_clock import moment
from app.ui.fields.quiet import QuietLabel

SECOND_MS, ASK_SECONDS = 1000, 60
"""Canvas is asked no oftener: the end moves only where somebody moves it."""


class TimeWatch(QuietLabel):
    """Shown while it watches. `ask` wants to know the time anew; `show_time` answers it."""

    def __init__(self, ask: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._ask = ask
        self._end: datetime | None = None
        self._zone: tzinfo | None = None
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._tick)
        self.hide()

    @property
    def watches(self) -> bool:
        """Whether an attempt is being watched."""
        return self._timer.isActive()

    def use_zone(self, zone: tzinfo | None) -> None:
        """Say the end on the clock of the course, and whose clock it is; on the system's where that is not known."""
        self._zone = zone

    def begin(self) -> None:
        """Watch an attempt."""
        self._end, self._ticks = None, 0
        self.setText(self.tr("Under way. Asking Canvas how long still…"))
        self.show()
        self._timer.start()
        self._ask()

    def end(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self.hide()

    def show_time(self, time: SubmissionTime | None) -> None:
        """Canvas answered; None where it could not be asked."""
        if not self.watches:
            return
        if time is None:
            self.setText(self.tr("Under way. Canvas could not be asked how long still; it is asked again in a minute."))
            return
        self._end = moment(time.end_at)
        if self._end is None:
            self.setText(self.tr("Under way, without an end."))
        else:
            self._say()

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % ASK_SECONDS == 0:
            self._ask()
        if self._end is not None:
            self._say()

    def _say(self) -> None:
        assert self._end is not None
        left = int((self._end - datetime.now(UTC)).total_seconds())
        at = QLocale().toString(self._end.astimezone(self._zone).time(), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
        if self._zone is not None:
            at = self.tr("{at} ({zone})").format(at=at, zone=self._zone)
        if left <= 0:
            self.setText(self.tr("Its time ended at {at}.").format(at=at))
            return
        hours, rest = divmod(left, 3600)
        clock = f"{hours}:{rest // 60:02}:{rest % 60:02}"
        self.setText(self.tr("Under way until {at}: {clock} left").format(at=at, clock=clock))
