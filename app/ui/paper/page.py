"""One page, ready to be drawn: slices of parts, and the line at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.message import message
from app.paper.pages import Slice
from app.paper.sheet import Sheet
from app.ui.paper.drawn import Drawn
from app.ui.paper.drawn_head import sheet_title, version_said
from app.ui.paper.metric import Metric
from app.ui.theme import on_paper, role
from app.ui.words import words

_BLEED = 3
"""Beside a slice: pens are wider than their lines."""


@dataclass(frozen=True, eq=False)
class Page:
    """`number` of `count` of its sheet. A page without slices is left empty, foot and all."""

    sheet: Sheet
    number: int
    count: int
    slices: Sequence[Slice]
    drawn: Sequence[Drawn]
    metric: Metric

    def draw(self, painter: QPainter) -> None:
        """On a painter with one unit to 1/96 inch, the corner of the paper at its origin."""
        if not self.slices:
            return
        metric = self.metric
        with on_paper(metric.font):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.translate(metric.margin, metric.margin)
            for one in self.slices:
                self._draw_slice(painter, one)
            self._draw_foot(painter)
            painter.restore()

    @property
    def said(self) -> str:
        """The same for those who do not see it: "Version B, page 2 of 6"."""
        place = words(message("Page {number} of {count}", number=self.number, count=self.count))
        parts = (sheet_title(self.sheet), version_said(self.sheet), place)
        return ", ".join(filter(None, parts))

    def _draw_slice(self, painter: QPainter, one: Slice) -> None:
        piece = self.drawn[one.block]
        painter.save()
        painter.translate(0, one.y - one.top)
        if one.top > 0 or one.bottom < piece.height:
            height = one.bottom - one.top
            painter.setClipRect(QRectF(-_BLEED, one.top, self.metric.width + 2 * _BLEED, height))
        piece.draw(painter)
        painter.restore()

    def _draw_foot(self, painter: QPainter) -> None:
        metric = self.metric
        metrics = QFontMetricsF(metric.quiet)
        base = metric.room + metric.margin / 2
        painter.setFont(metric.quiet)
        painter.setPen(role("text_quiet"))
        place = words(message("Page {number} of {count}", number=self.number, count=self.count))
        end = metrics.horizontalAdvance(place)
        painter.drawText(QPointF(metric.width - end, base), place)
        version = version_said(self.sheet)
        middle = metrics.horizontalAdvance(version)
        painter.drawText(QPointF((metric.width - middle) / 2, base), version)
        room = (metric.width - middle) / 2 - metric.em if version else metric.width - end - metric.em
        title = metrics.elidedText(sheet_title(self.sheet), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(0, base), title)
