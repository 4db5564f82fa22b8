"""The editor of multiple choice."""

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.ui.editors.choice_options import ChoiceOptions
from app.ui.editors.question import QuestionEditor
from app.ui.fields.answer import Answer
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.rows import AnswerRows

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class ChoiceEditor(QuestionEditor):
    """Answers of which one is right, in this or any order, with the question's points or points of their own."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.rows = AnswerRows(self.shelf, self)
        self.options = ChoiceOptions(self)
        self.options_section = FoldedSection(self.tr("Options"), self.options, self)
        remember_fold(self.options_section, "choice-options")
        self.add(self.rows, choices=self.rows, right=self.rows)
        self.add(self.options_section)
        self._listen_to_rows()
        self.options.shuffle_edited.connect(self._shuffle)
        self.options.vary_edited.connect(self._vary)

    @property
    def choice(self) -> ChoiceQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, ChoiceQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show the answers with the columns that are on."""
        question = self.choice
        self.rows.show_answers([_answer(question, place) for place in range(len(question.choices))])
        self.options.show_options(question)
        self.options_section.set_summary(self.options.summary(question))

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.rows.finish()

    def focus_field(self, field: str) -> None:
        """An answer, the marks, or a shared field."""
        name, _, choice_id = field.partition("/")
        if name in ("choices", "right"):
            self.reveal_problems()
        if name == "choices":
            self.rows.focus_answer(choice_id)
        elif name == "right":
            self.rows.focus_mark()
        else:
            super().focus_field(field)

    def _listen_to_rows(self) -> None:
        self.rows.text_edited.connect(self._write)
        self.rows.marked.connect(lambda key: self.change(self.choice.with_right(key), self.tr("Right answer")))
        self.rows.lock_edited.connect(self._lock)
        self.rows.points_edited.connect(self._set_points)
        self.rows.feedback_edited.connect(self._give_feedback)
        self.rows.added.connect(self._add)
        self.rows.removed.connect(self._remove)
        self.rows.moved.connect(self._move)

    def _write(self, choice_id: str, html: str, typed: bool) -> None:
        choices = tuple(one.replaced(item_body=html) if one.id == choice_id else one for one in self.choice.choices)
        self.change(
            self.choice.with_choices(choices), self.tr("Answer text"), f"choices/{choice_id}" if typed else None
        )

    def _add(self, place: int) -> None:
        choices = list(self.choice.choices)
        choices.insert(place, Choice(id=str(uuid4()), item_body=""))
        self.change(self.choice.with_choices(tuple(choices)), self.tr("Add answer"))

    def _remove(self, choice_id: str) -> None:
        kept = tuple(one for one in self.choice.choices if one.id != choice_id)
        self.change(self.choice.with_choices(kept), self.tr("Remove answer"))

    def _move(self, choice_id: str, place: int) -> None:
        moved = next(one for one in self.choice.choices if one.id == choice_id)
        choices = [one for one in self.choice.choices if one.id != choice_id]
        choices.insert(place, moved)
        self.change(self.choice.with_choices(tuple(choices)), self.tr("Move answer"))

    def _lock(self, choice_id: str, locked: bool) -> None:
        rules = self.choice.shuffle
        place = [one.id for one in self.choice.choices].index(choice_id)
        places = {*rules.locked, place} if locked else {*rules.locked} - {place}
        self.change(self.choice.with_shuffle(rules.with_locked(tuple(places))), self.tr("Lock answer in its place"))

    def _set_points(self, choice_id: str, points: float) -> None:
        self.change(
            self.choice.with_points_of(choice_id, points), self.tr("Points of an answer"), f"points/{choice_id}"
        )

    def _give_feedback(self, choice_id: str, html: str, typed: bool) -> None:
        question = self.choice.with_answer_feedback(choice_id, html)
        key = f"answer_feedback/{choice_id}" if typed else None
        self.change(question, self.tr("Feedback for an answer"), key)

    def _shuffle(self, shuffled: bool) -> None:
        self.change(self.choice.with_shuffle(self.choice.shuffle.with_shuffled(shuffled)), self.tr("Shuffle answers"))

    def _vary(self, varies: bool) -> None:
        points = (self.item.points if self.item else None) or 1
        self.change(self.choice.with_varied_points(varies, points), self.tr("Points by answer"))


def _answer(question: ChoiceQuestion, place: int) -> Answer:
    choice = question.choices[place]
    return Answer(
        choice.id,
        choice.item_body or "",
        right=choice.id == question.right,
        locked=place in question.shuffle.locked if question.shuffle.shuffled else None,
        points=question.points_of(choice.id) if question.varies_points else None,
        feedback=_feedback(question, choice.id),
    )


def _feedback(question: ChoiceQuestion, choice_id: str) -> str:
    given = question.answer_feedback
    return (given.get(choice_id) if given else None) or ""
