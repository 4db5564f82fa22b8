"""The picture of the sample quiz: a leaf with stalk, midrib and side veins."""

import io
import math
from functools import cache

from PIL import Image, ImageDraw

SIZE = (960, 640)
_SCALE = 2  # drawn larger and shrunk, because Pillow's lines have hard edges
_PAPER, _DARK, _LIGHT, _VEIN, _INK = "#f7f4ec", "#5d9a4f", "#74ae62", "#d4e8c4", "#35502f"
_BASE, _TIP, _MIDDLE, _WIDTH = 200, 890, 320, 215
_VEINS = 8

Point = tuple[float, float]


@cache
def sample_picture() -> bytes:
    """A PNG of 960 × 640 pixels."""
    image = Image.new("RGB", (SIZE[0] * _SCALE, SIZE[1] * _SCALE), _PAPER)
    draw = ImageDraw.Draw(image)
    stalk = _curve((52, 380), (115, 326), (_BASE + 10, _MIDDLE))
    _line(draw, stalk, _INK, 20)
    _line(draw, stalk[1:], "#8a9a4b", 11)
    for side, colour in ((-1, _LIGHT), (1, _DARK)):
        draw.polygon(_scaled(_edge(side)), fill=colour)
    for place in range(1, _VEINS + 1):
        _draw_veins(draw, place / (_VEINS + 2))
    _line(draw, [(_BASE, _MIDDLE), (_TIP - 14, _MIDDLE)], _VEIN, 8)
    _line(draw, [*_edge(-1), *reversed(_edge(1))], _INK, 6)
    out = io.BytesIO()
    image.resize(SIZE, Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _half_width(along: float) -> float:
    """The half width of the leaf at a part of its length, widest before the middle."""
    return float(_WIDTH * math.sin(math.pi * along**0.82) ** 0.9)


def _x(along: float) -> float:
    return _BASE + along * (_TIP - _BASE)


def _edge(side: int) -> list[Point]:
    """The upper (-1) or lower (1) outline from base to tip."""
    return [(_x(step / 80), _MIDDLE + side * _half_width(step / 80)) for step in range(81)]


def _draw_veins(draw: ImageDraw.ImageDraw, along: float) -> None:
    """A pair of side veins that bend towards the tip."""
    reach = along + 0.13
    for side in (-1, 1):
        end = _MIDDLE + side * _half_width(reach) * 0.86
        bend = (_x(along + 0.03), _MIDDLE + (end - _MIDDLE) * 0.62)
        _line(draw, _curve((_x(along), _MIDDLE), bend, (_x(reach), end)), _VEIN, 4)


def _curve(start: Point, bend: Point, end: Point, steps: int = 16) -> list[Point]:
    """A quadratic curve as points."""
    points = []
    for step in range(steps + 1):
        part = step / steps
        weights = ((1 - part) ** 2, 2 * part * (1 - part), part**2)
        x, y = (sum(w * p[axis] for w, p in zip(weights, (start, bend, end), strict=True)) for axis in (0, 1))
        points.append((x, y))
    return points


def _scaled(points: list[Point]) -> list[Point]:
    return [(x * _SCALE, y * _SCALE) for x, y in points]


def _line(draw: ImageDraw.ImageDraw, points: list[Point], colour: str, width: int) -> None:
    draw.line(_scaled(points), fill=colour, width=width * _SCALE, joint="curve")
