"""What can be done with several questions at once; each is one undo step, whatever their number."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.session.document import Document
from app.session.edit import Edit
from app.session.notice import UNDO, Notices
from app.ui.quiz.item_list import ItemList
from app.ui.screens import screen
from app.ui.words import words

if TYPE_CHECKING:
    from app.ui.quiz.selection_pane import SelectionPane


class SeveralCommands(QObject):
    """Acts on what is selected in the list; rows that only Canvas can change are left as they are."""

    def __init__(self, document: Document, items: ItemList, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._list, self._notices = document, items, notices

    def serve(self, pane: "SelectionPane") -> None:
        """Do what the person wants there."""
        pane.form.points_wanted.connect(self.set_points)
        pane.form.calculator_wanted.connect(self.set_calculator)
        pane.form.shuffle_wanted.connect(self.set_shuffle)
        pane.feedback.wanted.connect(self.put_feedback)

    def set_points(self, points: float) -> None:
        """Give every selected question the same points; a burst of typing is one step."""
        chosen = self._list.selected_questions
        changed = [item.with_points(points) for item in chosen if item.points != points]
        what = message("Points", plural="Points of {count} questions", count=len(chosen))
        self._document.edit_items(changed, Edit(words(what), "points"))

    def set_calculator(self, kind: str) -> None:
        """Let students use this calculator in all of them."""
        with_calculator = screen("with_calculator")
        changed = self._changed(lambda question: with_calculator(question, kind))
        what = message("Calculator", plural="Calculator of {count} questions", count=len(changed))
        self._document.edit_items(changed, Edit(words(what)))

    def set_shuffle(self, on: bool) -> None:
        """Shuffle the answers of all that have answers to shuffle, or stop it."""
        with_shuffle = screen("with_shuffle")
        changed = self._changed(lambda question: with_shuffle(question, on))
        what = message("Shuffle", plural="Shuffle of {count} questions", count=len(changed))
        self._document.edit_items(changed, Edit(words(what)))

    def put_feedback(self, texts: Mapping[str, str], replacing: bool) -> None:
        """Put feedback (kind → HTML) into all of them, or where there is none yet, and say how many got some."""
        with_feedback = screen("with_feedback")
        changed = self._changed(lambda question: with_feedback(question, texts, replacing=replacing))
        what = message("Feedback", plural="Feedback of {count} questions", count=len(changed))
        self._document.edit_items(changed, Edit(words(what)))
        if changed:
            done = message(
                "Feedback put into {count} question.", plural="Feedback put into {count} questions.", count=len(changed)
            )
            self._notices.tell(done, UNDO, self._document.undo_stack.undo)

    def _changed(self, change: Callable[[Question], Question]) -> list[Item]:
        """The selected questions that `change` makes others of, changed."""
        changed = []
        for item in self._list.selected_questions:
            if isinstance(item.entry, Question):
                question = change(item.entry)
                if question is not item.entry:
                    changed.append(item.with_entry(question))
        return changed
