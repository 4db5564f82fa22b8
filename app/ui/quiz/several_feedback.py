"""Feedback that is written once and put into several questions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.html.text import is_blank
from app.message import message
from app.models.several import Several
from app.ui.fields.labelled import LabelledField
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.field import RichTextField
from app.ui.fields.text_button import TextButton
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class SeveralFeedback(QWidget):
    """A text for everybody, for a right and for a wrong answer. A field that is left empty changes nothing.

    `wanted` gives the texts by their kind, and whether they replace what a question has already.
    """

    wanted = Signal(object, bool)

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        labels = {
            "neutral": self.tr("For everybody"),
            "correct": self.tr("For a right answer"),
            "incorrect": self.tr("For a wrong answer"),
        }
        self._found: Several | None = None
        self.fields: dict[str, RichTextField] = {}
        self.notes: dict[str, QuietLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for kind, label in labels.items():
            field = self.fields[kind] = RichTextField(self.tr("Feedback: {kind}").format(kind=label), shelf, self)
            self.notes[kind] = QuietLabel("", self)
            layout.addWidget(LabelledField(label, field, self))
            layout.addWidget(self.notes[kind])
            field.edited.connect(self._show_button)
        self.where_empty = QRadioButton(self.tr("Only where a question has none yet"), self)
        self.everywhere = QRadioButton(self.tr("In place of what a question has"), self)
        self.put = TextButton("", self)
        group = QButtonGroup(self)
        for choice in (self.where_empty, self.everywhere):
            group.addButton(choice)
            layout.addWidget(choice)
            choice.toggled.connect(self._show_button)
        layout.addWidget(self.put, 0, Qt.AlignmentFlag.AlignLeft)
        self.where_empty.setChecked(True)
        self.put.clicked.connect(lambda: self.wanted.emit(self.texts(), self.everywhere.isChecked()))

    def texts(self) -> dict[str, str]:
        """What was written, by kind; fields that say nothing are left out."""
        return {kind: field.html for kind, field in self.fields.items() if not is_blank(field.html)}

    def show_several(self, found: Several) -> None:
        """Say how many have feedback of their own."""
        self._found = found
        for kind, note in self.notes.items():
            have = found.with_feedback(kind)
            note.setText(words(message("{have} of {all} have their own.", have=have, all=found.count)) if have else "")
            note.setVisible(have > 0)
        self._show_button()

    def summary(self) -> str:
        """What the folded section holds, in words."""
        have = self._found.with_feedback() if self._found is not None else 0
        if self._found is None or not have:
            return self.tr("None has any yet")
        return words(message("{have} of {all} have some", have=have, all=self._found.count))

    def _show_button(self) -> None:
        """The button says how many questions it changes; where that is none, it is off."""
        written, found = self.texts(), self._found
        count = found.count if found is not None else 0
        if found is not None and written and self.where_empty.isChecked():
            count -= found.with_feedback(*written)
        self.put.setEnabled(bool(written) and count > 0)
        put = message("Put into {count} question", plural="Put into {count} questions", count=count)
        self.put.setText(words(put) if count else self.tr("All have their own already"))
