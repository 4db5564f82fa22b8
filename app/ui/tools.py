"""Dialogs that belong to the whole window: go to a quiz, find a command, preferences, help."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.library.row import QuizRow
from app.preferences import Preferences
from app.ui.actions import BY_ID
from app.ui.commands import Commands, keys_text
from app.ui.icons import icon
from app.ui.screens import screen

_NOT_OFFERED: Final = ("commands", "new_quiz_here")
"""The list itself, and a second key for what is there already."""


class Tools(QObject):
    """Each is loaded and made when it is wanted, and gone when it is closed."""

    def __init__(self, window: QWidget, preferences: Preferences, apply_preferences: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._preferences, self._apply = window, preferences, apply_preferences

    def go_to_quiz(self, rows: Sequence[QuizRow], open_quiz: Callable[[str], None]) -> None:
        """Ask for a quiz by its name."""
        entry = _entry()
        entries = [
            entry(row.title, row.course_name, lambda row=row: open_quiz(row.id), icon("book-open")) for row in rows
        ]
        screen("picker")(self.tr("Go to quiz"), self.tr("Title of a quiz"), entries, self._window).open()

    def find_command(self, commands: Commands) -> None:
        """Ask for a command by its name; only what can be done now is offered."""
        entry = _entry()
        entries = [
            entry(action.text().rstrip("…"), keys_text(BY_ID[action.objectName()]), action.trigger, action.icon())
            for action in commands.enabled()
            if action.objectName() not in _NOT_OFFERED
        ]
        screen("picker")(self.tr("Commands"), self.tr("What do you want to do?"), entries, self._window).open()

    def show_preferences(self, commands: Commands) -> None:
        """Theme, size of text, and what is done with the library as a whole."""
        screen("preferences")(self._preferences, self._apply, commands, self._window).open()

    def show_keys(self, commands: Commands) -> None:
        """The table of keys."""
        screen("keys")(commands, self._window).open()

    def show_about(self) -> None:
        """Version and licences."""
        screen("about")(self._window).open()


def _entry() -> Callable[..., object]:
    entry: Callable[..., object] = screen("entry")
    return entry
