"""The answers of one try-out, or of two side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.library.tryouts import TriedAnswer, Tryout
from app.ui.fields.points import points_text
from app.ui.table_look import set_up_table

_DIFFERS = "≠ "


class TryoutTable(QTableWidget):
    """A row for each question; where two differ it is marked by a sign and heavier words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_up_table(self, self.tr("Answers"))
        self.setShowGrid(True)
        self.setWordWrap(True)

    def show_tryouts(self, shown: Sequence[Tryout]) -> None:
        """Show one or two, in this order."""
        names = [self.tr("Question")]
        for number in range(1, len(shown) + 1):
            of = f" {number}" if len(shown) > 1 else ""
            names += [self.tr("Answer") + of, self.tr("Points") + of]
        self.setColumnCount(len(names))
        self.setHorizontalHeaderLabels(names)
        asked = {answer.item: answer.asked for tryout in shown for answer in tryout.answers}
        self.setRowCount(len(asked))
        by_item = [{answer.item: answer for answer in tryout.answers} for tryout in shown]
        for row, (item_id, words) in enumerate(asked.items()):
            self._fill(row, words, [answers.get(item_id) for answers in by_item])
        self._fit()

    def _fill(self, row: int, asked: str, answers: Sequence[TriedAnswer | None]) -> None:
        differs = len({answer.said if answer is not None else None for answer in answers}) > 1
        self._put(row, 0, f"{_DIFFERS if differs else ''}{asked}", heavy=differs)
        for place, answer in enumerate(answers):
            said = answer.said if answer is not None else self.tr("not asked")
            self._put(row, 1 + 2 * place, said)
            self._put(row, 2 + 2 * place, _points(answer), right=True)

    def _put(self, row: int, column: int, words: str, *, heavy: bool = False, right: bool = False) -> None:
        cell = QTableWidgetItem(words)
        cell.setToolTip(words)
        if heavy:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            cell.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        cell.setTextAlignment(side | Qt.AlignmentFlag.AlignTop)
        self.setItem(row, column, cell)

    def _fit(self) -> None:
        for column in range(self.columnCount()):
            is_points = column > 0 and column % 2 == 0
            mode = QHeaderView.ResizeMode.ResizeToContents if is_points else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.resizeRowsToContents()


def _points(answer: TriedAnswer | None) -> str:
    if answer is None:
        return ""
    earned = "…" if answer.points is None else points_text(round(answer.points, 2)) or "0"
    return f"{earned} / {points_text(answer.possible) or '0'}"
