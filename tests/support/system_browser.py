"""The browser of the system, as Qt opens it: pages go to a `Browser` with a person before it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.support.browser import Browser

_SCHEMES = ("https", "http")


class _Handler(QObject):
    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self._browser = browser

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self._browser.open(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@contextmanager
def system_browser(browser: Browser) -> Iterator[Browser]:
    """For as long as it lasts, `browser` is what Qt opens pages in."""
    handler = _Handler(browser)
    for scheme in _SCHEMES:
        QDesktopServices.setUrlHandler(scheme, handler, "open")  # type: ignore[arg-type]  # the stubs want bytes, Qt a str
    try:
        yield browser
    finally:
        for scheme in _SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)
        browser.wait()
