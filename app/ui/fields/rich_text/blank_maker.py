"""Turns words of a text into blanks: by a command, or by backticks that are typed around them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.html.blank_place import blankable, ticked, with_place, words_of
from app.html.chosen import Chosen
from app.message import message
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place
from app.ui.fields.rich_text.command import Command
from app.ui.words import words

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit

TEXT: Final = message("Make a blank")
KEYS: Final = ("Ctrl+Shift+B",)


class BlankMaker(QObject):
    """Of one text. `making` gives the blank before its place is in the text, `made` after it."""

    making = Signal(object)
    made = Signal(object)

    def __init__(self, edit: "RichEdit") -> None:
        super().__init__(edit)
        self._edit = edit
        self.command = Command("blank", TEXT, "text-cursor-input", lambda _edit: self.make(), KEYS)
        edit.keys.learn(self.command)
        edit.wrote.connect(self._take_ticks)

    @property
    def name(self) -> str:
        """What making one is called."""
        return words(TEXT)

    @property
    def can_make(self) -> bool:
        """Whether what is selected can become a blank."""
        return blankable(self._edit.chosen) is not None

    def make(self) -> None:
        """Make a blank of what is selected, of the word at the cursor, or an empty one."""
        chosen = blankable(self._edit.chosen)
        if chosen is not None:
            self._put(chosen)

    def _take_ticks(self) -> None:
        chosen = ticked(self._edit.chosen)
        if chosen is not None:
            self._put(chosen)

    def _put(self, chosen: Chosen) -> None:
        blank = Blank.new(words_of(chosen))
        self.making.emit(blank)
        self._edit.step(with_place(chosen, place(blank.id)))
        self.made.emit(blank)
