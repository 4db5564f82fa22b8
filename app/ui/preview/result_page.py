"""What came of an attempt: as students see it, and with everything for whoever teaches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.grading.deal import Deal
from app.grading.seen import EVERYTHING, Seen
from app.grading.sitting import Marks
from app.message import message
from app.ui.fields.announce import announce
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.preview.attempt import Attempt
from app.ui.preview.card import QuestionCard, points_said
from app.ui.preview.card_column import CardColumn
from app.ui.preview.marked_card import MarkedCard
from app.ui.preview.table import numbered
from app.ui.preview.verdict import Verdict
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class ResultPage(QWidget):
    """`again_wanted` asks for another attempt, `left` for the page before, `question_wanted` leads to a question."""

    again_wanted = Signal()
    question_wanted = Signal(str)
    left = Signal()

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._attempt: Attempt | None = None
        self.total = QLabel(self)
        Toned(self.total, "text", "title")
        self.note = QuietLabel("", self)
        self.seen = QuietLabel("", self)
        self.everything = QCheckBox(self.tr("Show everything, and why"), self)
        self.everything.setToolTip(self.tr("What students do not see, and how each mark was found"))
        self.column = CardColumn(self)
        self.again = TextButton(self.tr("Try again"), self, icon=icon("rotate-ccw"))
        self.done = TextButton(self.tr("Done"), self)
        self._lay_out()
        self.everything.clicked.connect(self._show)
        self.again.clicked.connect(self.again_wanted)
        self.done.clicked.connect(self.left)

    def show_attempt(self, attempt: Attempt) -> None:
        """Show the result of an attempt."""
        self._attempt = attempt
        self._show()
        self.everything.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.total, self.total.text())

    @property
    def marks(self) -> Marks:
        """The marks of the attempt that is shown."""
        assert self._attempt is not None
        return self._attempt.marks

    def verdict(self, item_id: str) -> Verdict:
        """What is told of a question that is shown. Raises KeyError."""
        card = self.column.cards[item_id]
        assert isinstance(card, MarkedCard)
        return card.verdict

    def clear(self) -> None:
        """Show no result."""
        self._attempt = None
        self.column.clear()

    @property
    def _shown(self) -> Seen:
        assert self._attempt is not None
        return EVERYTHING if self.everything.isChecked() else self._attempt.seen

    def _show(self) -> None:
        attempt, shown = self._attempt, self._shown
        assert attempt is not None
        self.total.setText(_total(attempt, shown) or self.tr("Students see no points."))
        self.note.setText(self._noted(attempt))
        self.note.setVisible(bool(self.note.text()))
        self.seen.setText(self._seen_said(attempt.seen))
        items = {item.id: item for item in attempt.sitting.items} if shown.items else {}
        self._numbers = numbered(attempt.sitting.items)
        self.column.show_cards(list(items), self._card)

    def _card(self, item_id: str) -> QWidget:
        attempt, shown = self._attempt, self._shown
        assert attempt is not None
        item = next(one for one in attempt.sitting.items if one.id == item_id)
        dealt, number = attempt.sitting.deals.get(item_id), self._numbers.get(item_id, 0)
        if dealt is None:
            return QuestionCard(number, item, Deal(), self._shelf)
        response, score = attempt.responses.get(item_id), attempt.marks.scores[item_id]
        explains = self.everything.isChecked()
        card = MarkedCard(number, item, dealt, response, score, shown, self._shelf, explains=explains)
        if explains:
            card.offer_editing(self.question_wanted)
        return card

    def _noted(self, attempt: Attempt) -> str:
        said = [attempt.note] if attempt.note else []
        waiting = attempt.marks.waiting
        if waiting:
            left = message(
                "{count} question waits for a person.", plural="{count} questions wait for a person.", count=waiting
            )
            said.append(words(left))
        if attempt.allowed is None:
            said.append(self.tr("Attempt {number}.").format(number=attempt.number))
        elif attempt.number > attempt.allowed:
            said.append(self.tr("Students would have no attempt left."))
        elif attempt.allowed > 1:
            tried = self.tr("Attempt {number} of {count}.")
            said.append(tried.format(number=attempt.number, count=attempt.allowed))
        if attempt.number > 1:
            said.append(self.tr("What counts of all: {points}.").format(points=points_said(attempt.kept)))
        return " ".join(said)

    def _seen_said(self, seen: Seen) -> str:
        if seen == EVERYTHING:
            return self.tr("Students see all of this; why a mark was given is for you alone.")
        parts = seen.told()
        shown = ", ".join(words(name) for name, is_seen in parts if is_seen)
        hidden = ", ".join(words(name) for name, is_seen in parts if not is_seen)
        said = self.tr("Students see: {shown}. They do not see: {hidden}.")
        return said.format(shown=shown or self.tr("nothing"), hidden=hidden)

    def _lay_out(self) -> None:
        top = QWidget(self)
        head = QVBoxLayout(top)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(Gap.SMALL)
        for part in (self.total, self.note, self.seen, self.everything):
            head.addWidget(part)
        self.column.set_top(top)
        bar = QHBoxLayout()
        bar.setContentsMargins(Gap.PAGE, Gap.SMALL, Gap.PAGE, Gap.SMALL)
        bar.setSpacing(Gap.MEDIUM)
        bar.addStretch(1)
        bar.addWidget(self.again)
        bar.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.column, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(bar)


def _total(attempt: Attempt, seen: Seen) -> str:
    marks = attempt.marks
    if not seen.points:
        return words(message("Out of {possible}", possible=points_said(marks.possible))) if seen.possible else ""
    if not seen.possible:
        return points_said(marks.points)
    earned = points_text(round(marks.points, 2)) or "0"
    percent = points_text(round(100 * marks.points / marks.possible, 1)) if marks.possible else ""
    said = message("{earned} of {possible}", earned=earned, possible=points_said(marks.possible))
    return f"{words(said)} · {percent} %" if percent else words(said)
