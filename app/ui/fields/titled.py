"""A list under its title."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.ui.fields.row_list import R, RowList
from app.ui.theme import Gap


class TitledRows(QWidget):
    """A list of rows with what it is called above it."""

    def __init__(self, title: str, rows: RowList[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(title, self)
        self._show = rows.show_problems
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.title)
        layout.addWidget(rows)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the rows."""
        self._show(problems)
