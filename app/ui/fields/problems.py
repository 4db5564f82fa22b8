"""Problems at the field they are about: a mark, what is wrong, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.checks.problem import Problem, Severity
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.icons import icon
from app.ui.theme import Gap, Role
from app.ui.words import words

MARKS: dict[Severity, tuple[str, Role]] = {
    Severity.ERROR: ("circle-alert", "danger"),
    Severity.WARNING: ("triangle-alert", "warning"),
    Severity.HINT: ("info", "text_quiet"),
}
"""Icon and colour of each severity."""


def problem_words(problem: Problem) -> str:
    """What is wrong and what to do, in one line."""
    return f"{words(problem.message)} {words(problem.hint)}" if problem.hint else words(problem.message)


class ProblemLine(QWidget):
    """One problem: its mark has the severity's shape and colour, its words say the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity: Severity | None = None
        self._mark = IconLabel(self)
        self.words = QuietLabel("", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.TIGHT)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)

    def show_problem(self, problem: Problem) -> None:
        """Show this one."""
        text = problem_words(problem)
        self.words.setText(text)
        self.words.setAccessibleName(text)
        if problem.severity != self._severity:
            self._severity = problem.severity
            name, tone = MARKS[problem.severity]
            self._mark.show_icon(icon(name, tone))


class ProblemLines(QWidget):
    """The problems of one field, a line each; takes no room where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._lines: list[ProblemLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Gap.TIGHT)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is shown, line by line."""
        return [problem_words(problem) for problem in self._problems]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these and no others."""
        if tuple(problems) == self._problems:
            return
        self._problems = tuple(problems)
        while len(self._lines) < len(self._problems):
            self._lines.append(ProblemLine(self))
            self._layout.addWidget(self._lines[-1])
        for line, problem in zip(self._lines, self._problems, strict=False):
            line.show_problem(problem)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._problems))
        self.setVisible(bool(self._problems))
