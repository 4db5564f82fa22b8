"""A quiz on disk, and one that is open in a window."""

import time
from dataclasses import dataclass
from pathlib import Path

from app.library.library import Library
from app.preferences import Preferences
from app.session.autosave import Autosave
from app.session.collector import Collector
from app.session.notice import Notices
from app.session.worker import share_python
from app.session.workspace import Workspace
from app.ui.main_window import MainWindow
from app.ui.quiz.quiz_screen import QuizScreen


@dataclass(frozen=True)
class StoredQuiz:
    """A library's folder, a quiz in it, and another one."""

    folder: Path
    quiz_id: str
    other_id: str = ""


class OpenedQuiz:
    """The whole window with a quiz open in it, as `app.gui` makes it, but for event loop and what is done when idle."""

    def __init__(self, stored: StoredQuiz) -> None:
        self.workspace = Workspace(Library.open(stored.folder))
        preferences = Preferences(stored.folder / "preferences.json")
        self.window = MainWindow(self.workspace, Notices(), preferences, time.time, lambda: None)
        Collector(self.window)
        share_python()
        self._id = stored.quiz_id

    def show(self, width: int, height: int) -> None:
        """Show the library, then the quiz."""
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.window.open_quiz(self._id)

    @property
    def screen(self) -> QuizScreen:
        """The page of the quiz."""
        page = self.window.pages.quiz
        assert page is not None
        return page

    @property
    def autosave(self) -> Autosave:
        """What keeps the quiz on disk."""
        return self.workspace.autosave(self._id)

    def close(self) -> None:
        """Close the window, then the library."""
        self.window.close()
        self.workspace.close()
        self.window.deleteLater()
