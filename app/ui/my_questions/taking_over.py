"""The panel "From my questions…" at the side of an open quiz: opened, closed, and what is chosen in it put in."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.library.row import Hit
from app.message import message
from app.models.item import Item
from app.models.quiz import Quiz
from app.session.document import Document
from app.session.my_questions import MyQuestions
from app.ui.my_questions.my_questions_pane import MyQuestionsPane
from app.ui.quiz.item_commands import ItemCommands
from app.ui.quiz.item_list import ItemList
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

MakeQuestions = Callable[[QObject], MyQuestions]


class TakingOver(QObject):
    """`pane` stands in `side`; copies go below the open item, as one undo step."""

    def __init__(
        self,
        document: Document,
        items: ItemList,
        commands: ItemCommands,
        side: QStackedWidget,
        make: MakeQuestions,
        shelf: "PictureShelf",
    ) -> None:
        super().__init__(side)
        self._document, self._list, self._commands, self._side = document, items, commands, side
        self._questions = make(self)
        self._back_to: QWidget | None = None
        self.is_open = False
        self.pane = MyQuestionsPane(document.quiz, self._questions, shelf, side)
        side.addWidget(self.pane)
        self.pane.insert_wanted.connect(self._copy)
        document.changed.connect(self.show_place)

    def open(self) -> None:
        """Show the panel; where the cursor was is where it comes back to."""
        if not self.is_open:
            self.is_open = True
            self._back_to = QApplication.focusWidget()
        self.show_place()
        self._side.setCurrentWidget(self.pane)
        self.pane.open()

    def close(self) -> None:
        """The panel is no longer wanted; the caller shows something else."""
        self.is_open = False

    def give_focus_back(self) -> None:
        """Put the cursor where it was before, or into the list where that is gone."""
        back, self._back_to = self._back_to, None
        there = back is not None and self._list.window().isAncestorOf(back) and back.isVisible()
        (back if there and back is not None else self._list).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, quiz: Quiz | None = None) -> None:
        """Another item is open, or the quiz changed."""
        if self.is_open:
            quiz = quiz or self._document.quiz
            self.pane.show_quiz(quiz, quiz.places.get(self._list.current_id, -1) + 1)

    def _copy(self, hits: Sequence[Hit]) -> None:
        self._questions.copy(hits, self._insert)

    def _insert(self, items: Sequence[Item]) -> None:
        """Put the copies in; the next ones go below the last of them."""
        if not items:
            self._commands.notices.tell(message("This question is no longer there."))
            return
        what = message("Insert from my questions", plural="Insert {count} from my questions", count=len(items))
        self._commands.insert(items, words(what))
        self._list.select(items[-1].id)
        self.pane.note_inserted(items)
