"""The line above an open quiz: back, title, who sees it, undo and redo, sync."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.checks.problem import Problem
from app.library.row import QuizRow
from app.message import message
from app.models.quiz import Quiz
from app.ui.fields.line import LineField
from app.ui.fields.quiet import Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.quiz.quiz_tabs import QuizTabs
from app.ui.quiz.seen_by import SeenBy
from app.ui.theme import NARROW_WINDOW, Gap, control_height, icon_side
from app.ui.words import words

_TITLE_LETTERS = 30
"""Of a title so much is seen before anything is said beside it."""


class TitleField(LineField):
    """The quiz's title, edited in place; Enter is done with it."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, flat=True)
        self.setAccessibleName(self.tr("Title of the quiz"))
        self.setPlaceholderText(self.tr("Untitled quiz"))
        Toned(self, "text", "title")
        self._trouble = self.addAction(icon("circle-alert", "danger"), QLineEdit.ActionPosition.TrailingPosition)
        self._trouble.setVisible(False)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the title by a sign in it."""
        said = "\n".join(words(one.message) + (f" {words(one.hint)}" if one.hint else "") for one in problems)
        self._trouble.setVisible(bool(problems))
        self._trouble.setToolTip(said)
        self.setToolTip(said)
        self.setAccessibleDescription(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape lead on to the questions."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.done.emit()
        else:
            super().keyPressEvent(event)


class QuizHeader(QWidget):
    """Says what the person wants; knows the undo stack for its two buttons only.

    `publishing_wanted` names an action of the window.
    """

    library_wanted = Signal()
    sync_wanted = Signal()
    publishing_wanted = Signal(str)
    title_edited = Signal(str)

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = TextButton(self.tr("Library"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = TitleField(self)
        self.seen_by = SeenBy(self)
        self.tabs = QuizTabs(self)
        self.undo = self._history_button(stack, "undo-2")
        self.redo = self._history_button(stack, "redo-2")
        self.sync = TextButton("", self, icon=icon("refresh-cw"))
        self.set_unsent(0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.MEDIUM, Gap.SMALL)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.back)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.seen_by)
        layout.addWidget(self.tabs)
        layout.addSpacing(Gap.SMALL)
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        layout.addSpacing(Gap.SMALL)
        layout.addWidget(self.sync)
        self.back.clicked.connect(self.library_wanted)
        self.sync.clicked.connect(self.sync_wanted)
        self.seen_by.wanted.connect(self.publishing_wanted)
        self.title.edited.connect(self.title_edited)

    def show_quiz(self, quiz: Quiz) -> None:
        """Show the title."""
        self.title.show_text(quiz.title)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the quiz itself: at its title, and how much there is on the settings."""
        of_title = [one for one in problems if one.field == "title"]
        self.title.show_problems(of_title)
        self.tabs.show_problems(len(problems) - len(of_title))

    def show_seen_by(self, row: QuizRow | None) -> None:
        """Say who sees the quiz of this row on Canvas."""
        self.seen_by.show_row(row)
        self._share_room()

    def _share_room(self) -> None:
        """In a narrow window, and where the text is large, the title needs the room: words go, icons stay."""
        parts = (self.back, self.undo, self.redo, self.sync)
        left = self.width() - sum(part.sizeHint().width() for part in parts) - self.tabs.width_of_words()
        least = _TITLE_LETTERS * self.title.fontMetrics().averageCharWidth()
        self.seen_by.fold(self.window().width() < NARROW_WINDOW or left - self.seen_by.width_of_words() < least)
        self.tabs.fold(left - self.seen_by.sizeHint().width() < least // 2)

    def set_unsent(self, count: int) -> None:
        """Say on the button how many changes are not on Canvas yet."""
        self.sync.setText(self.tr("Sync · {count}").format(count=count) if count else self.tr("Sync"))
        self.sync.setToolTip(
            words(message("{count} change not on Canvas yet", plural="{count} changes not on Canvas yet", count=count))
            if count
            else self.tr("Send to Canvas and bring in")
        )

    def _history_button(self, stack: QUndoStack, icon_name: str) -> QToolButton:
        """Undo or redo; the tooltip names what it would undo. Its keys belong to the window's own actions."""
        undoes = icon_name == "undo-2"
        action = (
            stack.createUndoAction(self, self.tr("Undo")) if undoes else stack.createRedoAction(self, self.tr("Redo"))
        )
        action.setIcon(icon(icon_name))
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAutoRaise(True)
        button.setAccessibleName(self.tr("Undo") if undoes else self.tr("Redo"))
        button.setIconSize(QSize(icon_side(), icon_side()))
        button.setFixedSize(control_height(), control_height())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room now, or less."""
        super().resizeEvent(event)
        self._share_room()
