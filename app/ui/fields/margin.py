"""How far a number may be off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.models.questions.numeric import MarginType
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.number import NumberField
from app.ui.fields.problems import ProblemLines
from app.ui.theme import Gap


class MarginField(QWidget):
    """`edited` gives the number and what it is measured in; `typed` says whether the number was typed."""

    edited = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margin = ""
        self.number = NumberField(self.tr("Margin"), self)
        kinds = [(MarginType.ABSOLUTE, self.tr("units")), (MarginType.PERCENT, self.tr("per cent"))]
        self.kind = ChoiceBox(self.tr("What the margin is measured in"), kinds, self)
        self.number.number_edited.connect(lambda text: self.edited.emit(text, self.kind.currentData(), True))
        self.kind.picked.connect(lambda key: self.edited.emit(self._margin, key, False))
        self._problems = ProblemLines(self)
        self.number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        for part in (QLabel(self.tr("An answer may be off by"), self), self.number, self.kind):
            line.addWidget(part)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(line)
        layout.addWidget(self._problems)

    def show_margin(self, margin: str, kind: str) -> None:
        """Show number and kind."""
        self._margin = margin
        self.number.show_number(margin)
        self.kind.show_key(kind)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with it."""
        self._problems.show_problems(problems)

    def finish(self) -> None:
        """Take in what is under way."""
        self.number.finish()
