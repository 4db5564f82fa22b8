"""The table of solutions: generated, edited, pasted from a spreadsheet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.checks.problem import Problem
from app.expressions.solution import MOST
from app.models.questions.formula import FormulaQuestion
from app.models.questions.generated import result_decimals
from app.ui.fields.problems import ProblemLines
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.solution_model import SolutionModel
from app.ui.fields.variable_row import MOST_DECIMALS
from app.ui.fields.whole_number import WholeNumberField
from app.ui.icons import icon
from app.ui.theme import Gap, control_height

_ROWS_SHOWN = 8


class CellTable(QTableView):
    """A table whose cells are copied, pasted and cleared like those of a spreadsheet."""

    pasted = Signal(int, int, object)
    rows_removed = Signal(object)

    def __init__(self, model: SolutionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        row = self.fontMetrics().height() + Gap.SMALL
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(row * _ROWS_SHOWN)
        self.setAccessibleName(self.tr("Solutions"))
        self.setToolTip(self.tr("Cells can be typed in, and pasted from a spreadsheet. Ctrl+Delete removes rows"))

    def chosen_rows(self) -> list[int]:
        """The rows of the selected cells."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, and remove rows."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.DeleteEndOfWord) and self.chosen_rows():
            self.rows_removed.emit(self.chosen_rows())
        else:
            super().keyPressEvent(event)

    def _paste(self) -> None:
        lines = QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()
        cells = [[cell.strip() for cell in line.split("\t")] for line in lines]
        at = self.currentIndex()
        if cells:
            self.pasted.emit(max(at.row(), 0), max(at.column(), 0), cells)

    def _copy(self) -> None:
        model = self.model()
        columns = sorted({index.column() for index in self.selectedIndexes()})
        assert isinstance(model, SolutionModel)
        lines = ("\t".join(model.text(row, column) for column in columns) for row in self.chosen_rows())
        QGuiApplication.clipboard().setText("\n".join(lines))


class SolutionTable(QWidget):
    """`generate_wanted` tells how many solutions with how many decimals; `edited` gives all of them after a change.

    `counted` tells how many there are to be while there is none.
    """

    generate_wanted = Signal(int, int)
    counted = Signal(int)
    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = WholeNumberField(self.tr("Number of solutions"), self, most=MOST)
        self.decimals = WholeNumberField(self.tr("Decimals of the right answer"), self, least=0, most=MOST_DECIMALS)
        self.generate = QPushButton(icon("refresh-cw", "text"), self.tr("Generate"), self)
        self.generate.setMinimumHeight(control_height())
        self.model = SolutionModel()
        self.table = CellTable(self.model, self)
        self._empty = QuietLabel(self.tr("No solutions yet. Each student gets the numbers of one row."), self)
        self._problems = ProblemLines(self)
        self._lay_out()
        self._listen()

    def show_question(self, question: FormulaQuestion) -> None:
        """Show the solutions, and what new ones would be like."""
        self.model.show_question(question)
        self.table.setVisible(bool(question.solutions))
        self._empty.setVisible(not question.solutions)
        self.count.show_number(question.wanted_solutions)
        if self.decimals.number is None or question.solutions:
            self.decimals.show_number(result_decimals(question))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the solutions."""
        self._problems.show_problems(problems)

    def focus_row(self, key: str) -> None:
        """Go to the row with this 0-based number, or to the button where there is none."""
        if key.isdecimal() and int(key) < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(int(key), self.model.columnCount() - 1))
            self.table.setFocus()
        else:
            self.generate.setFocus()

    def finish(self) -> None:
        """Take in what is under way."""
        self.count.finish()
        self.decimals.finish()

    def _listen(self) -> None:
        self.generate.clicked.connect(
            lambda: self.generate_wanted.emit(self.count.number or 1, self.decimals.number or 0)
        )
        self.decimals.number_edited.connect(self._again)
        self.count.number_edited.connect(self._count)
        self.model.edited.connect(lambda solutions: self.edited.emit(solutions, self.tr("Solution")))
        self.table.pasted.connect(self._paste)
        self.table.rows_removed.connect(self._remove)

    def _again(self) -> None:
        """A generated table follows its numbers at once; the first one waits for the button."""
        if self.model.rowCount():
            self.generate_wanted.emit(self.count.number or 1, self.decimals.number or 0)

    def _count(self, count: int) -> None:
        if self.model.rowCount():
            self._again()
        else:
            self.counted.emit(count)

    def _paste(self, row: int, column: int, cells: list[list[str]]) -> None:
        self.edited.emit(self.model.filled(row, column, cells)[:MOST], self.tr("Paste solutions"))

    def _remove(self, rows: list[int]) -> None:
        kept = tuple(one for place, one in enumerate(self.model.solutions) if place not in rows)
        self.edited.emit(kept, self.tr("Remove solutions"))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        for part in (QLabel(self.tr("Solutions"), self), self.count, QLabel(self.tr("Decimals"), self), self.decimals):
            line.addWidget(part)
        line.addWidget(self.generate)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(line)
        for widget in (self._empty, self.table, self._problems):
            layout.addWidget(widget)
