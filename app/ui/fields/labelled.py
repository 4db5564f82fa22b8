"""A field under its label, with the problems that are about it beneath."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.problems import ProblemLines
from app.ui.theme import Gap


class LabelledField(QWidget):
    """One field of a form; its label is the field's buddy, so that a screen reader reads both."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = QLabel(label, self)
        self.label.setBuddy(field)
        self._problems = ProblemLines(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for widget in (self.label, field, self._problems):
            layout.addWidget(widget)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with this field."""
        self._problems.show_problems(problems)
