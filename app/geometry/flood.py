"""The part of a small grid of pixels that hangs together in colour, and its outline: what a magic wand finds.

Bytes do the work: a table turns a channel into near and far at once, and searching bytes finds runs.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from app.geometry.box import Box
from app.geometry.point import Point, Scale
from app.geometry.shape import Polygon
from app.geometry.untangle import untangled
from app.geometry.vertex import FEWEST, distinct, simplified

MOST_VERTICES: Final = 40
"""hot-spot.md, point 45."""

_LEAST_PIXELS: Final = 9
_NEAR, _FAR = 1, 0
_WAYS: Final = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""East, south, west, north: each is a turn to the right of the one before."""
_AT_RIGHT: Final = ((0, 0), (-1, 0), (-1, -1), (0, -1))
_AT_LEFT: Final = ((0, -1), (0, 0), (-1, 0), (-1, -1))
"""The pixels ahead of a corner on either hand, by the way one goes."""


def similar(channels: Sequence[bytes], seed: int, tolerance: int) -> bytes:
    """A byte for each pixel: 1 where every channel is within `tolerance` of the pixel at `seed`, else 0."""
    count = len(channels[0])
    found = int.from_bytes(b"\x01" * count, "big")
    for channel in channels:
        wanted = channel[seed]
        table = bytes(_NEAR if abs(value - wanted) <= tolerance else _FAR for value in range(256))
        found &= int.from_bytes(channel.translate(table), "big")
    return found.to_bytes(count, "big")


def connected(near: bytes, width: int, seed: int) -> bytes:
    """Of the pixels that are near, those that hang together with the one at `seed`, edge to edge."""
    left_over, out = bytearray(near), bytearray(len(near))
    stack = [seed]
    while stack:
        at = stack.pop()
        if left_over[at]:
            row = at - at % width
            start, end = max(left_over.rfind(_FAR, row, at) + 1, row), left_over.find(_FAR, at, row + width)
            end = row + width if end < 0 else end
            out[start:end] = b"\x01" * (end - start)
            left_over[start:end] = bytes(end - start)
            for beside in (start - width, start + width):
                if 0 <= beside < len(near):
                    stack += _runs(left_over, beside, beside + end - start)
    return bytes(out)


def outline(filled: bytes, width: int) -> list[tuple[int, int]]:
    """The corners around the outside of what is filled, clockwise, in pixels; holes in it do not count."""
    first = filled.find(_NEAR)
    if first < 0:
        return []
    height = len(filled) // width
    x, y = start = first % width, first // width
    way, corners = 0, [start]
    while True:
        x, y = x + _WAYS[way][0], y + _WAYS[way][1]
        if (x, y) == start:
            return corners
        for hand, turn in ((_AT_RIGHT, 1), (_AT_LEFT, -1)):
            across, down = x + hand[way][0], y + hand[way][1]
            inside = 0 <= across < width and 0 <= down < height and filled[down * width + across] == _NEAR
            if inside != (turn == 1):
                way = (way + turn) % 4
                corners.append((x, y))
                break


def wand_polygon(channels: Sequence[bytes], width: int, seed: int, tolerance: int, window: Box) -> Polygon | None:
    """A polygon around what hangs together with the pixel at `seed`; None where that is next to nothing.

    The channels hold a grid of `width` pixels a row that covers `window`, in proportions of the picture.
    """
    filled = connected(similar(channels, seed, tolerance), width, seed)
    if filled.count(_NEAR) < _LEAST_PIXELS:
        return None
    height = len(filled) // width
    ring = outline(filled, width)
    across, down = window.width / width, window.height / height
    points = [Point(window.left + x * across, window.top + y * down).within() for x, y in (*ring, ring[0])]
    kept, pixels = 1.0, Scale(1 / across, 1 / down)
    few = simplified(points, pixels, tolerance=kept)
    while len(distinct(few)) > MOST_VERTICES:
        kept *= 1.5
        few = simplified(few, pixels, tolerance=kept)
    vertices = distinct(few)
    return untangled(Polygon(vertices)) if len(vertices) >= FEWEST else None


def _runs(pixels: bytearray, start: int, end: int) -> Iterator[int]:
    """Where each run of near pixels between two places begins."""
    at = pixels.find(_NEAR, start, end)
    while at >= 0:
        yield at
        after = pixels.find(_FAR, at, end)
        at = pixels.find(_NEAR, after, end) if after >= 0 else -1
