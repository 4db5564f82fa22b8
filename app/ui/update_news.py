"""Says that there is a new version, in the bar of news, once nothing else stands there. Nothing is fetched."""

from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.canvas.address import origin
from app.message import message
from app.session.notice import Notices
from app.ui.browser import open_page
from app.ui.notice_bar import NoticeBar

if TYPE_CHECKING:
    from app.updates.feed import Release


class UpdateNews(QObject):
    """News that the person can undo is never pushed away by it."""

    def __init__(self, notices: Notices, bar: NoticeBar) -> None:
        super().__init__(bar)
        self._notices, self._bar = notices, bar
        self._release: Release | None = None
        bar.changed.connect(self._tell)

    def show_release(self, release: "Release") -> None:
        """Tell of it now, or when the bar is free."""
        self._release = release
        self._tell()

    def _tell(self) -> None:
        release = self._release
        if release is None or self._bar.notice is not None:
            return
        self._release = None
        self._notices.tell(
            message("Quizwright {new} is out; this is {own}.", new=release.version, own=version("quizwright")),
            message("What is new…"),
            partial(_open, release.page),
        )


def _open(page: str) -> None:
    open_page(page, of=str(origin(page)))
