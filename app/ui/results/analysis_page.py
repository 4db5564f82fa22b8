"""How a quiz did: scores as bars, and a row for each question, the hardest found by a click on the head."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from app.models.results.analysis import QuestionFigures
from app.models.results.safe_csv import Cell
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.results.score_chart import ScoreChart
from app.ui.table_look import set_up_table
from app.ui.theme import Gap

_SHOWN_ANSWERS = 3
_CHOSEN, _APART = 1, 4
"""Columns: answers, and how much a question tells the best from the weakest."""
_KEY = Qt.ItemDataRole.UserRole
_NAME_DIGITS = 20
_WEAK = 0.2
"""Below this a question hardly tells students apart (the usual rule of thumb, as Canvas's guides give it)."""


class AnalysisPage(QWidget):
    """`question_wanted` carries the id on Canvas of a question that was opened; `file_wanted` asks for the table."""

    back_wanted = Signal()
    question_wanted = Signal(str)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: Sequence[QuestionFigures] = ()
        self.back = TextButton(self.tr("All attempts"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.save = TextButton(self.tr("Save as CSV…"), self)
        self.chart = ScoreChart(self)
        self.note = QuietLabel("", self)
        self.table = QTableWidget(0, 5, self)
        self._set_up()
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(head)
        for part in (self.chart, self.note, self.table):
            layout.addWidget(part, 1 if part is self.table else 0)
        self.back.clicked.connect(self.back_wanted)
        self.save.clicked.connect(self.file_wanted)
        self.table.cellActivated.connect(self._open)

    def show_analysis(self, bars: Sequence[int], found: Sequence[QuestionFigures], note: str) -> None:
        """Show how scores spread, and each question; `note` tells where it comes from."""
        self._figures = found
        self.chart.show_bars(bars)
        self.note.setText(note)
        self.table.setSortingEnabled(False)
        self.table.setRowCount(len(found))
        for row, one in enumerate(found):
            self._show(row, one)
        self.table.setSortingEnabled(True)
        self.table.sortItems(0)

    def rows(self) -> list[tuple[Cell, ...]]:
        """The table for a file, its head first."""
        head = ("question", "answered", "difficulty", "discrimination", "answers")
        rows = [
            (one.name, one.answered, one.difficulty, one.discrimination, _chosen(one, len(one.chosen)))
            for one in self._figures
        ]
        return [head, *rows]

    def _show(self, row: int, one: QuestionFigures) -> None:
        name = QTableWidgetItem(f"{row + 1}. {one.name}" if one.name else str(row + 1))
        name.setData(_KEY, one.id)
        name.setData(Qt.ItemDataRole.ToolTipRole, self.tr("Enter opens the question, where it is on this computer"))
        self.table.setItem(row, 0, name)
        for column, value in ((2, one.answered), (3, one.difficulty), (_APART, one.discrimination)):
            self.table.setItem(row, column, _Number(value, self._weak(one) if column == _APART else ""))
        answers = QTableWidgetItem(_chosen(one, _SHOWN_ANSWERS))
        answers.setToolTip(_chosen(one, len(one.chosen)))
        self.table.setItem(row, _CHOSEN, answers)

    def _weak(self, one: QuestionFigures) -> str:
        weak = one.discrimination is not None and one.discrimination < _WEAK
        return self.tr("low") if weak else ""

    def _open(self, row: int, _column: int) -> None:
        item = self.table.item(row, 0)
        if item is not None and item.data(_KEY):
            self.question_wanted.emit(str(item.data(_KEY)))

    def _set_up(self) -> None:
        table = self.table
        heads = (
            self.tr("Question"), self.tr("Answers chosen"), self.tr("Answered"), self.tr("Points earned"),
            self.tr("Tells apart"),
        )  # fmt: skip
        table.setHorizontalHeaderLabels(heads)
        set_up_table(table, self.tr("Questions"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_CHOSEN, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, self.fontMetrics().horizontalAdvance("0") * _NAME_DIGITS)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in range(_CHOSEN + 1, len(heads)):
            number = table.horizontalHeaderItem(column)
            if number is not None:
                number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, tip in (
            (3, self.tr("The share of its points that was earned: low is hard")),
            (_APART, self.tr("How much more of them the best earned than the weakest; below 0.2 look at the question")),
        ):
            head = table.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(tip)


class _Number(QTableWidgetItem):
    """A number that sorts as one."""

    def __init__(self, value: float | None, note: str) -> None:
        text = "" if value is None else str(value) if isinstance(value, int) else f"{value:.2f}"
        super().__init__(f"{text} · {note}" if note else text)
        self._value = float("-inf") if value is None else float(value)
        self.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        """By value, not by its text."""
        return self._value < other._value if isinstance(other, _Number) else super().__lt__(other)


def _chosen(one: QuestionFigures, most: int) -> str:
    marks = {True: "✓ ", False: "✗ ", None: ""}
    return ", ".join(f"{marks[chosen.right]}{chosen.text} ({chosen.count})" for chosen in one.chosen[:most])
