"""A real window on a real library in a folder of its own, with its event loop: what a scene is played on."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.library.library import Library
from app.preferences import Preferences
from app.session.loop import Loop
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.main_window import MainWindow
from app.ui.quiz.quiz_screen import QuizScreen
from app.ui.theme import role

NOW = 1_773_306_000.0
"""The moment at which every picture is taken (12 March 2026), so that two runs show the same."""
SETTLED_SECONDS = 0.01
PATIENCE_SECONDS = 20.0


@dataclass
class Clock:
    """Epoch seconds that stand still until somebody turns them."""

    now: float = NOW

    def __call__(self) -> float:
        return self.now


class Stage:
    """One window; `close` ends everything that belongs to it."""

    def __init__(self, folder: Path, loop: Loop) -> None:
        application = QApplication.instance()
        self.clock = Clock()
        self.loop = loop
        self.notices = Notices()
        self.workspace = Workspace(Library.open(folder, clock=self.clock), application)
        preferences = Preferences(folder / "preferences.json")
        self.window = MainWindow(self.workspace, self.notices, preferences, self.clock, lambda: None)
        self.window.run_tasks(loop.tasks, loop.tokens)
        self.window.show()

    @property
    def quiz(self) -> QuizScreen:
        """The quiz that is open."""
        assert self.window.pages.quiz is not None
        return self.window.pages.quiz

    def id_of(self, title: str) -> str:
        """The id of a quiz."""
        return next(row.id for row in self.workspace.rows() if row.title == title)

    def open(self, title: str, number: int = 1) -> QuizScreen:
        """Open a quiz at the item with that number."""
        self.window.open_quiz(self.id_of(title))
        if number:
            self.quiz.show_item(self.quiz.document.quiz.items[number - 1].id)
        return self.quiz

    def resize(self, width: int, height: int) -> None:
        """Make the window as large as that, whatever it asks for."""
        self.window.resize(width, height)

    def close_popups(self) -> None:
        """Close dialogs and lists that stand over the window."""
        for widget in self._over():
            widget.close()

    def picture(self) -> QPixmap:
        """The window with whatever stands over it."""
        shown = self.window.grab()
        painter = QPainter(shown)
        origin = self.window.mapToGlobal(QPoint())
        for widget in self._over():
            _paint_over(painter, widget, widget.mapToGlobal(QPoint()) - origin, self.window.size())
        painter.end()
        return shown

    def close(self) -> None:
        """End what runs for it, and let the library go."""
        self.close_popups()
        self.window.stop_canvas()
        self.window.close()
        self.workspace.close()
        self.window.deleteLater()

    def _over(self) -> list[QWidget]:
        return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not self.window]


async def settle(times: int = 6) -> None:
    """Let layouts, timers of a moment and what was posted come to rest."""
    for _ in range(times):
        await asyncio.sleep(SETTLED_SECONDS)


async def until(true: Callable[[], object], what: str) -> None:
    """Wait for something that comes by itself. Raises TimeoutError with its name."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE_SECONDS
    while not true():
        if loop.time() > end:
            raise TimeoutError(what)
        await asyncio.sleep(SETTLED_SECONDS)


def _paint_over(painter: QPainter, widget: QWidget, place: QPoint, room: QSize) -> None:
    """A dialog stands in the middle, as a desktop puts it; a list where it is."""
    if isinstance(widget, QDialog):
        place = QRect(QPoint(), room).center() - widget.rect().center()
        veil = QColor(0, 0, 0, 70)
        painter.fillRect(QRect(QPoint(), room), veil)
    painter.drawPixmap(place, widget.grab())
    painter.setPen(role("line"))
    painter.drawRect(QRect(place, widget.size()).adjusted(-1, -1, 0, 0))
