"""Lines to write on."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.ui.paper.drawn_rows import draw_words
from app.ui.paper.metric import Metric
from app.ui.theme import role

_SHORT = 0.55
"""Of the width: a line for a number."""


class DrawnLines:
    """So many; `label` stands before the first, which begins behind it."""

    def __init__(self, count: int, label: str, width: float, metric: Metric, *, is_short: bool = False) -> None:
        self._count, self._label, self._metric = count, label, metric
        self._width = _SHORT * width if is_short else width
        self.height = count * metric.writing
        self.base = metric.writing - 0.3 * metric.em

    @property
    def cuts(self) -> tuple[float, ...]:
        """Between the lines."""
        return tuple(number * self._metric.writing for number in range(1, self._count))

    def draw(self, painter: QPainter) -> None:
        """The label on the first line."""
        bold = self._metric.bold
        start = QFontMetricsF(bold).horizontalAdvance(self._label) + 0.6 * self._metric.em if self._label else 0.0
        if self._label:
            draw_words(painter, self._label, QPointF(0, self.base), bold)
        painter.setPen(QPen(role("text_quiet"), 1))
        for number in range(1, self._count + 1):
            y = number * self._metric.writing - 0.3 * self._metric.em + 2
            painter.drawLine(QPointF(start if number == 1 else 0.0, y), QPointF(self._width, y))
