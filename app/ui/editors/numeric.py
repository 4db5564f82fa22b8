"""The editor of numeric questions."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.numeric import ExactAnswer, NumericAnswer, NumericQuestion, turned
from app.models.rearranged import exchanged, inserted, moved, removed
from app.ui.editors.question import QuestionEditor
from app.ui.fields.number import meant
from app.ui.fields.numeric_row import NumericRows
from app.ui.fields.titled import TitledRows

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class NumericEditor(QuestionEditor):
    """Any number of accepted numbers: exact, with a margin, in a range, to a precision."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.rows = NumericRows(self)
        self.add(TitledRows(self.tr("Numbers that are right"), self.rows, self), answers=self.rows)
        self.rows.edited.connect(self._write)
        self.rows.kind_edited.connect(self._turn)
        self.rows.added.connect(
            lambda place: self._accept(inserted(self.numeric.answers, place, ExactAnswer.new()), self.tr("Add number"))
        )
        self.rows.removed.connect(
            lambda key: self._accept(removed(self.numeric.answers, self._place(key)), self.tr("Remove number"))
        )
        self.rows.moved.connect(
            lambda key, to: self._accept(moved(self.numeric.answers, self._place(key), to), self.tr("Move number"))
        )
        self.rows.pasted.connect(self._paste)

    @property
    def numeric(self) -> NumericQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, NumericQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show every accepted number."""
        self.rows.show_answers(self.numeric.answers, self.numeric.keys)

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.rows.finish()

    def focus_field(self, field: str) -> None:
        """An accepted number, or a shared field."""
        name, _, key = field.partition("/")
        if name == "answers":
            self.reveal_problems()
            self.rows.focus_row(key)
        else:
            super().focus_field(field)

    def _place(self, key: str) -> int:
        return self.numeric.keys.index(key)

    def _accept(self, answers: tuple[NumericAnswer, ...], step: str, merge_key: str | None = None) -> None:
        self.change(self.numeric.with_answers(answers), step, merge_key)

    def _write(self, key: str, name: str, text: str) -> None:
        place = self._place(key)
        answer = self.numeric.answers[place].replaced(**{name: text})
        typed = not name.endswith("_type")
        merge_key = f"answers/{key}/{name}" if typed else None
        self._accept(exchanged(self.numeric.answers, place, answer), self.tr("Number"), merge_key)

    def _turn(self, key: str, kind: str) -> None:
        place = self._place(key)
        answer = turned(self.numeric.answers[place], kind)
        self._accept(exchanged(self.numeric.answers, place, answer), self.tr("Kind of number"))

    def _paste(self, key: str, _column: int, lines: tuple[str, ...]) -> None:
        """Each line is an exact number of its own, from this row on; an empty row is filled first."""
        place = self._place(key)
        kept = self.numeric.answers
        kept = removed(kept, place) if self.rows.rows[place].is_empty else kept
        place = place if len(kept) < len(self.numeric.answers) else place + 1
        more = (ExactAnswer.new(meant(line)) for line in lines)
        self._accept(inserted(kept, place, *more), self.tr("Paste numbers"))
