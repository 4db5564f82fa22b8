"""A question as it stands on a page: its number at the left, its points at the right, between them what is asked."""

from html import escape

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.message import Message
from app.paper.sheet import (
    Columns,
    Flow,
    Lines,
    Note,
    Part,
    Picture,
    Piece,
    Row,
    Rows,
    Text,
)
from app.ui.paper.drawn import Beside, Drawn, Stack, draw_at
from app.ui.paper.drawn_lines import DrawnLines
from app.ui.paper.drawn_picture import DrawnPicture
from app.ui.paper.drawn_rows import DrawnFlow, DrawnRow, draw_words
from app.ui.paper.kit import Kit
from app.ui.preview.card import points_said
from app.ui.theme import role
from app.ui.words import words

_LEFT_COLUMN = 0.54
"""Of the width: prompts are longer than answers, and have lines before them."""


class DrawnPart:
    """Everything of one part; what is not asked begins at the left margin.

    In large print number and points stand on a line of their own, and the question has the whole width.
    """

    def __init__(self, part: Part, kit: Kit, *, in_key: bool, has_points: bool) -> None:
        metric = kit.metric
        self._kit, self._part = kit, part
        self._left = metric.number_room if part.number is not None else 0.0
        width = metric.width - self._left - (metric.points_room if has_points else 0.0)
        whole = metric.width - self._left
        wide = [whole if _fills(piece) else width for piece in part.pieces]
        pieces = [_drawn(one, room, kit, in_key=in_key) for one, room in zip(part.pieces, wide, strict=True)]
        self._body = Stack(pieces, metric.small_gap)
        self._top = metric.line + metric.small_gap if metric.is_large and part.number is not None else 0.0
        self.height = self._top + max(self._body.height, metric.line)
        base = QFontMetricsF(metric.font).ascent()
        self.base = base if self._top or not part.pieces else min(self._body.base, metric.line)
        self.leads = part.leads

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where its body may be cut."""
        return tuple(self._top + cut for cut in self._body.cuts)

    def draw(self, painter: QPainter) -> None:
        """Number, body, points."""
        metric = self._kit.metric
        if self._part.number is not None:
            draw_words(painter, f"{self._part.number}.", QPointF(0, self.base), metric.bold)
        if self._part.points is not None:
            said = points_said(self._part.points)
            painter.setFont(metric.quiet)
            painter.setPen(role("text_quiet"))
            left = metric.width - QFontMetricsF(metric.quiet).horizontalAdvance(said)
            painter.drawText(QPointF(left, self.base), said)
        draw_at(painter, self._body, self._left, self._top)


def _fills(piece: Piece) -> bool:
    """Whether it goes on below the points, where nothing else stands."""
    return isinstance(piece, Lines) and piece.count > 1


def _drawn(piece: Piece, width: float, kit: Kit, *, in_key: bool) -> Drawn:
    match piece:
        case Text():
            return kit.text(piece.html, width)
        case Note():
            return kit.text(f"<p><em>{escape(words(piece.words))}</em></p>", width, kit.metric.quiet)
        case Rows():
            return _stacked(piece.rows, width, kit, kit.metric.tight_gap if in_key else kit.metric.small_gap)
        case Columns():
            middle, gap = _LEFT_COLUMN * width, kit.metric.small_gap
            left = _stacked(piece.left, middle - kit.metric.em, kit, gap)
            return Beside([(0, left), (middle, _stacked(piece.right, width - middle, kit, gap))])
        case Flow():
            return DrawnFlow(piece.rows, _said(piece.label), width, kit, framed=piece.framed)
        case Lines():
            return DrawnLines(piece.count, _said(piece.label), width, kit.metric, is_short=piece.is_short)
        case Picture():
            return DrawnPicture(piece.reference, piece.regions, width, kit, in_key=in_key)


def _said(label: Message | str) -> str:
    return words(label) if isinstance(label, Message) else label


def _stacked(rows: tuple[Row, ...], width: float, kit: Kit, gap: float) -> Stack:
    return Stack([DrawnRow(row, width, kit) for row in rows], gap)
