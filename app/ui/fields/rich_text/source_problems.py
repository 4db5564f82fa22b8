"""What is wrong with a source, a line each; a click goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.html.lint import SourceProblem
from app.ui.fields.quiet import QuietLabel
from app.ui.icons import icon
from app.ui.theme import Gap
from app.ui.words import words

_MOST = 5


class SourceProblems(QWidget):
    """The first few; how many more there are is told below them."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[SourceProblem, ...] = ()
        self.lines = tuple(self._line(number) for number in range(_MOST))
        self._more = QuietLabel("", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.TIGHT)
        for widget in (*self.lines, self._more):
            layout.addWidget(widget)
        self.show_problems(())

    @property
    def texts(self) -> list[str]:
        """What is told."""
        return [line.text() for line in self.lines if not line.isHidden()]

    def show_problems(self, problems: Sequence[SourceProblem]) -> None:
        """Show these."""
        self._shown = tuple(problems)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(problems))
            if number < len(problems):
                one = problems[number]
                said = self.tr("Line {line}: {what}").format(line=one.line, what=words(one.message))
                line.setText(said)
        rest = len(problems) - _MOST
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("and {count} more").format(count=rest))
        self.setVisible(bool(problems))

    def _line(self, number: int) -> QToolButton:
        made = QToolButton(self)
        made.setAutoRaise(True)
        made.setIcon(icon("triangle-alert", "warning"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.clicked.connect(lambda: self.wanted.emit(self._shown[number]))
        return made
