"""The left side of an open quiz: what it holds in all, its items, and the button that adds one."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.message import message
from app.models.quiz import Quiz
from app.session.document import Document
from app.session.expecting import Expecting
from app.ui.fields.kept_room import keep_room
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton, leave_air
from app.ui.icons import icon
from app.ui.quiz.add_question import AddQuestion
from app.ui.quiz.item_list import ItemList
from app.ui.screens import screen
from app.ui.theme import Gap, control_height
from app.ui.words import words

TOTAL_DELAY_MS = 60
"""A burst of changes is added up once, when it pauses this long."""

_LEAST_LETTERS = 28
"""The narrowest panel that is not folded, so that its first line can be read."""


class QuestionPanel(QWidget):
    """Folds to icons and numbers in a narrow window."""

    add_wanted = Signal(str)
    next_problem_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.total = QuietLabel("", self, wraps=False)
        self.guessing = QuietLabel("", self, wraps=False)
        self.guessing.setToolTip(self.tr("What a student earns who knows nothing and guesses every answer"))
        self.guessing.hide()
        self._guessing = ""
        keep_room(self.guessing)
        self._expecting = Expecting(lambda: document.quiz, self)
        self._expecting.found.connect(self._say_guessing)
        self.trouble = QToolButton(self)
        self.trouble.setAutoRaise(True)
        self.trouble.setIcon(icon("circle-alert", "danger"))
        self.trouble.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.trouble.setToolTip(self.tr("Go to the next question with a problem (F8)"))
        self.trouble.clicked.connect(self.next_problem_wanted)
        keep_room(self.trouble)  # else the whole list moved as the last problem was solved
        self.list = ItemList(document, self)
        self.add = TextButton("", self, icon=icon("plus"))
        self.add.clicked.connect(self.open_types)
        self.types = AddQuestion(self)
        self.types.picked.connect(self.add_wanted)
        self._total_due = QTimer(self, singleShot=True, interval=TOTAL_DELAY_MS)
        self._total_due.timeout.connect(self.say_total)
        self._lay_out()
        self.fold(False)
        self.say_total()

    def show_quiz(self, quiz: Quiz) -> None:
        """Show its items, and soon their sum: adding up is not part of a key press."""
        self.list.show_quiz(quiz)
        self._total_due.start()
        self._expecting.ask()

    def show_problems(self, item_id: str) -> None:
        """Paint a row anew, or all without an id: their problems were counted."""
        place = self.document.quiz.places.get(item_id)
        if place is not None:
            self.list.rows.refresh(place)
        else:
            self.list.viewport().update()
        self._total_due.start()

    def fold(self, folded: bool) -> None:
        """Show icons and numbers only, or everything."""
        self.is_folded = folded
        self.list.fold(folded)
        self.total.setVisible(not folded)
        self._show_guessing()
        words_of_add = self.tr("Add question")
        self.add.setText("" if folded else words_of_add)
        self.add.setAccessibleName(words_of_add)
        self.add.setToolTip(words_of_add if folded else "")
        scrollbar = self.list.verticalScrollBar().sizeHint().width()
        width = self.list.look.folded_width() + scrollbar
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        self.setMinimumWidth(width if folded else least)
        self.setMaximumWidth(width if folded else max(16 * control_height(), 2 * least))

    def open_types(self) -> None:
        """Open the list of types above its button."""
        self.types.open_at(self.add.mapToGlobal(self.add.rect().topLeft()))

    def sizeHint(self) -> QSize:
        """Wide enough for some words of a question."""
        return QSize(max(9 * control_height(), self.minimumWidth()), super().sizeHint().height())

    def say_total(self) -> None:
        """Say how many questions, points and problems there are."""
        quiz = self.document.quiz
        count = words(message("{count} question", plural="{count} questions", count=_questions(quiz)))
        points = words(
            message(
                "{points} point", plural="{points} points", count=_one(quiz.points), points=points_text(quiz.points)
            )
        )
        self.total.setText(f"{count} · {points}")
        problems = sum(self.document.problem_count(item.id) for item in quiz.items)
        self.trouble.setVisible(problems > 0)
        self.trouble.setText(str(problems))
        leave_air(self.trouble)
        self.trouble.setAccessibleName(words(message("{count} problem", plural="{count} problems", count=problems)))

    def _say_guessing(self, earned: float, possible: float) -> None:
        said = screen("guessing_said")(earned, possible)
        self._guessing = words(said) if said is not None else ""
        self._show_guessing()

    def _show_guessing(self) -> None:
        """A folded panel has no room for it."""
        self.guessing.setText("" if self.is_folded else self._guessing)
        self.guessing.setVisible(bool(self.guessing.text()))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.SMALL, Gap.SMALL)
        sums = QVBoxLayout()
        sums.setSpacing(0)
        sums.addWidget(self.total)
        sums.addWidget(self.guessing)
        line.addLayout(sums, 1)
        line.addWidget(self.trouble)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(Gap.SMALL, Gap.SMALL, Gap.SMALL, Gap.SMALL)
        bottom.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self.list, 1)
        layout.addLayout(bottom)


def _questions(quiz: Quiz) -> int:
    return sum(item.entry_type not in ("Stimulus", "Bank") for item in quiz.items)


def _one(points: float) -> int:
    """1 for one point, else a number that takes the plural."""
    return 1 if points == 1 else 2
