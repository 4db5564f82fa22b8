"""A category with the answers that belong into it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.icon_button import IconButton
from app.ui.fields.line import LineField
from app.ui.fields.line_keys import LineKeys
from app.ui.fields.line_row import LineRows
from app.ui.fields.row import Row
from app.ui.fields.row_list import RowList
from app.ui.theme import Gap, font

Lines = Sequence[tuple[str, Sequence[str]]]


def answer_rows(parent: QWidget) -> LineRows:
    """The answers of one category, which can be dragged into another one."""
    words = (parent.tr("Add answer"), (parent.tr("Answer {number}"),), parent.tr("Remove answer {number}"))
    return LineRows(*words, parent, drags_out=True)


class CategoryRow(Row):
    """Its name, and its answers below it."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField("", self)
        self.remove = IconButton("x", "", self)
        self.answers = answer_rows(self)
        self.name.edited.connect(self.named)
        self.remove.clicked.connect(self.removed)
        LineKeys(self.name, self, 0)
        self.name.setFont(font("section"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, Gap.SMALL)
        grid.setSpacing(Gap.SMALL)
        grid.addWidget(self.grip, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.problems, 1, 1)
        grid.addWidget(self.answers, 2, 1, 1, 2)

    @property
    def is_empty(self) -> bool:
        """Whether it has neither a name nor an answer."""
        return not self.name.text() and not any(row.lines[0].text() for row in self.answers.rows)

    def first(self) -> QWidget:
        """Its name."""
        return self.name

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.name, self.remove, *self.answers.stops())

    def finish(self) -> None:
        """Take in what is under way."""
        self.name.finish()
        self.answers.finish()

    def show_category(self, name: str, answers: Lines, number: int) -> None:
        """Show this one, with a 1-based number."""
        self.name.show_text(name)
        self.answers.show_lines(answers)
        words = self.tr("Category {number}").format(number=number)
        self.name.setAccessibleName(words)
        self.name.setPlaceholderText(words)
        self.remove.set_name(self.tr("Remove category {number} and its answers").format(number=number))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the category; the problems of an answer stand at it."""
        keys = {row.key for row in self.answers.rows}
        of_answers = [one for one in problems if one.field.partition("/")[2] in keys]
        self.answers.show_problems(of_answers)
        self.problems.show_problems([one for one in problems if one not in of_answers])


class CategoryRows(RowList[CategoryRow]):
    """All categories. Signals of answers name the category and the answer."""

    named = Signal(str, str)
    written = Signal(str, str, str)
    answer_added = Signal(str, int)
    answer_removed = Signal(str, str)
    answer_moved = Signal(str, str, int)
    answer_left = Signal(str, str, int)
    answer_dropped = Signal(str, str, QPointF)
    answers_pasted = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.add_button.setText(self.tr("Add category"))

    def new_row(self) -> CategoryRow:
        """An empty category that tells what happens in it."""
        row = CategoryRow(self)
        row.named.connect(lambda text: self.named.emit(row.key, text))
        row.answers.edited.connect(lambda key, _column, text: self.written.emit(row.key, key, text))
        row.answers.added.connect(lambda place: self.answer_added.emit(row.key, place))
        row.answers.removed.connect(lambda key: self.answer_removed.emit(row.key, key))
        row.answers.moved.connect(lambda key, place: self.answer_moved.emit(row.key, key, place))
        row.answers.left.connect(lambda key, by: self.answer_left.emit(row.key, key, by))
        row.answers.dropped.connect(lambda key, at: self.answer_dropped.emit(row.key, key, at))
        row.answers.pasted.connect(lambda key, _column, lines: self.answers_pasted.emit(row.key, key, lines))
        return row

    def show_categories(self, categories: Sequence[tuple[str, str, Lines]]) -> None:
        """Show these: key, name and answers."""
        rows = self.show_keys([key for key, _, _ in categories])
        for number, (row, (_, name, answers)) in enumerate(zip(rows, categories, strict=True), start=1):
            row.show_category(name, answers, number)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each at its category or answer."""
        left = list(problems)
        for row in self.rows:
            keys = {row.key, *(answer.key for answer in row.answers.rows)}
            own = [one for one in left if one.field.partition("/")[2] in keys]
            row.show_problems(own)
            left = [one for one in left if one not in own]
        self.show_common(left)
