"""Words painted into rows. Fonts and metrics are made once, because a list paints hundreds of words a second."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from app.ui.theme import Role, TextKind, font, role

_ALIGN, _LINE = Qt.AlignmentFlag, Qt.TextFlag.TextSingleLine
ABOVE = (_ALIGN.AlignLeft | _ALIGN.AlignBottom | _LINE).value
BELOW = (_ALIGN.AlignLeft | _ALIGN.AlignTop | _LINE).value
AT_RIGHT = (_ALIGN.AlignRight | _ALIGN.AlignVCenter | _LINE).value


Span = tuple[int, int]
_BEFORE = 16
"""So many characters before a found word are shown where the beginning has no room."""
_CUT = "…"


class Ink:
    """The sizes of text in rows, for as long as the application's font stays the same."""

    def __init__(self) -> None:
        self._base = QFont()
        self._fonts: dict[TextKind, tuple[QFont, QFontMetrics]] = {}
        self._bold = (QFont(), QFontMetrics(QFont()))

    def take(self, base: QFont) -> None:
        """Make the sizes anew if the list's font is another one than before."""
        if base != self._base or not self._fonts:
            self._base = QFont(base)
            kinds: tuple[TextKind, ...] = ("text", "quiet")
            self._fonts = {kind: (font(kind), QFontMetrics(font(kind))) for kind in kinds}
            bold = font("text")
            bold.setWeight(QFont.Weight.Bold)
            self._bold = (bold, QFontMetrics(bold))

    def write(self, painter: QPainter, rect: QRect, words: str, kind: TextKind, tone: Role, place: int) -> None:
        """Paint one line of `words`, cut with an ellipsis where it does not fit. `place` is one of the above."""
        size, metrics = self._fonts[kind]
        painter.setFont(size)
        painter.setPen(role(tone))
        painter.drawText(rect, place, metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()))

    def write_found(self, painter: QPainter, rect: QRect, text: str, found: Sequence[Span]) -> None:
        """Paint one line of `text`, the places `found` in bold; begun later where else no found word would be seen."""
        painter.setPen(role("text"))
        left, right = rect.left(), rect.right()
        for words, is_found in _runs(text, found, self._start(text, found, rect.width())):
            size, metrics = self._bold if is_found else self._fonts["text"]
            painter.setFont(size)
            width = metrics.horizontalAdvance(words)
            is_cut = left + width > right
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left) if is_cut else words
            painter.drawText(QRect(left, rect.top(), right - left, rect.height()), ABOVE, shown)
            left += width
            if is_cut:
                break

    def _start(self, text: str, found: Sequence[Span], room: int) -> int:
        """Where the line begins: at the start of the text, unless its first found word would then be cut off."""
        if not found or self._bold[1].horizontalAdvance(text[: found[0][1]]) < room:
            return 0
        return text.rfind(" ", 0, max(found[0][0] - _BEFORE, 0)) + 1

    def width(self, words: str, kind: TextKind) -> int:
        """How wide `words` are, in device-independent pixels."""
        return self._fonts[kind][1].horizontalAdvance(words)


def _runs(text: str, found: Sequence[Span], start: int) -> Iterator[tuple[str, bool]]:
    """The text from `start` on, in pieces that were found or not."""
    if start:
        yield _CUT, False
    place = start
    for left, right in found:
        if left >= place:
            yield text[place:left], False
            yield text[left:right], True
            place = right
    yield text[place:], False
