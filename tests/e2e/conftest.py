"""The window of a person's library, as it stands on her desk: opened, closed and opened again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.preferences import Preferences
from app.sandbox.server import SandboxServer
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.main_window import MainWindow
from tests.support.person import Person
from tests.support.settings import keep_settings_in

OpenWindow = Callable[[], Person]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    keep_settings_in(tmp_path)


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenWindow]:
    """Opens the window on the same library each time; the one before is closed first."""
    opened: list[Person] = []

    def open_again() -> Person:
        for person in opened:
            person.close()
        preferences = Preferences(tmp_path / "preferences.json")
        workspace = Workspace(Library.open(tmp_path / "library"))
        window = MainWindow(workspace, Notices(), preferences, lambda: 1_790_000_000.0, lambda: None)
        qtbot.addWidget(window)
        window.resize(1280, 900)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.library.enter()
        opened[:] = [Person(window, qtbot)]
        return opened[0]

    yield open_again
    for person in opened:
        person.close()
