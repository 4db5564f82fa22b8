"""A PDF in memory: it is written to its place whole or not at all."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject
from PySide6.QtGui import QPdfWriter

from app.ui.paper.metric import Metric

_DPI = 1200


class PdfFile(QObject):
    """`writer` is drawn on; `data` is the file once that has ended."""

    def __init__(self, metric: Metric, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.writer = QPdfWriter(self._buffer)
        self.writer.setPageSize(metric.page_size)
        self.writer.setPageMargins(QMarginsF())
        self.writer.setResolution(_DPI)
        self.writer.setTitle(title)
        self.writer.setCreator("Quizwright")

    @property
    def data(self) -> bytes:
        """What belongs into the file."""
        return bytes(self._bytes.data())
