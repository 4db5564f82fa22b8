"""What another program puts on the clipboard."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from app.ui.fields.handed_over import handed_over


def on_clipboard(text: str = "", html: str = "") -> None:
    """Words, markup, or both."""
    data = handed_over(QMimeData())
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def file_on_clipboard(path: Path) -> None:
    """A file that was copied where the files are shown."""
    data = handed_over(QMimeData())
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
