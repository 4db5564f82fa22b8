"""How regions look: a double stroke that stands out on any picture, a number, handles."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.geometry.point import Point, Scale
from app.geometry.shape import Oval, Polygon, Shape
from app.ui.hot_spot.metric import CASING, OUTLINE, THIN
from app.ui.theme import Role, role

_DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (6, 2), (3, 1), (8, 2, 2, 2))
"""Lengths of strokes and gaps in widths of the line, by number."""

_FILL: Final = 40


@dataclass(frozen=True, eq=False)
class Outline:
    """A path that is drawn again and again. What is straight in it is taken apart once: Qt strokes the lines of a large
    polygon 20 times as fast one by one as it strokes their path."""

    path: QPainterPath

    @cached_property
    def is_curved(self) -> bool:
        """Whether some of it is no straight line."""
        return any(element.isCurveTo() for element in self._elements)

    @cached_property
    def straight(self) -> tuple[list[QLineF], list[QPointF]]:
        """Its lines, and the places where two of them meet."""
        elements = self._elements
        if not elements:  # a gesture that has only begun
            return [], []
        places = [QPointF(element.x, element.y) for element in elements]
        into = [element.isLineTo() for element in elements]
        lines = [QLineF(*ends) for *ends, drawn in zip(places, places[1:], into[1:], strict=False) if drawn]
        ends_shape = places[:1] == places[-1:]
        joints = [at for at, *both in zip(places, into, [*into[1:], ends_shape], strict=True) if all(both)]
        return lines, joints

    @cached_property
    def _elements(self) -> list[QPainterPath.Element]:
        return [self.path.elementAt(place) for place in range(self.path.elementCount())]


def colours() -> tuple[QColor, QColor]:
    """The stroke and the casing around it: one is dark, the other light, so that one shows on any picture."""
    return paired(role("region"))


def paired(stroke: QColor) -> tuple[QColor, QColor]:
    """A colour with the casing that makes it visible on any picture."""
    light = stroke.lightnessF() > 0.6
    return stroke, QColor(Qt.GlobalColor.black if light else Qt.GlobalColor.white)


def to_path(shape: Shape, size: Scale) -> QPainterPath:
    """The outline in pixels of a picture of `size`."""
    made = QPainterPath()
    if isinstance(shape, Polygon):
        made.moveTo(scaled(shape.points[0], size))
        for point in shape.points[1:]:
            made.lineTo(scaled(point, size))
        made.closeSubpath()
        return made
    box = QRectF(scaled(Point(shape.box.left, shape.box.top), size), scaled(Point(*shape.box[2:]), size))
    if isinstance(shape, Oval):
        made.addEllipse(box)
    else:
        made.addRect(box)
    return made


def scaled(point: Point, size: Scale) -> QPointF:
    """A place in pixels of a picture of `size`."""
    return QPointF(point.x * size.width, point.y * size.height)


def stroke(
    painter: QPainter,
    outline: Outline,
    *,
    dash: int = 0,
    strong: bool = False,
    filled: bool = False,
    of: Role = "region",
) -> None:
    """Draw an outline: the casing, then the stroke with the dash of its number (1, 2, …; 0 = solid)."""
    inner, casing = paired(role(of))
    widen = 1.0 if strong else 0.0
    if filled:
        painter.fillPath(outline.path, _fill(inner))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _draw(painter, outline, _pen(casing.rgba(), (CASING + widen) * _ratio(painter), 0))
    width = (OUTLINE + widen) * _ratio(painter)
    _draw(painter, outline, _pen(inner.rgba(), width, (dash - 1) % len(_DASHES) if dash else 0))


def circle(painter: QPainter, at: QPointF, radius: float, *, strong: bool = False, of: Role = "region") -> None:
    """Draw a ring; all in pixels of the picture."""
    ring = QPainterPath()
    ring.addEllipse(at, radius, radius)
    stroke(painter, Outline(ring), strong=strong, of=of)


def dots(painter: QPainter, places: Sequence[QPointF], side: float, *, filled: bool = False) -> None:
    """Draw small discs, `side` logical screen pixels across: a ring about the casing's colour, or all of one colour.

    As points of a round pen, which takes a third of the time of as many ellipses.
    """
    inner, casing = colours()
    ratio = _ratio(painter)
    for colour, width in ((inner, side + THIN), (inner if filled else casing, side - THIN)):
        painter.setPen(_dot(colour.rgba(), width * ratio))
        painter.drawPoints(places)


def _draw(painter: QPainter, outline: Outline, pen: QPen) -> None:
    """Draw `outline`: straight solid lines one by one with a dot at each joint."""
    painter.setPen(pen)
    if pen.style() != Qt.PenStyle.SolidLine or outline.is_curved:
        painter.drawPath(outline.path)
        return
    lines, joints = outline.straight
    if lines:
        painter.drawLines(lines)
        painter.setPen(_dot(pen.color().rgba(), pen.widthF()))
        painter.drawPoints(joints)


def line(painter: QPainter, width: float = OUTLINE) -> QPen:
    """A plain line in the colour of regions; `width` is in logical screen pixels."""
    return _pen(colours()[0].rgba(), width * _ratio(painter), 0)


def _ratio(painter: QPainter) -> float:
    """Cosmetic pens count device pixels."""
    return painter.device().devicePixelRatioF()


def _fill(colour: QColor) -> QColor:
    fill = QColor(colour)
    fill.setAlpha(_FILL)
    return fill


@lru_cache(maxsize=64)
def _dot(colour: int, width: float) -> QPen:
    pen = QPen(_pen(colour, width, 0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


@lru_cache(maxsize=64)
def _pen(colour: int, width: float, dash: int) -> QPen:
    pen = QPen(QColor.fromRgba(colour), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if _DASHES[dash]:
        pen.setDashPattern(_DASHES[dash])
    return pen
