"""Quizwright as `python -m app` starts it; tells when its list was painted, then when a question could be edited.

Run with the options of the window and, first, the id of the quiz that is opened as soon as the list is seen.
"""

# ruff: noqa: I001 - Qt comes last, as in the program itself
import sys

from app import gui
from app.__main__ import main
from app.ui.main_window import MainWindow
from PySide6.QtGui import QShowEvent
from tests.support.measure.first_paint import FirstPaint
from tests.support.measure.word import leave, say

HEAVY = ("asyncio", "docx", "httpx", "keyring", "lxml", "PIL", "pydantic", "ziamath")
"""What the list of the library does not need (stack.md 5)."""


class WatchedWindow(MainWindow):
    """The window, with an eye on its paint events."""

    quiz_id = ""

    def showEvent(self, event: QShowEvent) -> None:
        """Watch from the first paint on."""
        super().showEvent(event)
        FirstPaint(self.library.table.viewport(), self._list_painted)

    def _list_painted(self) -> None:
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
    vars(gui)["MainWindow"] = WatchedWindow
    main()
