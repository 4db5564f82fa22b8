"""Trying just the open question at the side of its quiz, and going back to where the cursor was."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from app.models.question import CalculatorType
from app.session.document import Document
from app.ui.quiz.item_list import ItemList
from app.ui.screens import screen

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.preview.try_pane import TryPane


class Trying(QObject):
    """`pane` stands in `side` while it `is_open` and plays what is chosen in the list.

    `left` comes when something else is to be shown there.
    """

    left = Signal()

    def __init__(self, document: Document, items: ItemList, side: QStackedWidget, shelf: "PictureShelf") -> None:
        super().__init__(side)
        self._document, self._list = document, items
        self._side, self._shelf = side, shelf
        self._back_to: QWidget | None = None
        self.is_open = False

    @cached_property
    def pane(self) -> "TryPane":
        """The place to play in, made when it is opened for the first time."""
        made: TryPane = screen("try")(self._shelf, self._side)
        made.left.connect(self.go_back)
        self._side.addWidget(made)
        return made

    def open(self) -> None:
        """Play the open question; where the cursor was is where it comes back to."""
        quiz = self._document.quiz
        if self._list.current_id not in quiz.places:
            return
        if not self.is_open:
            self._back_to = self._side.window().focusWidget()
            self.is_open = True
        self._side.setCurrentWidget(self.pane)
        self.show_place()

    def close(self) -> None:
        """Leave the place to what stands there otherwise."""
        if self.is_open:
            self.is_open = False
            self.pane.stop()
            self.left.emit()

    def go_back(self) -> None:
        """Put the cursor where it was before, or into the list where that is gone."""
        self.close()
        back, self._back_to = self._back_to, None
        there = back is not None and isValid(back) and back.isVisible()
        (back if back is not None and there else self._list).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self) -> None:
        """Another question is open, or it was changed."""
        quiz, item_id = self._document.quiz, self._list.current_id
        if not self.is_open:
            return
        if item_id not in quiz.places:
            self.close()
            return
        calculator = str(screen("settings_of")(quiz).calculator_type or CalculatorType.NONE)
        self.pane.play(quiz.item(item_id), quiz.places[item_id] + 1, calculator)
