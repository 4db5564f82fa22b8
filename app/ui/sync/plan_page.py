"""A plan as a letter with a table below it, and what the person chose of it; afterwards what was done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.message import Message
from app.models.quiz import Quiz
from app.sync.choice import Selection, Tick, chosen
from app.sync.letter import result_sentences, rows, sentences, warnings
from app.sync.outcome import Outcome
from app.sync.step import Plan
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.sync.plan_table import PlanTable
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
        self.warnings = QuietLabel("", self)
        self.table = PlanTable(self)
        self.confirm = QCheckBox(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.MEDIUM)
        for widget in (self.letter, self.warnings, self.table, self.confirm):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        layout.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)  # the buttons follow the last row
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

    def say(self, text: str) -> None:
        """Words alone."""
        self.letter.setText(text)
        self._show_only_letter()

    def show_plan(self, plan: Plan, quiz: Quiz, left: frozenset[Tick] = frozenset()) -> None:
        """Show what a sync would do, without what is `left` out of it."""
        self._plan = plan
        found = rows(plan, quiz)
        self._show_only_letter()
        self.table.show_rows(found, left)
        self.table.setVisible(bool(found))
        brakes = " ".join(words(brake) for brake in (plan.brake, plan.brake_here) if brake is not None)
        self.confirm.setChecked(False)
        self.confirm.setText(self.tr("Yes, do that: {what}").format(what=brakes))
        self.confirm.setVisible(bool(brakes))
        self._follow_ticks()

    def show_outcome(self, outcome: Outcome, quiz: Quiz) -> None:
        """Show what was done, and below it what waits for the person."""
        self._plan = Plan(conflicts=tuple(outcome.conflicts), held=tuple(outcome.held))
        self.say(_paragraph(result_sentences(outcome)))
        self.table.show_rows(rows(self._plan, quiz))
        self.table.setVisible(self.table.rowCount() > 0)

    def _show_only_letter(self) -> None:
        for widget in (self.warnings, self.table, self.confirm):
            widget.hide()

    def _follow_ticks(self) -> None:
        """The letter tells what is ticked."""
        left = self.table.left
        plan = chosen(self._plan, Selection(left=left, brake_released=True))
        is_idle = bool(left) and not (plan.sends or plan.brought or plan.conflicts or plan.held)
        self.letter.setText(self.tr("Nothing is ticked.") if is_idle else _paragraph(sentences(plan)))
        self.warnings.setText("\n".join(words(one) for one in warnings(plan)))
        self.warnings.setVisible(bool(self.warnings.text()))
        self.changed.emit()


def _paragraph(said: tuple[Message, ...]) -> str:
    return " ".join(words(sentence) for sentence in said)
