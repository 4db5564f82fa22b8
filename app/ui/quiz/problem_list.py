"""All problems of the open question in one place; each leads to its field, and its fix stands beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.message import message
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.problems import MARKS, FixButton, problem_words
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap, control_height
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
        self.fixes: list[FixButton] = []
        self.section = FoldedSection("", self._rows, self)
        remember_fold(self.section, "problems")
        beside = QWidget(self)
        self.first_fix = FixButton(beside)
        line = QHBoxLayout(beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.first_fix)
        self.section.put_beside(beside)
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
            self.fixes[place].show_problem(problems[place] if place < len(problems) else None)
        for button, problem in zip(self.buttons, problems, strict=False):
            name, tone = MARKS[problem.severity]
            button.setIcon(icon(name, tone))
            said = problem_words(problem)
            button.setText((words(problem.message) if problem.fix else said).replace("&", "&&"))
            button.setToolTip(said)
            button.setAccessibleName(said)
        self.first_fix.show_problem(problems[0] if problems else None)
        self.setVisible(bool(problems))

    def focus_first(self) -> None:
        """Put the focus on the first of them; on the heading while they are folded."""
        stop = self.buttons[0] if self.section.is_open else self.section.heading
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_button(self, place: int) -> None:
        button = TextButton("", self._rows)
        button.setFlat(True)
        button.setMinimumWidth(4 * control_height())  # else a long sentence made the whole window wider
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.wanted.emit(self._problems[place].field))
        fix = FixButton(self._rows)
        line = QHBoxLayout()
        line.addWidget(button)
        line.addWidget(fix)
        line.addStretch()
        self._rows_layout.addLayout(line)
        self.buttons.append(button)
        self.fixes.append(fix)
