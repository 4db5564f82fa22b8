"""A window on a library with a torn quiz; Canvas is out of reach."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.preferences import Preferences
from app.secrets import SessionStore
from app.session.notice import Notices
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.session.workspace import Workspace
from app.ui.main_window import MainWindow
from app.ui.sync.conflict_screen import ConflictScreen
from tests.support.torn import torn_library


def _raise(_title: str, error: BaseException) -> None:
    raise error


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The torn quiz is open."""
    quiz_id = torn_library(tmp_path / "library")
    workspace = Workspace(Library.open(tmp_path / "library"))
    preferences = Preferences(tmp_path / "preferences.json")
    made = MainWindow(workspace, Notices(), preferences, lambda: 1_790_000_000.0, lambda: None)
    qtbot.addWidget(made)
    made.run_tasks(Tasks(_raise), Tokens(SessionStore()))
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_quiz(quiz_id)
    yield made
    workspace.close()


@pytest.fixture
def screen(window: MainWindow) -> ConflictScreen:
    """Both sides, at the first conflict."""
    window.commands["compare"].trigger()
    return window.canvas.conflict_page
