"""What is right in a blank that students type in: one of five ways."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.ui.fields.line import LineField
from app.ui.fields.pattern_field import PatternField
from app.ui.fields.pattern_trials import PatternTrials
from app.ui.fields.text_rows import TextRows
from app.ui.fields.whole_number import WholeNumberField
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.theme import Gap, control_height

_MOST_DISTANCE = 99


class OpenAnswer(QWidget):
    """`edited` gives the blank as it was made, what the step is called, and the key under which typing merges."""

    edited = Signal(object, str, object)

    def __init__(self, trials: PatternTrials, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blank = Blank("")
        self.line = LineField(self.tr("Right answer"), self)
        self.line.setPlaceholderText(self.tr("Right answer"))
        self.distance = WholeNumberField(self.tr("How many letters may be wrong"), self, most=_MOST_DISTANCE)
        self.ignore_case = QCheckBox(self.tr("Ignore upper and lower case"), self)
        words = (self.tr("Add accepted answer"), self.tr("Accepted answer {number}"))
        self.accepted = TextRows(*words, self.tr("Remove accepted answer {number}"), self)
        self.pattern = PatternField(trials, self)
        self.closeness = QWidget(self)
        self._lay_out()
        self._listen()

    def first(self) -> QWidget:
        """Where the cursor goes."""
        algorithm = self._blank.algorithm
        if algorithm == ScoringAlgorithm.TEXT_REGEX:
            return self.pattern.pattern
        if algorithm == ScoringAlgorithm.TEXT_IN_CHOICES:
            return self.accepted.rows[0].first() if self.accepted.rows else self.accepted.add_button
        return self.line

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.line, self.distance, self.ignore_case, *self.accepted.stops(), *self.pattern.stops())

    def show_blank(self, blank: Blank, examples: tuple[str, ...]) -> None:
        """Show what is right in `blank`, and what its pattern is tried on."""
        self._blank = blank
        algorithm = blank.algorithm
        one = algorithm not in (ScoringAlgorithm.TEXT_IN_CHOICES, ScoringAlgorithm.TEXT_REGEX)
        first = blank.accepted[0] if blank.accepted else ""
        self.line.setVisible(one)
        self.closeness.setVisible(algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH)
        self.accepted.setVisible(algorithm == ScoringAlgorithm.TEXT_IN_CHOICES)
        self.pattern.setVisible(algorithm == ScoringAlgorithm.TEXT_REGEX)
        self.line.show_text(first)
        self.distance.show_number(blank.edit_distance)
        self.ignore_case.setChecked(blank.ignore_case)
        self.accepted.show_texts(blank.accepted if algorithm == ScoringAlgorithm.TEXT_IN_CHOICES else ())
        if algorithm == ScoringAlgorithm.TEXT_REGEX:
            self.pattern.show_pattern(first, examples)

    def finish(self) -> None:
        """Take in what is under way."""
        for part in (self.line, self.distance, self.accepted, self.pattern):
            part.finish()

    def _listen(self) -> None:
        self.line.edited.connect(self._writer("line"))
        self.pattern.edited.connect(self._writer("pattern"))
        self.distance.number_edited.connect(
            lambda number: self._say(replace(self._blank, edit_distance=number), self.tr("Distance"), "distance")
        )
        self.ignore_case.clicked.connect(
            lambda on: self._say(replace(self._blank, ignore_case=on), self.ignore_case.text())
        )
        self.accepted.texts_edited.connect(
            lambda texts, step, key: self._say(replace(self._blank, accepted=texts), step, key)
        )

    def _writer(self, key: str) -> Callable[[str], None]:
        def write(text: str) -> None:
            self._say(replace(self._blank, accepted=(text,)), self.tr("Right answer"), key)

        return write

    def _say(self, blank: Blank, step: str, key: str | None = None) -> None:
        self.edited.emit(blank, step, key and f"blanks/{blank.id}/{key}")

    def _lay_out(self) -> None:
        number = QWidget(self)
        line = QHBoxLayout(number)
        line.setContentsMargins(0, 0, Gap.SMALL, 0)
        line.setSpacing(Gap.SMALL)
        line.addWidget(QLabel(self.tr("Letters that may be wrong"), number))
        line.addWidget(self.distance)
        self.ignore_case.setMinimumHeight(control_height())
        close = WrappingRow(self.closeness)
        close.setSpacing(Gap.SMALL)
        close.addWidget(number)
        close.addWidget(self.ignore_case)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for part in (self.line, self.closeness, self.accepted, self.pattern):
            layout.addWidget(part)
