"""The editor of ordering."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.choices import Choice, filled
from app.models.questions.ordering import OrderingQuestion
from app.models.rearranged import exchanged, inserted, moved, place_of, removed
from app.ui.editors.ordering_options import OrderingOptions
from app.ui.editors.question import QuestionEditor
from app.ui.fields.answer import Answer
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rows import AnswerRows

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class OrderingEditor(QuestionEditor):
    """Answers in their right order, between two labels."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.rows = AnswerRows(shelf, self, one_right=None)
        self.options = OrderingOptions(self)
        self.options_section = FoldedSection(self.tr("Options"), self.options, self)
        remember_fold(self.options_section, "ordering-options")
        self.add(QuietLabel(self.tr("Write the answers in their right order. Students see them mixed."), self))
        self.add(self.rows, choices=self.rows)
        self.add(self.options_section)
        self._listen_to_rows()

    @property
    def ordering(self) -> OrderingQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, OrderingQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show the answers in their right order, and the labels."""
        self.rows.show_answers([Answer(one.id, one.item_body or "") for one in self.ordering.choices])
        self.options.show_options(self.ordering.labels)
        self.options_section.set_summary(self.options.summary(self.ordering.labels))

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.rows.finish()
        self.options.finish()

    def focus_field(self, field: str) -> None:
        """An answer, or a shared field."""
        name, _, key = field.partition("/")
        if name == "choices":
            self.reveal_problems()
            self.rows.focus_row(key)
        else:
            super().focus_field(field)

    def _listen_to_rows(self) -> None:
        self.rows.text_edited.connect(self._write)
        self.rows.added.connect(
            lambda place: self._order(inserted(self.ordering.choices, place, Choice.new()), self.tr("Add answer"))
        )
        self.rows.removed.connect(
            lambda key: self._order(removed(self.ordering.choices, self._place(key)), self.tr("Remove answer"))
        )
        self.rows.moved.connect(
            lambda key, to: self._order(moved(self.ordering.choices, self._place(key), to), self.tr("Move answer"))
        )
        self.rows.pasted.connect(self._paste)
        self.options.labels_edited.connect(
            lambda top, bottom: self.change(self.ordering.with_labels(top, bottom), self.tr("Labels"), "labels")
        )
        self.options.paragraph_edited.connect(
            lambda on: self.change(self.ordering.with_paragraph(on), self.tr("Answers in a line"))
        )

    def _place(self, key: str) -> int:
        return place_of(self.ordering.choices, key)

    def _order(self, choices: tuple[Choice, ...], step: str, merge_key: str | None = None) -> None:
        self.change(self.ordering.with_choices(choices), step, merge_key)

    def _write(self, key: str, html: str, typed: bool) -> None:
        place = self._place(key)
        choice = self.ordering.choices[place].replaced(item_body=html)
        merge_key = f"choices/{key}" if typed else None
        self._order(exchanged(self.ordering.choices, place, choice), self.tr("Answer text"), merge_key)

    def _paste(self, key: str, _column: int, texts: tuple[str, ...]) -> None:
        place = self._place(key)
        self._order(filled(self.ordering.choices, place, texts), self.tr("Paste answers"))
        self.rows.focus_place(place + len(texts) - 1)
