"""How scores spread, as bars with their numbers; the same in words for who does not see it."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import Gap, control_height, role


class ScoreChart(QWidget):
    """One bar for each tenth of the points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[int, ...] = ()
        self.setMinimumHeight(control_height() * 2)

    def show_bars(self, bars: Sequence[int]) -> None:
        """Show how many scores each tenth has."""
        self._bars = tuple(bars)
        step = 100 // max(len(bars), 1)
        said = (
            self.tr("{a} to {b} %: {n}").format(a=place * step, b=(place + 1) * step, n=count)
            for place, count in enumerate(bars)
            if count
        )
        self.setAccessibleName(self.tr("How scores spread"))
        self.setAccessibleDescription(", ".join(said))
        self.setToolTip(self.accessibleDescription())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as four controls."""
        return QSize(control_height() * 12, control_height() * 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars from the bottom, the count above, the per cent below as many of them as there is room for."""
        if not self._bars:
            return
        painter = QPainter(self)
        line = self.fontMetrics().height()
        width = self.width() / len(self._bars)
        room = self.height() - 2 * line - 2 * Gap.TIGHT
        most = max(*self._bars, 1)
        words = self.fontMetrics().horizontalAdvance(f"  {_span(len(self._bars) - 1, len(self._bars))}")
        every = ceil(words / max(width, 1))
        for place, count in enumerate(self._bars):
            left, height = place * width, room * count / most
            bar = QRectF(left + Gap.TIGHT, line + Gap.TIGHT + room - height, width - 2 * Gap.TIGHT, height)
            painter.fillRect(bar, role("accent"))
            painter.setPen(role("text"))
            above = QRectF(left, bar.top() - line, width, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(count) if count else "")
            if place % every == 0:
                painter.setPen(role("text_quiet"))
                below = QRectF(left, self.height() - line, width * every, line)
                painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f" {_span(place, len(self._bars))}")
        painter.end()


def _span(place: int, count: int) -> str:
    """Which part of the points a bar is about."""
    step = 100 // count
    return f"{place * step}–{(place + 1) * step} %"
