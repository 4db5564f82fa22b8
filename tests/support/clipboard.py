"""What another program puts on the clipboard."""

from PySide6.QtCore import QMimeData
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
