"""Which conflicts are said where: those of the quiz above its questions, those of the open question in its editor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.fields.conflict_bar import ConflictBar
from app.ui.quiz.editor_pane import EditorPane

if TYPE_CHECKING:
    from app.session.conflicts import OpenConflict


class ConflictBars(QObject):
    """One bar of the quiz itself; the pane says those of the question that is open, at their fields."""

    compare_wanted = Signal(str, str)

    def __init__(self, of_quiz: ConflictBar, of_question: EditorPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.of_quiz, self.of_question = of_quiz, of_question
        self._undecided: tuple[OpenConflict, ...] = ()
        self._open = ""
        of_quiz.compare_wanted.connect(self.compare_wanted)
        of_question.compare_wanted.connect(self.compare_wanted)

    def show_conflicts(self, conflicts: "Sequence[OpenConflict]") -> None:
        """Say what Canvas has otherwise."""
        self._undecided = tuple(conflicts)
        self.of_quiz.show_conflicts([one for one in conflicts if not one.conflict.item_id])
        self.turn_to(self._open)

    def turn_to(self, item_id: str) -> None:
        """Another question is open; "" for none."""
        self._open = item_id
        self.of_question.show_conflicts([one for one in self._undecided if item_id and one.conflict.item_id == item_id])
