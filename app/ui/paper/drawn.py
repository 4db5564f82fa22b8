"""What is laid out for a page, and can be drawn on anything that is painted on."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtGui import QPainter


class Drawn(Protocol):
    """A piece of a page with its top left corner at the origin. Nothing is kept of where it is drawn."""

    @property
    def height(self) -> float:
        """In units of the paper."""

    @property
    def base(self) -> float:
        """The line on which its first words stand."""

    @property
    def cuts(self) -> tuple[float, ...]:
        """The heights, rising, at which it may be cut if it must."""

    def draw(self, painter: QPainter) -> None:
        """Draw all of it."""


class Stack:
    """Pieces below each other, `gap` between them."""

    def __init__(self, pieces: Sequence[Drawn], gap: float) -> None:
        self._pieces = pieces
        self._tops: list[float] = []
        self.height = 0.0
        for piece in pieces:
            self._tops.append(self.height + (gap if self._tops else 0))
            self.height = self._tops[-1] + piece.height
        self.base = pieces[0].base if pieces else 0.0

    @property
    def cuts(self) -> tuple[float, ...]:
        """Between the pieces, and where those may be cut."""
        found: list[float] = []
        for top, piece in zip(self._tops, self._pieces, strict=True):
            found += [top + cut for cut in piece.cuts]
            found.append(top + piece.height)
        return tuple(found[:-1])

    def draw(self, painter: QPainter) -> None:
        """Each in its place."""
        for top, piece in zip(self._tops, self._pieces, strict=True):
            draw_at(painter, piece, 0, top)


class Beside:
    """Pieces beside each other, each at its own distance from the left."""

    def __init__(self, pieces: Sequence[tuple[float, Drawn]]) -> None:
        self._pieces = pieces
        self.height = max((piece.height for _, piece in pieces), default=0.0)
        self.base = pieces[0][1].base if pieces else 0.0

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where none of them is in the middle of something."""
        spans = [span for _, piece in self._pieces for span in _spans(piece)]
        return open_cuts(spans)

    def draw(self, painter: QPainter) -> None:
        """Each in its place."""
        for left, piece in self._pieces:
            draw_at(painter, piece, left, 0)


def open_cuts(spans: Iterable[tuple[float, float]]) -> tuple[float, ...]:
    """The heights between spans that are not to be cut, from top to bottom; not the end of the last."""
    found: list[float] = []
    bottom = None
    for top, end in sorted(spans):
        if bottom is not None and top >= bottom - 0.01:
            found.append(bottom)
        bottom = end if bottom is None else max(bottom, end)
    return tuple(found)


def draw_at(painter: QPainter, piece: Drawn, left: float, top: float) -> None:
    """Draw a piece somewhere else than at the origin."""
    painter.save()
    painter.translate(left, top)
    piece.draw(painter)
    painter.restore()


def _spans(piece: Drawn) -> Iterable[tuple[float, float]]:
    ends = (*piece.cuts, piece.height)
    return zip((0.0, *piece.cuts), ends, strict=True)
