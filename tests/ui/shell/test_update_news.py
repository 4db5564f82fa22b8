"""News of a version stands in the bar, waits for what can be undone, and leads to the page of the release."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app import paths
from app.message import message
from app.preferences import UPDATE_NOTICE
from app.ui.dialogs.preferences_dialog import PreferencesDialog
from app.ui.main_window import MainWindow
from app.ui.update_news import UpdateNews
from app.updates.feed import Release

PAGE = "https://uni.test/releases/99.0"


class Browser(QObject):
    """Takes the addresses that the system's browser would get."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "open")  # type: ignore[arg-type]  # the stubs want bytes, Qt a str
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def news(window: MainWindow) -> UpdateNews:
    return UpdateNews(window.notices, window.notice_bar)


def test_a_new_version_is_named_and_its_page_opens_on_request_only(
    window: MainWindow, news: UpdateNews, browser: Browser
) -> None:
    news.show_release(Release("99.0", PAGE, 1))
    assert "Quizwright 99.0 is out" in window.notice_bar.text.text()
    assert browser.opened == []
    window.notice_bar.act.click()
    assert browser.opened == [PAGE]
    assert not window.notice_bar.isVisible()


def test_it_waits_until_what_can_be_undone_is_gone(
    window: MainWindow, news: UpdateNews, quiz: Callable[..., str]
) -> None:
    window.notices.tell(message("Deleted."), message("Undo"), lambda: None)
    news.show_release(Release("99.0", PAGE, 1))
    assert window.notice_bar.text.text() == "Deleted."
    window.notice_bar.clear()
    assert "99.0" in window.notice_bar.text.text()
    window.notice_bar.clear()
    assert not window.notice_bar.isVisible()


@pytest.fixture
def feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "feed.json"
    monkeypatch.setattr(paths, "feed_file", lambda: file)
    return file


def test_one_preference_turns_it_off(window: MainWindow, qtbot: QtBot, feed: Path) -> None:
    feed.write_text('{"address": "https://uni.test/feed.json", "keys": ["00"]}', encoding="utf-8")
    window.commands["preferences"].trigger()
    [dialog] = window.findChildren(PreferencesDialog)
    assert dialog.update_notice.isVisible()
    assert dialog.update_notice.isChecked()
    dialog.update_notice.click()
    assert window.preferences[UPDATE_NOTICE] is False


def test_a_copy_that_knows_no_feed_has_no_preference_for_it(window: MainWindow, feed: Path) -> None:
    window.commands["preferences"].trigger()
    [dialog] = window.findChildren(PreferencesDialog)
    assert not dialog.update_notice.isVisible()
