"""Quizwright as `python -m app` starts it; tells when its list was painted, then when a question could be edited.

Run with the options of the window and, first, the id of the quiz that is opened as soon as the list is seen.
"""

# ruff: noqa: I001 - Qt comes last, as in the program itself
import sys

from app import gui
from app.__main__ import main
from app.ui.library import library_screen
from app.ui.library.quiz_table import QuizTable
from app.ui.main_window import MainWindow
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from tests.support.measure.first_paint import FirstPaint
from tests.support.measure.word import leave, say

HEAVY = ("asyncio", "docx", "httpx", "keyring", "lxml", "PIL", "pydantic", "ziamath")
"""What the list of the library does not need (stack.md 5)."""


class WatchedTable(QuizTable):
    """The library's list; tells its window of the first time that it was painted.

    Its viewport is not asked for: for that alone PySide would make the classes of all widgets.
    """

    told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let it be painted."""
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, self.window().list_painted)  # type: ignore[attr-defined]


class WatchedWindow(MainWindow):
    """The window, with an eye on its paint events."""

    quiz_id = ""

    def list_painted(self) -> None:
        """Tell, and open the quiz."""
        say(rows=self.library.table.rows.rowCount(), loaded=[name for name in HEAVY if name in sys.modules])
        self.open_quiz(self.quiz_id)
        page = self.pages.quiz
        assert page is not None
        page.pane.focus_field("item_body")
        field = self.focusWidget()
        assert field.accessibleName() == "Question"
        FirstPaint(field.viewport(), self._question_painted)  # type: ignore[attr-defined]

    def _question_painted(self) -> None:
        say()
        leave()


if __name__ == "__main__":
    WatchedWindow.quiz_id = sys.argv.pop(1)
    vars(library_screen)["QuizTable"] = WatchedTable
    vars(gui)["MainWindow"] = WatchedWindow
    main()
