"""All problems of the open question in one place; each leads to its field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.message import message
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.problems import MARKS, problem_words
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap
from app.ui.words import words


class ProblemList(QWidget):
    """Folded to one line that names the first; takes no room where there is none."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._rows = QWidget(self)
        self._rows_layout = QVBoxLayout(self._rows)
        self._rows_layout.setContentsMargins(Gap.LARGE, 0, 0, 0)
        self._rows_layout.setSpacing(0)
        self.buttons: list[TextButton] = []
        self.section = FoldedSection("", self._rows, self)
        remember_fold(self.section, "problems")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.LARGE, Gap.TIGHT, Gap.LARGE, Gap.TIGHT)
        layout.addWidget(self.section)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these and no others."""
        if tuple(problems) == self._problems:
            return
        self._problems = tuple(problems)
        self.section.set_title(words(message("{count} problem", plural="{count} problems", count=len(problems))))
        self.section.set_summary(problem_words(problems[0]) if problems else "")
        while len(self.buttons) < len(problems):
            self._add_button(len(self.buttons))
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(problems))
        for button, problem in zip(self.buttons, problems, strict=False):
            name, tone = MARKS[problem.severity]
            button.setIcon(icon(name, tone))
            button.setText(problem_words(problem).replace("&", "&&"))
            button.setAccessibleName(problem_words(problem))
        self.setVisible(bool(problems))

    def _add_button(self, place: int) -> None:
        button = TextButton("", self._rows)
        button.setFlat(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.wanted.emit(self._problems[place].field))
        self._rows_layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons.append(button)
