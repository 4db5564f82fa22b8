"""The one thread that writes to the library (decisions 14)."""

from PySide6.QtCore import QObject

from app.session.worker import Worker


class Writer(Worker):
    """Whatever writes is handed to it, so that no two writes ever meet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("library", parent)
