"""One region as it is drawn: its outline and its number."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.geometry.crossing import crossings
from app.geometry.point import Point, Scale
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.ui.hot_spot.metric import AROUND, BADGE_GAP, CROSSING
from app.ui.hot_spot.outline import Outline, circle, colours, scaled, stroke, to_path
from app.ui.theme import Gap, font


@dataclass(frozen=True)
class RegionMark:
    """Two marks of the same region, number and picture size look the same. Places are in pixels of the picture."""

    region: Region
    number: int
    size: Scale

    @cached_property
    def outline(self) -> Outline:
        """Kept, because neighbours of a region that moves are drawn with it."""
        return Outline(to_path(self.region.shape, self.size))

    @cached_property
    def crossings(self) -> tuple[QPointF, ...]:
        """Where its line crosses itself."""
        shape = self.region.shape
        return tuple(scaled(at, self.size) for at in crossings(shape)) if isinstance(shape, Polygon) else ()

    def bounds(self, zoom: float) -> QRectF:
        """All that is drawn, strokes and number included."""
        grow = AROUND / zoom
        return self.outline.path.boundingRect().adjusted(-grow, -grow, grow, grow).united(self._badge_rect(zoom))

    def draw(self, painter: QPainter, zoom: float, *, strong: bool = False, filled: bool = False) -> None:
        """Draw it; `strong` and `filled` while it is selected or under the pointer."""
        stroke(painter, self.outline, dash=self.number, strong=strong, filled=filled)
        for place in self.crossings:
            circle(painter, place, CROSSING / zoom, strong=True, of="danger")
        inner, casing = colours()
        rect = self._badge_rect(zoom)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(1 / zoom, 1 / zoom)
        box = QRectF(0, 0, rect.width() * zoom, rect.height() * zoom).adjusted(1, 1, -1, -1)
        painter.setPen(casing)
        painter.setBrush(inner)
        painter.drawRoundedRect(box, Gap.TIGHT, Gap.TIGHT)
        painter.setFont(font("quiet"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.restore()

    @property
    def _text(self) -> str:
        return f"{self.number}  {self.region.name}" if self.region.name else str(self.number)

    @cached_property
    def _badge_size(self) -> tuple[float, float]:
        """In logical screen pixels."""
        metrics = QFontMetricsF(font("quiet"))
        return metrics.horizontalAdvance(self._text) + Gap.MEDIUM, metrics.height() + Gap.TIGHT

    def _badge_rect(self, zoom: float) -> QRectF:
        """Above the topmost place of the shape."""
        at, (width, height) = self._top, self._badge_size
        return QRectF(at.x() - width / 2 / zoom, at.y() - (height + BADGE_GAP) / zoom, width / zoom, height / zoom)

    @cached_property
    def _top(self) -> QPointF:
        shape = self.region.shape
        if isinstance(shape, Polygon):
            return scaled(min(shape.points, key=lambda point: point.y), self.size)
        return scaled(Point(shape.box.centre.x, shape.box.top), self.size)
