"""The panel "From my questions…" at the side of an open quiz: opened, closed, and what is chosen in it put in."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from app.message import message
from app.models.item import Item
from app.models.quiz import Quiz
from app.session.document import Document
from app.ui.quiz.item_commands import ItemCommands
from app.ui.quiz.item_list import ItemList
from app.ui.screens import screen
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.my_questions import MyQuestions
    from app.session.pictures import PictureShelf
    from app.ui.my_questions.my_questions_pane import MyQuestionsPane

MakeQuestions = Callable[[QObject], "MyQuestions"]


class TakingOver(QObject):
    """`pane` stands in `side` while it `is_open`; copies go below the open item, as one undo step.

    `left` comes when something else is to be shown there, `grown` when the panel was made.
    """

    left = Signal()
    grown = Signal()

    def __init__(
        self,
        document: Document,
        items: ItemList,
        commands: ItemCommands,
        side: QStackedWidget,
        shelf: "PictureShelf",
    ) -> None:
        super().__init__(side)
        self._document, self._list, self._commands = document, items, commands
        self._side, self._shelf = side, shelf
        self._make: MakeQuestions | None = None
        self._back_to: QWidget | None = None
        self.is_open = False
        document.changed.connect(self.show_place)

    @cached_property
    def questions(self) -> "MyQuestions":
        """The questions of every quiz."""
        assert self._make is not None
        return self._make(self)

    @cached_property
    def pane(self) -> "MyQuestionsPane":
        """The panel, made when it is opened for the first time."""
        made: MyQuestionsPane = screen("my_questions")(self._document.quiz, self.questions, self._shelf, self._side)
        made.insert_wanted.connect(lambda hits: self.questions.copy(hits, self._insert))
        made.closed.connect(self._go_back)
        self._side.addWidget(made)
        self.grown.emit()
        return made

    def offer(self, make: MakeQuestions) -> None:
        """Where the questions come from; without it the panel cannot be opened."""
        self._make = make

    def open(self) -> None:
        """Show the panel; where the cursor was is where it comes back to."""
        if not self.is_open:
            self._back_to = self._side.window().focusWidget()
            self.is_open = True
        self.show_place()
        self._side.setCurrentWidget(self.pane)
        self.pane.open()

    def close(self) -> None:
        """Leave the place to what stands there otherwise."""
        if self.is_open:
            self.is_open = False
            self.left.emit()

    def _go_back(self) -> None:
        """Put the cursor where it was before, or into the list where that is gone."""
        self.close()
        back, self._back_to = self._back_to, None
        there = back is not None and isValid(back) and back.isVisible()
        (back if back is not None and there else self._list).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, quiz: Quiz | None = None) -> None:
        """Another item is open, or the quiz changed."""
        if self.is_open:
            quiz = quiz or self._document.quiz
            self.pane.show_quiz(quiz, quiz.places.get(self._list.current_id, -1) + 1)

    def _insert(self, items: Sequence[Item]) -> None:
        """Put the copies in; the next ones go below the last of them."""
        if not items:
            self._commands.notices.tell(message("This question is no longer there."))
            return
        what = message("Insert from my questions", plural="Insert {count} from my questions", count=len(items))
        self._commands.insert(items, words(what))
        self._list.select(items[-1].id)
        self.pane.note_inserted(items)
