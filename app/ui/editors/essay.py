"""The editor of essays."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.essay import EssayQuestion
from app.ui.editors.essay_options import EssayOptions
from app.ui.editors.question import QuestionEditor
from app.ui.fields.labelled import LabelledField
from app.ui.fields.notes import NotesField

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class EssayEditor(QuestionEditor):
    """What students write with, how much, and notes for whoever grades."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.options = EssayOptions(self)
        self.notes = NotesField(self.tr("Grading notes"), self)
        self.notes.setPlaceholderText(self.tr("What a good answer says. Students never see this"))
        self.add(self.options, word_limit=self.options.least)
        self.add(LabelledField(self.tr("Grading notes"), self.notes, self), notes=self.notes)
        self.options.switched.connect(self._switch)
        self.options.limited.connect(self._limit)
        self.notes.edited.connect(
            lambda text: self.change(self.essay.with_notes(text), self.tr("Grading notes"), "notes")
        )

    @property
    def essay(self) -> EssayQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, EssayQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show the switches, the limits and the notes."""
        self.options.show_options(self.essay.options)
        self.notes.show_text(self.essay.notes)

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.options.finish()
        self.notes.finish()

    def _switch(self, name: str, on: bool) -> None:
        self.change(self.essay.with_options(**{name: on}), self.tr("Essay options"))

    def _limit(self, enabled: bool, least: int, most: int) -> None:
        typed = enabled == bool(self.essay.options.word_limit_enabled)
        question = self.essay.with_word_limit(enabled, least=least, most=most)
        self.change(question, self.tr("Word limit"), "word_limit" if typed else None)
