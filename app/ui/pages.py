"""The pages of the window: the library, one open quiz, its sync. They are swapped, never rebuilt."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.screens import screen

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from app.session.document import Document
    from app.ui.quiz.quiz_screen import QuizScreen

KEPT: Final = 6
"""So many quiz screens are kept as they are; the quizzes themselves, with their undo, stay open all of them."""


class Pages(QStackedWidget):
    """`turned` follows every swap, `opened` carries a quiz screen that was just made. The library is the first page."""

    turned = Signal()
    opened = Signal(object)

    def __init__(self, workspace: Workspace, notices: Notices, home: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._notices, self.home = workspace, notices, home
        self._quizzes: dict[str, QuizScreen] = {}
        self.addWidget(home)

    @property
    def quiz(self) -> "QuizScreen | None":
        """The quiz that is shown; None on other pages."""
        return next((page for page in self._quizzes.values() if page is self.currentWidget()), None)

    @property
    def document(self) -> "Document | None":
        """The quiz whose steps Undo takes back on this page: the open one, or the one whose conflicts are decided."""
        document: Document | None = getattr(self.currentWidget(), "document", None)
        return document

    @property
    def undo_stack(self) -> "QUndoStack | None":
        """The steps that Undo takes back on this page; None where there are none."""
        if self.document is not None:
            return self.document.undo_stack
        stack: QUndoStack | None = getattr(self.currentWidget(), "undo_stack", None)
        return stack

    @property
    def quizzes(self) -> "tuple[QuizScreen, ...]":
        """Every quiz screen that there is."""
        return tuple(self._quizzes.values())

    def show_home(self) -> None:
        """Show the library."""
        self.turn_to(self.home)

    def show_quiz(self, quiz_id: str, item_id: str = "") -> "QuizScreen":
        """Show a quiz, as it was left, at one of its items where one is named. Raises UserError."""
        page = self._quizzes.pop(quiz_id, None) or self._opened(quiz_id)
        self._quizzes[quiz_id] = page  # the last used stands last
        self._let_go()
        self.turn_to(page)
        if item_id:
            page.show_item(item_id)
        return page

    def turn_to(self, page: QWidget) -> None:
        """Show a page; what was under way in the quiz before is taken in."""
        if self.quiz is not None and self.quiz is not page:
            self.quiz.finish()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self.turned.emit()

    def show_conflicts(self, count: int) -> None:
        """Have the quiz that is shown tell what is to be decided in it, if there is anything."""
        if self.quiz is not None:
            self.quiz.conflicts.show_conflicts(self._workspace.conflicts.of(self.quiz.document.id) if count else ())

    def finish(self) -> None:
        """Take in what is under way: before the window closes."""
        if self.quiz is not None:
            self.quiz.finish()

    def let_go(self) -> None:
        """Show the library, and forget every quiz screen: what they show is no longer what is kept."""
        self.show_home()
        while self._quizzes:
            _, page = self._quizzes.popitem()
            self.removeWidget(page)
            page.deleteLater()

    def _opened(self, quiz_id: str) -> "QuizScreen":
        document = self._workspace.open(quiz_id)
        page: QuizScreen = screen("quiz")(
            document, self._workspace.shelf, self._notices, self._workspace.past(quiz_id), self
        )
        page.offer_tags(self._workspace.tags)
        page.offer_questions(self._workspace.my_questions)
        page.parts.offer_tryouts(lambda: self._workspace.tryouts(quiz_id))
        page.allow_edits(not self._workspace.is_read_only)
        document.refused.connect(self._notices.tell)
        self.addWidget(page)
        self.opened.emit(page)
        return page

    def _let_go(self) -> None:
        for quiz_id in list(self._quizzes)[:-KEPT]:
            page = self._quizzes.pop(quiz_id)
            self.removeWidget(page)
            page.deleteLater()
