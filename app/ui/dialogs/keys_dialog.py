"""Help: the keys of every command, and those of the places that have their own."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.message import Message, message
from app.ui.actions import ACTIONS
from app.ui.commands import Commands, keys_text
from app.ui.fields.mark_keys import MARK_KEYS
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.blank_maker import KEYS as BLANK_KEYS
from app.ui.fields.rich_text.blank_maker import TEXT as BLANK
from app.ui.fields.rich_text.command import COMMANDS
from app.ui.fields.rich_text.command_words import keys_text as text_keys
from app.ui.hot_spot.key_words import KEY_WORDS, STEPS
from app.ui.theme import Gap, control_height, font
from app.ui.words import words

_IN_LISTS: Final = (
    (message("Open what is selected"), "Return"),
    (message("Delete what is selected"), "Del"),
    (message("Move a question up"), "Alt+Up"),
    (message("Move a question down"), "Alt+Down"),
)

_IN_ANSWERS: Final = (
    (message("Next answer, or a new one"), "Return"),
    (message("Remove an empty answer"), "Backspace"),
    (message("Mark an answer right"), MARK_KEYS[0]),
    (message("Move an answer up"), "Alt+Up"),
    (message("Move an answer down"), "Alt+Down"),
    (message("Paste several lines as answers"), "Ctrl+V"),
    (message("Paste several lines into one answer"), "Ctrl+Shift+V"),
)


class KeysDialog(QDialog):
    """Two columns: what it does, and its keys as this platform writes them."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget(self)
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.LARGE)
        self._grid.setHorizontalSpacing(2 * Gap.PAGE)
        self._grid.setVerticalSpacing(Gap.SMALL)
        self._grid.setColumnStretch(0, 1)
        self._add_heading(self.tr("Everywhere"))
        for row in ACTIONS:
            if row.keys and row.id in commands:
                self._add(row.text, keys_text(row))
        self._add_heading(self.tr("In texts"))
        for command in COMMANDS:
            if command.keys:
                self._add(command.text, text_keys(command))
        self._add(BLANK, _native(BLANK_KEYS[0]))
        for heading, rows in (
            (self.tr("In answers"), _IN_ANSWERS),
            (self.tr("In lists"), _IN_LISTS),
            (self.tr("On the picture of a hot spot"), KEY_WORDS),
        ):
            self._add_heading(heading)
            for what, keys in rows:
                self._add(what, _native(keys))
        self._add_heading(self.tr("To draw a region by keys alone"))
        self._add_steps(STEPS)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._lay_out(page)

    def _add_heading(self, text: str) -> None:
        label = QLabel(text, self)
        label.setFont(font("section"))
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _add(self, what: Message, keys: str) -> None:
        name = QLabel(words(what).rstrip("…"), self)
        pressed = QuietLabel(keys, self, wraps=False)
        row = self._grid.rowCount()
        for column, label in enumerate((name, pressed)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, column)
        name.setWordWrap(True)

    def _add_steps(self, steps: Sequence[Message]) -> None:
        """Sentences that Tab stops at, so that a screen reader reads them."""
        for number, step in enumerate(steps, start=1):
            label = QLabel(f"{number}. {words(step)}", self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _lay_out(self, page: QWidget) -> None:
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.tr("Keys"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, Gap.MEDIUM)
        layout.addWidget(scroll)
        foot = QVBoxLayout()
        foot.setContentsMargins(Gap.PAGE, 0, Gap.PAGE, 0)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        parent, height = self.parentWidget(), control_height() * 16
        self.resize(control_height() * 14, min(height, parent.height() if parent is not None else height))


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
