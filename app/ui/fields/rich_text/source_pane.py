"""The HTML of a text, edited as it is written, with what is wrong with it told while it is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.html.lint import SourceProblem, problems
from app.ui.fields.history_keys import HistoryKeys
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.part import Part
from app.ui.fields.rich_text.source_problems import SourceProblems
from app.ui.theme import Gap, control_height

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.edit import RichEdit

LINT_MS = 150
_LINES = 8
SHOWN = 200_000
"""So many characters are edited; of a longer text the beginning is shown."""


class SourcePane(Part):
    """Stands in for the text; `taken` gives the HTML as one edit."""

    taken = Signal(str)

    def __init__(self, edit: "RichEdit", shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(edit, shelf, parent)
        self._html = ""
        self.source = QPlainTextEdit(self)
        self.source.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.source.setTabChangesFocus(True)
        self.source.setAccessibleName(self.tr("Source of the text"))
        self.source.setMinimumHeight(_LINES * self.source.fontMetrics().lineSpacing() + control_height())
        HistoryKeys(self.source)
        self.note = QuietLabel("", self)
        self.problems = SourceProblems(self)
        self.done = QPushButton(self.tr("Apply"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self._due = QTimer(self, singleShot=True, interval=LINT_MS)
        self._due.timeout.connect(self.check)
        self.source.textChanged.connect(self._due.start)
        self.problems.wanted.connect(self._go_to)
        self.done.clicked.connect(self._apply)
        self.cancel.clicked.connect(self.end)
        self._lay_out()

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not applied."""
        return not self.source.isReadOnly() and self.source.toPlainText() != self._html

    def show_source(self, html: str, note: str = "") -> None:
        """Show this HTML, with a word of why it is shown as source."""
        self._html = html
        long = len(html) > SHOWN
        self.source.setReadOnly(long)
        self.source.setPlainText(html[: SHOWN // 100] if long else html)
        self.done.setVisible(not long)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.problems.show_problems(())
        if not long:
            self._due.start()

    def begin(self) -> None:
        """Take the focus."""
        self.show()
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Tell what is wrong now."""
        self._due.stop()
        self.problems.show_problems(problems(self.source.toPlainText()))

    def finish(self) -> None:
        """Apply what was typed."""
        if self.is_changed:
            self.taken.emit(self.source.toPlainText())
            self._html = self.source.toPlainText()

    def _apply(self) -> None:
        self.finish()
        self.end()

    def _go_to(self, problem: SourceProblem) -> None:
        line = self.source.document().findBlockByNumber(problem.line - 1)
        cursor = QTextCursor(line)
        cursor.movePosition(QTextCursor.MoveOperation.Right, n=problem.column)
        self.source.setTextCursor(cursor)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for button in (self.done, self.cancel):
            button.setAutoDefault(False)
            button.setMinimumHeight(control_height())
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for widget in (self.note, self.source, self.problems):
            layout.addWidget(widget)
        layout.addLayout(line)
