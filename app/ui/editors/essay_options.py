"""The options of an essay: editor, word count, spelling, limits."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.models.questions.essay import EssayInteraction
from app.ui.fields.problems import ProblemLines
from app.ui.fields.whole_number import WholeNumberField
from app.ui.theme import Gap

LEAST, MOST = 1, 500
"""The limits that stand there when the switch is turned on for the first time."""


class EssayOptions(QWidget):
    """Switches named as the API names them, and both ends of the word limit, kept while it is off."""

    switched = Signal(str, bool)
    limited = Signal(bool, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switches = {
            "rce": QCheckBox(self.tr("Students can format their text"), self),
            "word_count": QCheckBox(self.tr("Show students how many words they wrote"), self),
            "spell_check": QCheckBox(self.tr("Check students' spelling"), self),
        }
        self.limit = QCheckBox(self.tr("Limit the number of words"), self)
        self.least = WholeNumberField(self.tr("Words at least"), self, least=0)
        self.most = WholeNumberField(self.tr("Words at most"), self)
        self._problems = ProblemLines(self)
        self._lay_out()
        for name, switch in self.switches.items():
            switch.clicked.connect(lambda on, name=name: self.switched.emit(name, on))
        self.limit.clicked.connect(self._say)
        self.least.number_edited.connect(self._say)
        self.most.number_edited.connect(self._say)

    def show_options(self, options: EssayInteraction) -> None:
        """Show what is on, and the limits where they count."""
        for name, switch in self.switches.items():
            switch.setChecked(bool(getattr(options, name)))
        self.limit.setChecked(bool(options.word_limit_enabled))
        for field, number in ((self.least, options.least), (self.most, options.most)):
            field.show_number(number)
            field.setEnabled(self.limit.isChecked())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the limits."""
        self._problems.show_problems(problems)

    def finish(self) -> None:
        """Take in what is under way."""
        self.least.finish()
        self.most.finish()

    def _say(self) -> None:
        least = LEAST if self.least.number is None else self.least.number
        most = max(MOST, least) if self.most.number is None else self.most.number
        self.limited.emit(self.limit.isChecked(), least, most)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        for part in (self.limit, self.least, QLabel(self.tr("to"), self), self.most, QLabel(self.tr("words"), self)):
            line.addWidget(part)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(QLabel(self.tr("What students write with"), self))
        for switch in self.switches.values():
            layout.addWidget(switch)
        layout.addLayout(line)
        layout.addWidget(self._problems)
