"""The options of multiple answers: shuffling, and what a part of the right answers earns."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.models.questions.choices import ChoicesQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.ui.editors.choices import ChoicesOptions
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap


class MultiAnswerOptions(ChoicesOptions):
    """Two switches; each says below what it brings."""

    shuffle_edited = Signal(bool)
    partial_edited = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shuffle = QCheckBox(self.tr("Shuffle the answers for each student"), self)
        self.partial = QCheckBox(self.tr("Give part of the points for part of the answers"), self)
        self.shuffle.clicked.connect(self.shuffle_edited)
        self.partial.clicked.connect(self.partial_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        notes = (
            self.tr("A lock beside an answer keeps it in its place, such as “None of these”."),
            self.tr("Each right tick earns a share, each wrong tick takes one away, never below 0."),
        )
        for switch, note in zip((self.shuffle, self.partial), notes, strict=True):
            layout.addWidget(switch)
            layout.addWidget(QuietLabel(note, self))

    def show_options(self, question: ChoicesQuestion) -> None:
        """Show what is on."""
        assert isinstance(question, MultiAnswerQuestion)
        self.shuffle.setChecked(question.shuffle.shuffled)
        self.partial.setChecked(question.gives_partial_credit)

    def summary(self, question: ChoicesQuestion) -> str:
        """What is on, in words, for the folded section."""
        assert isinstance(question, MultiAnswerQuestion)
        words = [self.tr("Shuffled") if question.shuffle.shuffled else self.tr("Not shuffled")]
        if question.shuffle.shuffled and question.shuffle.locked:
            words.append(self.tr("{count} locked").format(count=len(question.shuffle.locked)))
        words.append(self.tr("partial credit") if question.gives_partial_credit else self.tr("all or nothing"))
        return self.tr(", ").join(words)
