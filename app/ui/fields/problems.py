"""Problems at the field they are about: a mark, what is wrong, what to do."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.checks.fix import Fix
from app.checks.problem import Problem, Severity
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
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
    """What is wrong and what to do, in one line; where a button says the very same, only what is wrong."""
    wrong = words(problem.message)
    advice = words(problem.hint) if problem.hint else ""
    return wrong if not advice or _says(problem.fix, advice) else f"{wrong} {advice}"


def _says(fix: Fix | None, advice: str) -> bool:
    return fix is not None and words(fix.words) == advice.rstrip(".")


@runtime_checkable
class Fixer(Protocol):
    """A page that shows problems and carries their fixes out."""

    def carry_out(self, problem: Problem) -> None:
        """Do what the fix of `problem` says, as one step."""


def fixer_of(widget: QWidget) -> Fixer | None:
    """The page around `widget` that carries fixes out: only it knows the value that is shown."""
    page: QWidget | None = widget
    while page is not None and not isinstance(page, Fixer):
        page = page.parentWidget()
    return page


class FixButton(TextButton):
    """Does away with one problem; takes no room where nobody knows how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._problem: Problem | None = None
        self.clicked.connect(self._fix)
        self.hide()

    def show_problem(self, problem: Problem | None) -> None:
        """Offer the fix of this one."""
        self._problem = problem
        fix = problem.fix if problem is not None else None
        self.setVisible(fix is not None)
        if problem is not None and fix is not None:
            self.setText(words(fix.words).replace("&", "&&"))
            self.setAccessibleName(words(fix.words))
            self.setAccessibleDescription(words(problem.message))

    def _fix(self) -> None:
        fixer = fixer_of(self)
        if fixer is not None and self._problem is not None:
            fixer.carry_out(self._problem)


class _Words(QuietLabel):
    """As wide as its words, so that the button stands behind them; wraps where there is less room."""

    def sizeHint(self) -> QSize:
        """The words in one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(width, self.heightForWidth(width))


class ProblemLine(QWidget):
    """One problem: its mark has the severity's shape and colour, its words say the rest; its fix stands behind them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity: Severity | None = None
        self._mark = IconLabel(self)
        self.words = _Words("", self)
        self.fix: FixButton | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Gap.TIGHT)
        self._layout.addWidget(self._mark)
        self._layout.addWidget(self.words)
        self._layout.addStretch(1)

    def show_problem(self, problem: Problem) -> None:
        """Show this one."""
        text = problem_words(problem)
        self.words.setText(text)
        self.words.setAccessibleName(text)
        if problem.fix is not None and self.fix is None:
            self.fix = FixButton(self)
            self._layout.insertSpacing(self._layout.count() - 1, Gap.TIGHT)
            self._layout.insertWidget(self._layout.count() - 1, self.fix)
        if self.fix is not None:
            self.fix.show_problem(problem)
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
