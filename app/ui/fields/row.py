"""One row of a list that the person writes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.checks.problem import Problem
from app.ui.fields.grip import Grip
from app.ui.fields.problems import ProblemLines


class Row(QWidget):
    """Knows its own key and not its neighbours. What its keys mean for the list it says by signals."""

    removed = Signal()
    entered = Signal()
    emptied = Signal()
    moved = Signal(int)
    stepped = Signal(int)
    pasted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self.grip = Grip(self)
        self.grip.moved.connect(self.moved)
        self.problems = ProblemLines(self)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in it."""
        raise NotImplementedError

    @property
    def problem_texts(self) -> list[str]:
        """What is said to be wrong with it."""
        return self.problems.texts

    def first(self) -> QWidget:
        """Where the cursor goes when the row is gone to."""
        raise NotImplementedError

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        raise NotImplementedError

    def finish(self) -> None:
        """Take in what is under way."""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with it."""
        self.problems.show_problems(problems)

    def focus_text(self) -> None:
        """Put the cursor into it."""
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)
