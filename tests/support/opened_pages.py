"""The browser of the person, which in a test only notes what it is asked for."""

from PySide6.QtCore import QObject, QUrl, Slot


class OpenedPages(QObject):
    """What would have been opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())
