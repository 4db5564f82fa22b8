"""The editor of multiple answers."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.questions.multi_answer import MultiAnswerQuestion
from app.ui.editors.choices import ChoicesEditor
from app.ui.editors.multi_answer_options import MultiAnswerOptions
from app.ui.fields.answer import Answer

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class MultiAnswerEditor(ChoicesEditor):
    """Answers of which several are right, for all the points or for a part of them."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        self.options = MultiAnswerOptions()
        super().__init__(shelf, parent, one_right=False, options=self.options, name="multi-answer-options")
        self.options.shuffle_edited.connect(self.shuffle)
        self.options.partial_edited.connect(
            lambda partial: self.change(self.several.with_partial_credit(partial), self.tr("Partial credit"))
        )

    @property
    def several(self) -> MultiAnswerQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, MultiAnswerQuestion)
        return question

    def answer(self, place: int) -> Answer:
        """Text, mark and lock of one answer."""
        choice = self.several.choices[place]
        return Answer(
            choice.id, choice.item_body or "", right=choice.id in self.several.right, locked=self.locked(place)
        )

    def mark(self, choice_id: str, right: bool) -> None:
        """One more answer is right, or one less."""
        self.change(self.several.with_right(choice_id, right), self.tr("Right answer"))
