"""What can be set for several questions at once: points, calculator, shuffling."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.message import message
from app.models.several import Several
from app.ui.fields.calculator import CalculatorBox
from app.ui.fields.labelled import LabelledField
from app.ui.fields.points import PointsField
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.shared_switch import SharedSwitch
from app.ui.theme import Gap
from app.ui.words import words


class SeveralForm(QWidget):
    """Every value that is picked is meant for each of them; where they differ, nothing is picked."""

    points_wanted = Signal(float)
    calculator_wanted = Signal(str)
    shuffle_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("For each of them"), self)
        Toned(heading, "text", "section")
        self.points = PointsField(self.tr("Points for each of them"), self)
        self.calculator = CalculatorBox(self)
        self.calculator.setPlaceholderText(self.tr("Different ones"))
        self.shuffle = SharedSwitch(self.tr("Shuffle the answers for each student"), self)
        self.shuffle_note = QuietLabel("", self)
        line = QHBoxLayout()
        line.setSpacing(Gap.LARGE)
        for label, field in ((self.tr("Points"), self.points), (self.tr("Calculator"), self.calculator)):
            line.addWidget(LabelledField(label, field, self))
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(heading)
        layout.addLayout(line)
        layout.addSpacing(Gap.TIGHT)
        layout.addWidget(self.shuffle)
        layout.addWidget(self.shuffle_note)
        self.points.points_edited.connect(self.points_wanted)
        self.calculator.picked.connect(self.calculator_wanted)
        self.shuffle.turned.connect(self.shuffle_wanted)

    def show_points(self, points: set[float | None]) -> None:
        """Show the points where they agree."""
        self.points.show_points(next(iter(points)) if len(points) == 1 else None)
        self.points.setPlaceholderText("" if len(points) == 1 else self.tr("differ"))

    def show_several(self, found: Several) -> None:
        """Show what they have in common."""
        self.calculator.setEnabled(found.count > 0)
        if len(found.calculators) == 1:
            self.calculator.show_key(*found.calculators)
        else:
            self.calculator.setCurrentIndex(-1)
        self.shuffle.setEnabled(found.can_shuffle > 0)
        self.shuffle.show_states(found.shuffles)
        self.shuffle_note.setText(_shuffle_words(found))

    def show_unread(self, count: int) -> None:
        """Say that so many are still looked at: what they have in common is not known yet."""
        self.calculator.setEnabled(False)
        self.shuffle.setEnabled(False)
        looked_at = message("Looking at {count} question…", plural="Looking at {count} questions…", count=count)
        self.shuffle_note.setText(words(looked_at))


def _shuffle_words(found: Several) -> str:
    """How many of them the switch is about."""
    if not found.can_shuffle:
        return words(message("None of these has answers that can be shuffled."))
    if found.can_shuffle == found.count:
        return words(message("All of them can be shuffled."))
    return words(message("{able} of {all} can be shuffled.", able=found.can_shuffle, all=found.count))
