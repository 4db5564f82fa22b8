"""What tests of the window's shell share: a real window on a real library."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.preferences import Preferences
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from tests.support.opened_pages import OpenedPages

NOW = 1_700_000_000.0
"""14 November 2023, a Tuesday."""


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme of the application, light; given back as it was."""
    theme = Theme(qapp)
    theme.choose("light")
    yield theme
    theme.choose("system")
    theme.deleteLater()


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[float]:
    """A system text of twice the usual size, in points."""
    before = QApplication.font()
    large = QFont(before)
    large.setPointSizeF(24)
    QApplication.setFont(large)
    yield 24
    QApplication.setFont(before)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library whose clock stands still; the window closes it."""
    return Library.open(tmp_path / "library", clock=lambda: NOW)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, library: Library) -> Iterator[MainWindow]:
    """The window of that library, active."""
    workspace = Workspace(library)
    made = MainWindow(workspace, Notices(), Preferences(tmp_path / "preferences.json"), lambda: NOW, lambda: None)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.library.enter()
    yield made
    workspace.close()


@pytest.fixture
def quiz(window: MainWindow, qtbot: QtBot) -> Callable[..., str]:
    """Make a quiz with a title, and give its id."""

    def make(title: str = "Leaves") -> str:
        ids: list[str] = []
        window.workspace.create_quiz(title, ids.append)
        qtbot.waitUntil(lambda: bool(ids))
        return ids[0]

    return make


@pytest.fixture
def opened_pages(qtbot: QtBot) -> Iterator[OpenedPages]:
    """What the application would have opened."""
    opened_pages = OpenedPages()
    for scheme in ("https", "http", "file"):
        QDesktopServices.setUrlHandler(scheme, opened_pages, "open")  # type: ignore[arg-type]  # the stubs want bytes, Qt a str
    yield opened_pages
    for scheme in ("https", "http", "file"):
        QDesktopServices.unsetUrlHandler(scheme)
