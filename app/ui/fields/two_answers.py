"""Two answers of which one is right, each with a label that students read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.line import LineField
from app.ui.fields.mark_keys import mark_by_keys, mark_keys_text
from app.ui.fields.problems import ProblemLines
from app.ui.theme import Gap


class TwoAnswers(QWidget):
    """The answers "true" and "false", whatever they are called."""

    marked = Signal(bool)
    labels_edited = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = (self.tr("True"), self.tr("False"))
        self.marks = tuple(QRadioButton(name, self) for name in names)
        self.labels = tuple(
            LineField(self.tr("What students read for “{name}”").format(name=name), self) for name in names
        )
        self._problems = ProblemLines(self)
        for mark, name in zip(self.marks, names, strict=True):
            mark.setAutoExclusive(False)
            mark.setAccessibleName(self.tr("“{name}” is right").format(name=name))
        self._lay_out()
        for label, mark in zip(self.labels, self.marks, strict=True):
            mark_by_keys(label, mark)
            mark.setToolTip(self.tr("Mark as right ({keys})").format(keys=mark_keys_text()))
        self.marks[0].clicked.connect(lambda: self._mark(0))
        self.marks[1].clicked.connect(lambda: self._mark(1))
        self.labels[0].edited.connect(lambda text: self.labels_edited.emit(text, self.labels[1].text(), "true"))
        self.labels[1].edited.connect(lambda text: self.labels_edited.emit(self.labels[0].text(), text, "false"))

    def show_answers(self, labels: Sequence[str], right: bool | None) -> None:
        """Show both labels and which is right, None where none is yet."""
        for field, text in zip(self.labels, labels, strict=True):
            field.show_text(text)
        self.marks[0].setChecked(right is True)
        self.marks[1].setChecked(right is False)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with them."""
        self._problems.show_problems(problems)

    def finish(self) -> None:
        """Take in what is under way."""
        for field in self.labels:
            field.finish()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Gap.MEDIUM)
        grid.setVerticalSpacing(Gap.SMALL)
        grid.setColumnStretch(1, 1)
        for row, (mark, label) in enumerate(zip(self.marks, self.labels, strict=True)):
            grid.addWidget(mark, row, 0)
            grid.addWidget(label, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(QLabel(self.tr("Right answer, and what students read"), self))
        layout.addLayout(grid)
        layout.addWidget(self._problems, 0, Qt.AlignmentFlag.AlignTop)

    def _mark(self, place: int) -> None:
        """The mark goes to the other answer; a click on the one that has it changes nothing."""
        was = self.marks[place].isChecked()
        self.marks[place].setChecked(True)
        if was:
            self.marks[1 - place].setChecked(False)
            self.marked.emit(place == 0)
