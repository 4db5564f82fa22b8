"""The editor of true/false."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.ui.editors.question import QuestionEditor
from app.ui.fields.two_answers import TwoAnswers

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class TrueFalseEditor(QuestionEditor):
    """A statement, which of two answers is right, and what the answers are called."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.answers = TwoAnswers(self)
        self.add(self.answers, right=self.answers.marks[0], labels=self.answers.labels[0])
        self.answers.marked.connect(self._mark)
        self.answers.labels_edited.connect(self._rename)

    @property
    def statement(self) -> TrueFalseQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, TrueFalseQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show the right answer and the labels as they were written."""
        data = self.statement.interaction_data
        written = (data.true_choice, data.false_choice) if data else (None, None)
        labels = tuple(
            default if own is None else own for own, default in zip(written, self.statement.labels, strict=True)
        )
        self.answers.show_answers(labels, self.statement.right)

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.answers.finish()

    def _mark(self, right: bool) -> None:
        self.change(self.statement.with_right(right), self.tr("Right answer"))

    def _rename(self, true_label: str, false_label: str, which: str) -> None:
        self.change(self.statement.with_labels(true_label, false_label), self.tr("Answer label"), f"labels/{which}")
