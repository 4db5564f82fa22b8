"""What the editors of multiple choice and multiple answers share: rows of answers, shuffled or not."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.choices import Choice, ChoicesQuestion, filled
from app.models.rearranged import exchanged, inserted, moved, place_of, removed
from app.ui.editors.question import QuestionEditor
from app.ui.fields.answer import Answer
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.rows import AnswerRows

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class ChoicesOptions(QWidget):
    """What can be switched for all answers of a question."""

    def show_options(self, question: ChoicesQuestion) -> None:
        """Show what is on."""
        raise NotImplementedError

    def summary(self, question: ChoicesQuestion) -> str:
        """What is on, in words, for the folded section."""
        raise NotImplementedError


class ChoicesEditor(QuestionEditor):
    """Answers to write, mark, add, remove, move and lock. A type says what a row shows and what a mark means."""

    def __init__(
        self, shelf: "PictureShelf", parent: QWidget | None, *, one_right: bool, options: ChoicesOptions, name: str
    ) -> None:
        super().__init__(shelf, parent)
        self.rows = AnswerRows(shelf, self, one_right=one_right)
        self.choices_options = options
        self.options_section = FoldedSection(self.tr("Options"), options, self)
        remember_fold(self.options_section, name)
        self.add(self.rows, choices=self.rows, right=self.rows)
        self.add(self.options_section)
        self._listen_to_rows()

    @property
    def choices_question(self) -> ChoicesQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, ChoicesQuestion)
        return question

    def answer(self, place: int) -> Answer:
        """What the row at `place` shows."""
        raise NotImplementedError

    def mark(self, choice_id: str, right: bool) -> None:
        """The person marked an answer."""
        raise NotImplementedError

    def show_question(self, _item: Item) -> None:
        """Show the answers with the columns that are on."""
        question = self.choices_question
        self.rows.show_answers([self.answer(place) for place in range(len(question.choices))])
        self.choices_options.show_options(question)
        self.options_section.set_summary(self.choices_options.summary(question))

    def locked(self, place: int) -> bool | None:
        """Whether an answer keeps its place, None where nothing is shuffled."""
        rules = self.choices_question.shuffle
        return place in rules.locked if rules.shuffled else None

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
            self.rows.focus_row(choice_id)
        elif name == "right":
            self.rows.focus_mark()
        else:
            super().focus_field(field)

    def shuffle(self, shuffled: bool) -> None:
        """The person switched shuffling."""
        question = self.choices_question
        self.change(question.with_shuffle(question.shuffle.with_shuffled(shuffled)), self.tr("Shuffle answers"))

    def _listen_to_rows(self) -> None:
        self.rows.text_edited.connect(self._write)
        self.rows.marked.connect(self.mark)
        self.rows.lock_edited.connect(self._lock)
        self.rows.added.connect(self._add)
        self.rows.removed.connect(self._remove)
        self.rows.moved.connect(self._move)
        self.rows.pasted.connect(self._paste)

    def _write(self, choice_id: str, html: str, typed: bool) -> None:
        choices, place = self._choices_at(choice_id)
        written = exchanged(choices, place, choices[place].replaced(item_body=html))
        self._choose_from(written, self.tr("Answer text"), f"choices/{choice_id}" if typed else None)

    def _add(self, place: int) -> None:
        more = inserted(self.choices_question.choices, place, Choice.new())
        self._choose_from(more, self.tr("Add answer"))

    def _remove(self, choice_id: str) -> None:
        self._choose_from(removed(*self._choices_at(choice_id)), self.tr("Remove answer"))

    def _move(self, choice_id: str, target: int) -> None:
        self._choose_from(moved(*self._choices_at(choice_id), target), self.tr("Move answer"))

    def _paste(self, choice_id: str, _column: int, texts: tuple[str, ...]) -> None:
        choices, place = self._choices_at(choice_id)
        self._choose_from(filled(choices, place, texts), self.tr("Paste answers"))
        self.rows.focus_place(place + len(texts) - 1)

    def _choices_at(self, choice_id: str) -> tuple[tuple[Choice, ...], int]:
        choices = self.choices_question.choices
        return choices, place_of(choices, choice_id)

    def _choose_from(self, choices: tuple[Choice, ...], step: str, merge_key: str | None = None) -> None:
        self.change(self.choices_question.with_choices(choices), step, merge_key)

    def _lock(self, choice_id: str, locked: bool) -> None:
        question = self.choices_question
        place = place_of(question.choices, choice_id)
        places = {*question.shuffle.locked, place} if locked else {*question.shuffle.locked} - {place}
        rules = question.shuffle.with_locked(tuple(places))
        self.change(question.with_shuffle(rules), self.tr("Lock answer in its place"))
