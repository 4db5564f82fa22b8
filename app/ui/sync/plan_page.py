"""A plan as a letter with a table below it, and what the person chose of it; afterwards what was done."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.message import Message, message
from app.models.quiz import Quiz
from app.sync.choice import Selection, Tick, chosen
from app.sync.letter import NOTHING_DONE, brakes, done_sentences, lines, removed, rows, warnings
from app.sync.outcome import Outcome
from app.sync.step import Plan
from app.ui.fields.quiet import Toned
from app.ui.sync.plan_table import PlanTable
from app.ui.sync.warning_lines import WarningLines
from app.ui.theme import Gap
from app.ui.words import words


class PlanPage(QWidget):
    """`changed` comes when something was ticked, unticked or confirmed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan()
        self.letter = QLabel(self)
        self.letter.setTextFormat(Qt.TextFormat.PlainText)
        self.letter.setWordWrap(True)
        Toned(self.letter, "text", "section")
        self.warnings = WarningLines(self)
        self.table = PlanTable(self)
        self.confirm = QCheckBox(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.MEDIUM)
        for widget in (self.letter, self.warnings, self.table, self.confirm):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        layout.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.table.ticked.connect(self._follow_ticks)
        self.confirm.toggled.connect(self.changed)

    @property
    def plan(self) -> Plan:
        """The plan that is shown, or was before words alone took its place."""
        return self._plan

    @property
    def selection(self) -> Selection:
        """What the person lets the sync do."""
        return Selection(left=self.table.left, brake_released=self.confirm.isChecked())

    @property
    def does_anything(self) -> bool:
        """Whether a sync with these ticks has anything to do."""
        left = chosen(self._plan, self.selection)
        return left.sends or left.brought

    def say(self, text: str, notes: Sequence[Message] = ()) -> None:
        """Words alone, and what the person should know besides."""
        self.letter.setText(text)
        self._show_only_letter()
        self.warnings.show_lines([words(note) for note in notes])

    def show_plan(self, plan: Plan, quiz: Quiz, left: frozenset[Tick] = frozenset()) -> None:
        """Show what a sync would do, without what is `left` out of it."""
        self._plan = plan
        found = rows(plan, quiz)
        self._show_only_letter()
        self.table.show_rows(found, left)
        self.table.setVisible(bool(found))
        self.confirm.setChecked(False)
        self._follow_ticks()

    def show_outcome(self, outcome: Outcome, quiz: Quiz) -> None:
        """Show what was done, and below it what waits for the person."""
        self._plan = Plan(conflicts=tuple(outcome.conflicts), held=tuple(outcome.held))
        self.say(_paragraph(done_sentences(outcome) or (NOTHING_DONE,)), outcome.notes)
        self.table.show_rows(rows(self._plan, quiz))
        self.table.setVisible(self.table.rowCount() > 0)

    def _show_only_letter(self) -> None:
        for widget in (self.warnings, self.table, self.confirm):
            widget.hide()

    def _follow_ticks(self) -> None:
        """The letter tells what is ticked, and what of it is to be confirmed."""
        left = self.table.left
        plan = chosen(self._plan, Selection(left=left, brake_released=True))
        is_idle = bool(left) and not (plan.sends or plan.brought or plan.conflicts or plan.held)
        self.letter.setText(self.tr("Nothing is ticked.") if is_idle else "\n".join(map(_paragraph, lines(plan))))
        asked = brakes(plan)
        self.warnings.show_lines([*(self._until_confirmed(one) for one in asked), *map(words, warnings(plan))])
        self.confirm.setVisible(bool(asked))
        self.confirm.setText(words(_confirmation(plan)))
        self.changed.emit()

    def _until_confirmed(self, brake: Message) -> str:
        return self.tr("{what} That is done only where you confirm it below.").format(what=words(brake))

    # how high it is

    def sizeHint(self) -> QSize:
        """As high as its parts are at the width that there is, so that the buttons follow right below."""
        width = max(self.width(), super().sizeHint().width())
        return QSize(super().sizeHint().width(), self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _confirmation(plan: Plan) -> Message:
    """What the tick says that has to be set before so much is deleted."""
    there = len(plan.deletes) if plan.brake is not None else 0
    here = removed(plan) if plan.brake_here is not None else 0
    if there and here:
        return message("Delete {there} questions on Canvas and {here} here", there=there, here=here)
    if there:
        return message("Delete this question on Canvas", plural="Delete these {count} questions on Canvas", count=there)
    return message("Delete this question here", plural="Delete these {count} questions here", count=here)


def _paragraph(said: Sequence[Message]) -> str:
    return " ".join(words(sentence) for sentence in said)
