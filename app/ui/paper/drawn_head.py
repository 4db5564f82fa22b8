"""The head of a first page: what it is, who writes it, and what is to be done."""

from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.html.text import is_blank
from app.paper import heading
from app.paper.heading import FIELDS, facts, version
from app.paper.sheet import Sheet, SheetKind
from app.ui.paper.drawn import draw_at
from app.ui.paper.drawn_rows import draw_words
from app.ui.paper.kit import Kit
from app.ui.theme import role
from app.ui.words import words

_SHARES = ((0.5, 0.25, 0.25),)
_LARGE_SHARES = ((1.0,), (0.5, 0.5))
"""Of the width, for name, number and date, line by line."""


class DrawnHead:
    """Title and version, the lines for name, number and date, the points, the instructions, a rule."""

    leads = True

    def __init__(self, sheet: Sheet, kit: Kit) -> None:
        metric = self._metric = kit.metric
        self._sheet = sheet
        self._badge = version_said(sheet)
        badge = QFontMetricsF(metric.bold).horizontalAdvance(self._badge) + 2 * metric.em if self._badge else 0.0
        self._badge_width = badge
        title = escape(sheet_title(sheet))
        self._title = kit.text(f"<p>{title}</p>", metric.width - badge - metric.em, metric.title)
        has_text = not is_blank(sheet.instructions)
        self._instructions = kit.text(sheet.instructions, metric.width) if has_text else None
        self._fields_at = self._title.height + metric.em
        self._shares = _LARGE_SHARES if metric.is_large else _SHARES
        fields = len(self._shares) * metric.writing if sheet.kind is SheetKind.EXAM else 0.0
        self._facts_at = self._fields_at + fields + (metric.small_gap if fields else 0.0)
        self._instructions_at = self._facts_at + metric.line + metric.small_gap
        text = self._instructions.height + metric.small_gap if self._instructions is not None else 0.0
        self.height = self._instructions_at + text + 2
        self.base = self._title.base

    @property
    def cuts(self) -> tuple[float, ...]:
        """Before the instructions, and in them."""
        inside = self._instructions.cuts if self._instructions is not None else ()
        return (self._instructions_at, *(self._instructions_at + cut for cut in inside))

    def draw(self, painter: QPainter) -> None:
        """From top to bottom."""
        metric = self._metric
        draw_at(painter, self._title, 0, 0)
        if self._badge:
            self._draw_badge(painter)
        if self._sheet.kind is SheetKind.EXAM:
            self._draw_fields(painter)
        painter.setFont(metric.quiet)
        painter.setPen(role("text_quiet"))
        painter.drawText(QPointF(0, self._facts_at + metric.em), " · ".join(map(words, facts(self._sheet))))
        if self._instructions is not None:
            draw_at(painter, self._instructions, 0, self._instructions_at)
        painter.setPen(QPen(role("text"), 1))
        painter.drawLine(QPointF(0, self.height - 1), QPointF(metric.width, self.height - 1))

    def _draw_badge(self, painter: QPainter) -> None:
        metric = self._metric
        box = QRectF(metric.width - self._badge_width, 0, self._badge_width, 1.9 * metric.em)
        painter.setPen(QPen(role("text"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.setFont(metric.bold)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, self._badge)

    def _draw_fields(self, painter: QPainter) -> None:
        metric, fields = self._metric, iter(FIELDS)
        for number, shares in enumerate(self._shares, 1):
            left, base = 0.0, self._fields_at + number * metric.writing - 0.3 * metric.em
            for share in shares:
                width = share * metric.width
                room = width if left + width >= metric.width - 1 else width - metric.em
                self._draw_field(painter, words(next(fields)), QPointF(left, base), room)
                left += width

    def _draw_field(self, painter: QPainter, said: str, at: QPointF, width: float) -> None:
        metric = self._metric
        draw_words(painter, said, at, metric.font)
        start = at.x() + QFontMetricsF(metric.font).horizontalAdvance(said) + 0.5 * metric.em
        painter.setPen(QPen(role("text_quiet"), 1))
        painter.drawLine(QPointF(start, at.y() + 2), QPointF(at.x() + width, at.y() + 2))


def version_said(sheet: Sheet) -> str:
    """ "Version B"; "" where there is only one."""
    said = version(sheet)
    return words(said) if said is not None else ""


def sheet_title(sheet: Sheet) -> str:
    """The quiz's title; of a key what it is."""
    return words(heading.sheet_title(sheet))
