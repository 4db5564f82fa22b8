"""The line in which a formula is written, with what it may use."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.expressions.function import CONSTANTS, FUNCTIONS
from app.ui.fields.line import LineField
from app.ui.fields.problems import ProblemLines
from app.ui.theme import Gap, control_height


class FormulaLine(QWidget):
    """`edited` gives what is typed; a menu puts functions and variables where the cursor is."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineField(self.tr("Formula"), self)
        self.line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.line.setPlaceholderText(self.tr("for example 2*x + sqrt(y)"))
        self.line.edited.connect(self.edited)
        self.functions = QPushButton(self.tr("Functions"), self)
        self.functions.setMinimumHeight(control_height())
        self.functions.setToolTip(self.tr("+ - * / ^ and these. Angles are in radians"))
        self.functions.setMenu(self._menu())
        self._problems = ProblemLines(self)
        row = QHBoxLayout()
        row.setSpacing(Gap.SMALL)
        row.addWidget(self.line, 1)
        row.addWidget(self.functions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(row)
        layout.addWidget(self._problems)

    def show_formula(self, formula: str) -> None:
        """Show `formula`."""
        self.line.show_text(formula)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with it."""
        self._problems.show_problems(problems)

    def finish(self) -> None:
        """Take in what is under way."""
        self.line.finish()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name in FUNCTIONS:
            menu.addAction(f"{name}(…)").triggered.connect(lambda _=False, name=name: self._insert(f"{name}()", 1))
        menu.addSeparator()
        for name in CONSTANTS:
            menu.addAction(name).triggered.connect(lambda _=False, name=name: self._insert(name, 0))
        return menu

    def _insert(self, text: str, back: int) -> None:
        self.line.insert(text)
        self.line.setCursorPosition(self.line.cursorPosition() - back)
        self.line.setFocus()
        self.edited.emit(self.line.text())
