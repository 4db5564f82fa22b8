"""A limit that can be switched on, with its number."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.problems import ProblemLines
from app.ui.fields.whole_number import WholeNumberField
from app.ui.theme import Gap


class SwitchedNumber(QWidget):
    """Tells the switch and the number together; the number is kept while the switch is off."""

    edited = Signal(bool, int)

    def __init__(self, words: str, name: str, parent: QWidget | None = None, *, most: int = 99_999) -> None:
        super().__init__(parent)
        self.switch = QCheckBox(words, self)
        self.number = WholeNumberField(name, self, most=most)
        self._problems = ProblemLines(self)
        line = QHBoxLayout()
        line.setSpacing(Gap.MEDIUM)
        line.addWidget(self.switch)
        line.addWidget(self.number)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(line)
        layout.addWidget(self._problems)
        self.switch.clicked.connect(lambda on: self.edited.emit(on, self.number.number or 1))
        self.number.number_edited.connect(lambda number: self.edited.emit(self.switch.isChecked(), number))

    def show_number(self, on: bool, number: int | None) -> None:
        """Show the switch, and the number where it counts."""
        self.switch.setChecked(on)
        self.number.show_number(number)
        self.number.setEnabled(on)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the number."""
        self._problems.show_problems(problems)

    def finish(self) -> None:
        """Take in what is under way."""
        self.number.finish()
