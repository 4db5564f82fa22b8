"""The editor of categorization."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.categorization import CategorizationQuestion, Labelled
from app.models.rearranged import exchanged, inserted, moved, place_of, removed
from app.ui.editors.question import QuestionEditor
from app.ui.fields.category_row import CategoryRows, Lines, answer_rows
from app.ui.fields.line_row import LineRows
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.titled import TitledRows

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

NOWHERE = ""
"""The key of the answers that belong into no category."""


class CategorizationEditor(QuestionEditor):
    """Categories with their answers, and wrong answers; an answer is moved between them by mouse or keyboard."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.categories = CategoryRows(self)
        self.distractors = answer_rows(self)
        self.distractors.add_button.setText(self.tr("Add wrong answer"))
        note = self.tr("Drag an answer into another category, or press Alt+Up and Alt+Down past the end of its own.")
        self.add(
            TitledRows(self.tr("Categories and the answers that belong in them"), self.categories, self),
            categories=self.categories,
            answers=self.categories,
        )
        self.add(
            TitledRows(self.tr("Wrong answers"), self.distractors, self),
            distractors=self.distractors,
        )
        self.add(QuietLabel(note, self))
        self._listen_to_categories()
        self._listen_to_answers()

    @property
    def sorting(self) -> CategorizationQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, CategorizationQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show the categories and the wrong answers."""
        question = self.sorting
        self.categories.show_categories(
            [(one.id, one.item_body or "", _lines(question.answers_of(one.id))) for one in question.categories]
        )
        self.distractors.show_lines(_lines(question.distractors))

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.categories.finish()
        self.distractors.finish()

    def focus_field(self, field: str) -> None:
        """A category, an answer, or a shared field."""
        name, _, key = field.partition("/")
        if name not in ("categories", "answers", "distractors"):
            super().focus_field(field)
            return
        self.reveal_problems()
        if name == "categories":
            self.categories.focus_row(key)
        else:
            self._rows_of(self._category_of(key)).focus_row(key)

    def _listen_to_categories(self) -> None:
        rows = self.categories
        rows.named.connect(self._rename)
        rows.added.connect(self._add_category)
        rows.removed.connect(lambda key: self.change(self.sorting.without_category(key), self.tr("Remove category")))
        rows.moved.connect(self._move_category)
        rows.pasted.connect(self._paste_categories)

    def _listen_to_answers(self) -> None:
        rows, wrong = self.categories, self.distractors
        rows.written.connect(self._write)
        rows.answer_added.connect(self._add)
        rows.answer_removed.connect(self._remove)
        rows.answer_moved.connect(self._move)
        rows.answer_left.connect(self._leave)
        rows.answer_dropped.connect(self._drop)
        rows.answers_pasted.connect(self._paste)
        wrong.edited.connect(lambda key, _column, text: self._write(NOWHERE, key, text))
        wrong.added.connect(lambda place: self._add(NOWHERE, place))
        wrong.removed.connect(lambda key: self._remove(NOWHERE, key))
        wrong.moved.connect(lambda key, place: self._move(NOWHERE, key, place))
        wrong.left.connect(lambda key, by: self._leave(NOWHERE, key, by))
        wrong.dropped.connect(lambda key, at: self._drop(NOWHERE, key, at))
        wrong.pasted.connect(lambda key, _column, lines: self._paste(NOWHERE, key, lines))

    def _rename(self, key: str, text: str) -> None:
        place = place_of(self.sorting.categories, key)
        category = self.sorting.categories[place].replaced(item_body=text)
        self._order(exchanged(self.sorting.categories, place, category), self.tr("Category"), f"categories/{key}")

    def _add_category(self, place: int) -> None:
        category = Labelled.new()
        question = self.sorting.with_categories(inserted(self.sorting.categories, place, category))
        self.change(question.with_answers(category.id, (Labelled.new(),)), self.tr("Add category"))

    def _move_category(self, key: str, target: int) -> None:
        categories = self.sorting.categories
        self._order(moved(categories, place_of(categories, key), target), self.tr("Move category"))

    def _paste_categories(self, key: str, _column: int, lines: tuple[str, ...]) -> None:
        """A category without a name takes the first line, the other lines are new ones below it."""
        categories, place = self.sorting.categories, place_of(self.sorting.categories, key)
        taken = 0 if categories[place].item_body else 1
        named = [categories[place].replaced(item_body=line) for line in lines[:taken]]
        more = tuple(Labelled.new(line) for line in lines[taken:])
        kept = (*categories[:place], *(named or [categories[place]]), *categories[place + 1 :])
        self._order(inserted(kept, place + 1, *more), self.tr("Paste categories"))

    def _order(self, categories: tuple[Labelled, ...], step: str, merge_key: str | None = None) -> None:
        self.change(self.sorting.with_categories(categories), step, merge_key)

    def _answers(self, category: str) -> tuple[Labelled, ...]:
        return self.sorting.answers_of(category or None)

    def _put(self, category: str, answers: tuple[Labelled, ...], step: str, merge_key: str | None = None) -> None:
        self.change(self.sorting.with_answers(category or None, answers), step, merge_key)

    def _write(self, category: str, key: str, text: str) -> None:
        answers, place = self._answers(category), place_of(self._answers(category), key)
        written = exchanged(answers, place, answers[place].replaced(item_body=text))
        self._put(category, written, self.tr("Answer text"), f"answers/{key}")

    def _add(self, category: str, place: int) -> None:
        self._put(category, inserted(self._answers(category), place, Labelled.new()), self.tr("Add answer"))

    def _remove(self, category: str, key: str) -> None:
        answers = self._answers(category)
        self._put(category, removed(answers, place_of(answers, key)), self.tr("Remove answer"))

    def _move(self, category: str, key: str, target: int) -> None:
        answers = self._answers(category)
        self._put(category, moved(answers, place_of(answers, key), target), self.tr("Move answer"))

    def _paste(self, category: str, key: str, lines: tuple[str, ...]) -> None:
        answers, place = self._answers(category), place_of(self._answers(category), key)
        kept = answers if answers[place].item_body else removed(answers, place)
        more = tuple(Labelled.new(line) for line in lines)
        self._put(category, inserted(kept, place + len(kept) + 1 - len(answers), *more), self.tr("Paste answers"))

    def _leave(self, category: str, key: str, by: int) -> None:
        """Past an end of its list an answer goes into the neighbouring one, the wrong answers being the last."""
        lists = [*(one.id for one in self.sorting.categories), NOWHERE]
        place = lists.index(category) + by
        if 0 <= place < len(lists):
            self._bring(key, lists[place], len(self._answers(lists[place])) if by < 0 else 0)

    def _drop(self, category: str, key: str, at: QPointF) -> None:
        """Into the list under the mouse, or under the name of a category."""
        for other in (*(one.id for one in self.sorting.categories), NOWHERE):
            rows = self._rows_of(other)
            area = (rows.parentWidget() if other else None) or rows
            if other != category and area.rect().contains(area.mapFromGlobal(at).toPoint()):
                self._bring(key, other, rows.gap_at(at))
                return

    def _bring(self, key: str, category: str, place: int) -> None:
        answer = next(one for one in self.sorting.answers if one.id == key)
        self._put(category, inserted(self._answers(category), place, answer), self.tr("Move answer"))
        self._rows_of(category).focus_row(key)

    def _category_of(self, key: str) -> str:
        return next((id for id, answers in self.sorting.key.items() if key in answers), NOWHERE)

    def _rows_of(self, category: str) -> LineRows:
        shown = {row.key: row.answers for row in self.categories.rows}
        return shown.get(category, self.distractors)


def _lines(answers: tuple[Labelled, ...]) -> Lines:
    return [(one.id, (one.item_body or "",)) for one in answers]
