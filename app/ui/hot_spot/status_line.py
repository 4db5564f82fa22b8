"""The line under the canvas: what to do next, what just happened; spoken to screen readers."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QWidget

from app.ui.fields.announce import announce
from app.ui.fields.quiet import QuietLabel

_NEWS_MS = 4000
"""How long news stays before hints come back."""

_LONG = 80
"""Letters of a hint of the usual length."""


class StatusLine(QuietLabel):
    """Hints follow the tool; news (`say`) is announced and stays a while.

    One line, or two where a hint does not fit into one; never more or less for other words, so that the canvas above
    stays as it is. What is cut is in the tooltip.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._hint = ""
        self._news = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._news.timeout.connect(lambda: self.setText(self._hint))
        self.setAccessibleName(self.tr("What to do next"))

    def show_hint(self, text: str) -> None:
        """What to do next."""
        if text != self._hint:
            self._hint = text
            if not self._news.isActive():
                self.setText(text)

    def say(self, text: str) -> None:
        """What happened."""
        self.setText(text)
        self._news.start()
        self.speak(text)

    def end_news(self) -> None:
        """What happened is over: the hint comes back."""
        if self._news.isActive():
            self._news.stop()
            self.setText(self._hint)

    def speak(self, text: str) -> None:
        """Tell it to a screen reader alone."""
        announce(self, text)

    @property
    def usual_width(self) -> int:
        """What a hint of the usual length takes in one line."""
        return self.fontMetrics().averageCharWidth() * _LONG

    def heightForWidth(self, width: int) -> int:
        """Two lines where it is narrow."""
        return self.fontMetrics().lineSpacing() * (1 if width >= self.usual_width else 2)

    def sizeHint(self) -> QSize:
        """The usual length in one line."""
        return QSize(self.usual_width, self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Half of that, in two."""
        return QSize(self.usual_width // 2, self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        metrics, spacing = self.fontMetrics(), self.fontMetrics().lineSpacing()
        lines = _broken(self.text(), self.font(), self.width())
        shown = lines[: max(self.height() // spacing, 1)]
        if len(shown) < len(lines):
            rest = "".join(lines[len(shown) - 1 :])
            shown[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if len(shown) < len(lines) else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        top = (self.height() - len(shown) * spacing) // 2
        for number, line in enumerate(shown):
            painter.drawText(0, top + number * spacing + metrics.ascent(), line.rstrip())


def _broken(text: str, font: QFont, width: int) -> list[str]:
    """The text as lines that are no wider than `width`, broken between words."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines
