"""Rows with a place to write in: choices, prompts, answers with letters, words of a bank."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from app.paper.sheet import Place, Row
from app.ui.paper.drawn import draw_at
from app.ui.paper.drawn_text import DrawnText
from app.ui.paper.kit import Kit
from app.ui.theme import role
from app.ui.words import words

_SIDE = 0.85
"""Of a circle or box, in letters."""
_AFTER_PLACE, _AFTER_LABEL = 1.5, 1.7
_LINE_ROOM = 2.8
_PEN = 1.2


class DrawnRow:
    """One row: the place, the letter, the words."""

    def __init__(self, row: Row, width: float, kit: Kit, *, narrow: bool = False) -> None:
        self._row, self._kit = row, kit
        em = kit.metric.em
        label = QFontMetricsF(kit.metric.bold).horizontalAdvance(row.label) + 0.6 * em if row.label else 0.0
        self._label_at = {Place.NONE: 0.0, Place.LINE: _LINE_ROOM * em}.get(row.place, _AFTER_PLACE * em)
        self._text_at = self._label_at + (max(_AFTER_LABEL * em, label) if row.label else 0)
        self._text: DrawnText = kit.text(_html(row), width - self._text_at, narrow=narrow)
        self.width = self._text_at + self._text.width
        self.height = max(self._text.height, kit.metric.line)
        self.base = self._text.base

    @property
    def cuts(self) -> tuple[float, ...]:
        """Between the lines of its words."""
        return self._text.cuts

    def draw(self, painter: QPainter) -> None:
        """All on the line of its first words."""
        em = self._kit.metric.em
        draw_place_to_write(painter, self._row.place, self.base, em)
        if self._row.label:
            draw_words(painter, self._row.label, QPointF(self._label_at, self.base), self._kit.metric.bold)
        draw_at(painter, self._text, self._text_at, 0)


class DrawnFlow:
    """Rows behind each other, as many on a line as there is room for; framed where it is a bank."""

    def __init__(self, rows: Sequence[Row], label: str, width: float, kit: Kit, *, framed: bool) -> None:
        metric = kit.metric
        self._kit, self._label, self._framed, self._width = kit, label, framed, width
        self._pad = metric.small_gap if framed else 0.0
        start = QFontMetricsF(metric.bold).horizontalAdvance(label) + 0.8 * metric.em if label else 0
        self._start = self._pad + start
        room = width - self._start - self._pad
        self._placed: list[tuple[float, float, DrawnRow]] = []
        x, y, high = 0.0, self._pad, 0.0
        for row in rows:
            one = DrawnRow(row, room, kit, narrow=True)
            if x and x + one.width > room:
                x, y, high = 0.0, y + high + metric.small_gap, 0.0
            self._placed.append((self._start + x, y, one))
            x, high = x + one.width + 1.8 * metric.em, max(high, one.height)
        self.height = y + high + self._pad
        self.base = self._pad + (self._placed[0][2].base if self._placed else metric.em)

    @property
    def cuts(self) -> tuple[float, ...]:
        """Between its lines."""
        return tuple(dict.fromkeys(y for _, y, _ in self._placed if y > self._pad))

    def draw(self, painter: QPainter) -> None:
        """The frame, the label, the rows."""
        if self._framed:
            painter.setPen(QPen(role("text_quiet"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.5, 0.5, self._width - 1, self.height - 1))
        if self._label:
            draw_words(painter, self._label, QPointF(self._pad, self.base), self._kit.metric.bold)
        for x, y, row in self._placed:
            draw_at(painter, row, x, y)


def _html(row: Row) -> str:
    """Its words, and what is said of them; that alone where there are none."""
    if row.note is None:
        return row.html
    note = escape(words(row.note))
    if not row.html:
        return note
    end = "</p>" if row.html.endswith("</p>") else ""
    return f"{row.html.removesuffix(end)} <em>({note})</em>{end}"


def draw_place_to_write(painter: QPainter, place: Place, base: float, em: float) -> None:
    """A circle, a box or a line, on a line of words."""
    painter.setPen(QPen(role("text"), _PEN))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(_PEN, base - 0.36 * em - _SIDE * em / 2, _SIDE * em, _SIDE * em)
    if place is Place.CIRCLE:
        painter.drawEllipse(box)
    elif place is Place.BOX:
        painter.drawRect(box)
    elif place is Place.LINE:
        painter.drawLine(QPointF(0, base + 2), QPointF(2.2 * em, base + 2))


def draw_words(painter: QPainter, said: str, at: QPointF, font: QFont) -> None:
    """Words that begin at a point of their line."""
    painter.setFont(font)
    painter.setPen(role("text"))
    painter.drawText(at, said)
