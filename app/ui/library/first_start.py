"""The first start: what this program is for, and the ways to begin."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.message import Message, message
from app.ui.commands import Commands
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.library.choice_button import ChoiceButton
from app.ui.theme import Gap
from app.ui.words import words

_WAYS: Final = (
    ("new_quiz", message("New quiz"), message("Write your first quiz. Everything is saved on this computer at once.")),
    (
        "open_sample",
        message("Open the sample quiz"),
        message("Look around in a finished quiz, with a hot spot on a picture."),
    ),
    (
        "import",
        message("Import what you have"),
        message("Word files, exports of Canvas, Moodle and others. You see what comes in before it does."),
    ),
    ("connect", message("Connect to Canvas"), message("Bring your quizzes in, and send back what you change.")),
    (
        "import_library",
        message("Import a moved library"),
        message("Bring everything over from your other computer: quizzes, their history, and pictures."),
    ),
    (
        "practice",
        message("Try with the Practice Canvas"),
        message("See how sending works. It runs on this computer alone; nothing leaves it."),
    ),
)


class FirstStart(QScrollArea):
    """A column in the middle of the page, which scrolls where large text needs more room than there is."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its ways take it
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        self.setWidget(page)
        title = QLabel(self.tr("Write your quizzes here"), page)
        title.setTextFormat(Qt.TextFormat.PlainText)
        Toned(title, "text", "title")
        note = QuietLabel(self.tr("No internet is needed. Send them to Canvas when you are ready."), page, wraps=False)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.PAGE)
        layout.setSpacing(Gap.SMALL)
        layout.addStretch(2)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(note, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(Gap.PAGE)
        self.ways = [self._way(commands[id_], name, line) for id_, name, line in _WAYS if id_ in commands]
        layout.addWidget(self._column(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        if self.ways:
            self.setFocusProxy(self.ways[0])

    def _column(self) -> QWidget:
        """All ways alike wide, in the middle."""
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for way in self.ways:
            layout.addWidget(way)
        return column

    def _way(self, action: QAction, name: Message, line: Message) -> ChoiceButton:
        way = ChoiceButton(action.icon(), words(name), words(line), self)
        way.clicked.connect(action.trigger)
        way.setEnabled(action.isEnabled())
        action.enabledChanged.connect(way.setEnabled)
        return way
