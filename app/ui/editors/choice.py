"""The editor of multiple choice."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.questions.choice import ChoiceQuestion
from app.ui.editors.choice_options import ChoiceOptions
from app.ui.editors.choices import ChoicesEditor
from app.ui.fields.answer import Answer

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class ChoiceEditor(ChoicesEditor):
    """Answers of which one is right, in this or any order, with the question's points or points of their own."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        self.options = ChoiceOptions()
        super().__init__(shelf, parent, one_right=True, options=self.options, name="choice-options")
        self.rows.points_edited.connect(self._set_points)
        self.rows.feedback_edited.connect(self._give_feedback)
        self.options.shuffle_edited.connect(self.shuffle)
        self.options.vary_edited.connect(self._vary)

    @property
    def choice(self) -> ChoiceQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, ChoiceQuestion)
        return question

    def answer(self, place: int) -> Answer:
        """Text, mark, lock, points and feedback of one answer."""
        question, choice = self.choice, self.choice.choices[place]
        feedback = question.answer_feedback
        return Answer(
            choice.id,
            choice.item_body or "",
            right=choice.id == question.right,
            locked=self.locked(place),
            points=question.points_of(choice.id) if question.varies_points else None,
            feedback=(feedback.get(choice.id) if feedback else None) or "",
        )

    def mark(self, choice_id: str, _right: bool) -> None:
        """Another answer is the right one."""
        self.change(self.choice.with_right(choice_id), self.tr("Right answer"))

    def _set_points(self, choice_id: str, points: float) -> None:
        question = self.choice.with_points_of(choice_id, points)
        self.change(question, self.tr("Points of an answer"), f"points/{choice_id}")

    def _give_feedback(self, choice_id: str, html: str, typed: bool) -> None:
        question = self.choice.with_answer_feedback(choice_id, html)
        key = f"answer_feedback/{choice_id}" if typed else None
        self.change(question, self.tr("Feedback for an answer"), key)

    def _vary(self, varies: bool) -> None:
        points = (self.item.points if self.item else None) or 1
        self.change(self.choice.with_varied_points(varies, points), self.tr("Points by answer"))
