"""The options of matching: shuffling, and what a part of the pairs earns."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.models.questions.matching import MatchingQuestion
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap


class MatchingOptions(QWidget):
    """Two switches; the second says below what it brings."""

    shuffle_edited = Signal(bool)
    partial_edited = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shuffle = QCheckBox(self.tr("Shuffle the left sides for each student"), self)
        self.partial = QCheckBox(self.tr("Give part of the points for part of the pairs"), self)
        self.shuffle.clicked.connect(self.shuffle_edited)
        self.partial.clicked.connect(self.partial_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.shuffle)
        layout.addWidget(self.partial)
        layout.addWidget(QuietLabel(self.tr("Each right pair earns its share; a wrong one takes nothing away."), self))

    def show_options(self, question: MatchingQuestion) -> None:
        """Show what is on."""
        self.shuffle.setChecked(question.shuffled)
        self.partial.setChecked(question.gives_partial_credit)

    def summary(self, question: MatchingQuestion) -> str:
        """What is on, in words, for the folded section."""
        shuffled = self.tr("Shuffled") if question.shuffled else self.tr("Not shuffled")
        partial = self.tr("partial credit") if question.gives_partial_credit else self.tr("all or nothing")
        return self.tr(", ").join((shuffled, partial))
