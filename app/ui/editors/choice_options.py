"""The options of multiple choice: shuffling, and points by answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import ChoicesQuestion
from app.ui.editors.choices import ChoicesOptions
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap


class ChoiceOptions(ChoicesOptions):
    """Two switches; each says below what it brings."""

    shuffle_edited = Signal(bool)
    vary_edited = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shuffle = QCheckBox(self.tr("Shuffle the answers for each student"), self)
        self.vary = QCheckBox(self.tr("Give each answer points of its own"), self)
        self.shuffle.clicked.connect(self.shuffle_edited)
        self.vary.clicked.connect(self.vary_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.shuffle)
        layout.addWidget(
            QuietLabel(self.tr("A lock beside an answer keeps it in its place, such as “None of these”."), self)
        )
        layout.addWidget(self.vary)
        layout.addWidget(QuietLabel(self.tr("The best answer should earn the points of the question."), self))

    def show_options(self, question: ChoicesQuestion) -> None:
        """Show what is on."""
        assert isinstance(question, ChoiceQuestion)
        self.shuffle.setChecked(question.shuffle.shuffled)
        self.vary.setChecked(question.varies_points)

    def summary(self, question: ChoicesQuestion) -> str:
        """What is on, in words, for the folded section."""
        assert isinstance(question, ChoiceQuestion)
        words = [self.tr("Shuffled")] if question.shuffle.shuffled else [self.tr("Not shuffled")]
        if question.shuffle.shuffled and question.shuffle.locked:
            words.append(self.tr("{count} locked").format(count=len(question.shuffle.locked)))
        if question.varies_points:
            words.append(self.tr("points by answer"))
        return self.tr(", ").join(words)
