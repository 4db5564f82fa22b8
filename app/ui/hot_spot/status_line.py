"""The line under the canvas: what to do next, what just happened; spoken to screen readers."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.ui.fields.announce import announce
from app.ui.fields.quiet import QuietLabel

_NEWS_MS = 4000
"""How long news stays before hints come back."""


class StatusLine(QuietLabel):
    """Hints follow the tool; news (`say`) is announced and stays a while."""

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
