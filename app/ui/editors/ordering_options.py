"""The options of ordering: what stands at both ends, and how the answers lie."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.models.questions.ordering import OrderingProperties
from app.ui.fields.labelled import LabelledField
from app.ui.fields.line import LineField
from app.ui.theme import Gap


class OrderingOptions(QWidget):
    """Two labels in plain text, and a switch."""

    labels_edited = Signal(str, str)
    paragraph_edited = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.top = LineField(self.tr("Label at the top"), self)
        self.bottom = LineField(self.tr("Label at the bottom"), self)
        self.top.setPlaceholderText(self.tr("for example First, or Smallest"))
        self.bottom.setPlaceholderText(self.tr("for example Last, or Largest"))
        self.paragraph = QCheckBox(self.tr("Show the answers in a line, as words of a sentence"), self)
        for field in (self.top, self.bottom):
            field.edited.connect(lambda: self.labels_edited.emit(self.top.text(), self.bottom.text()))
        self.paragraph.clicked.connect(self.paragraph_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(LabelledField(self.tr("Label at the top"), self.top, self))
        layout.addWidget(LabelledField(self.tr("Label at the bottom"), self.bottom, self))
        layout.addWidget(self.paragraph)

    def show_options(self, labels: OrderingProperties) -> None:
        """Show what is set."""
        self.top.show_text(labels.top_label or "")
        self.bottom.show_text(labels.bottom_label or "")
        self.paragraph.setChecked(bool(labels.display_answers_paragraph))

    def summary(self, labels: OrderingProperties) -> str:
        """What is set, in words, for the folded section."""
        lie = self.tr("In a line") if labels.display_answers_paragraph else self.tr("In a column")
        ends = " – ".join(text for text in (labels.top_label, labels.bottom_label) if text)
        return self.tr(", ").join((lie, ends or self.tr("no labels")))

    def finish(self) -> None:
        """Take in what is under way."""
        self.top.finish()
        self.bottom.finish()
