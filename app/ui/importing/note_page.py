"""What is to be said of a file, of a quiz in it or of a question that was refused: words alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.importing.note_lines import NoteLines
from app.ui.theme import Gap


class NotePage(QScrollArea):
    """A title, lines, and what the file has in that place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        self.title = QLabel(page)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        Toned(self.title, "text", "section")
        self.quiet = QuietLabel("", page)
        self.lines = NoteLines(page)
        self.source_title = QLabel(self.tr("In the file"), page)
        self.source = QPlainTextEdit(page)
        self.source.setReadOnly(True)
        self.source.setTabChangesFocus(True)
        self.source.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.source.setAccessibleName(self.tr("In the file"))
        self.source_title.setBuddy(self.source)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(Gap.LARGE, Gap.MEDIUM, Gap.LARGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        for part in (self.title, self.quiet, self.lines, self.source_title, self.source):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(page)

    def show_note(self, title: str, quiet: str, lines: Sequence[tuple[str, str]], source: str = "") -> None:
        """Show it; lines as in `NoteLines`."""
        self.title.setText(title)
        self.quiet.setText(quiet)
        self.quiet.setVisible(bool(quiet))
        self.lines.show_lines(lines)
        self.source.setPlainText(source)
        self.source_title.setVisible(bool(source))
        self.source.setVisible(bool(source))
