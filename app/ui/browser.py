"""The one way into the browser for pages of Canvas: an opener that checks nothing is attacked (reliability.md, 3.2)."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.canvas.address import is_loopback, origin


def open_page(url: str, of: str) -> bool:
    """Open a page of the origin `of`, over https or on this computer; whether it was handed to the browser."""
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    if origin(url) != of or not (address.scheme() == "https" or is_loopback(url)):
        return False
    return QDesktopServices.openUrl(address)
