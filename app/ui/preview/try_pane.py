"""Just the question that is being written, played as a student meets it."""

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.grading.deal import Deal
from app.grading.seen import EVERYTHING
from app.grading.sitting import Sitting, sit_at
from app.grading.table import grade
from app.models.item import Item
from app.models.question import CalculatorType
from app.ui.fields.announce import announce
from app.ui.fields.history_keys import NoHistoryKeys
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.fields.view import keep_in_view
from app.ui.icons import icon
from app.ui.preview.card import QuestionCard
from app.ui.preview.card_column import CardColumn
from app.ui.preview.marked_card import MarkedCard
from app.ui.theme import Gap

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class TryPane(QWidget):
    """`left` comes when the person wants to go on writing: by the button, or by Esc."""

    left = Signal()

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None, *, random: Random | None = None) -> None:
        super().__init__(parent)
        self._shelf, self.random = shelf, random or Random()
        self._item: Item | None = None
        self._number = 0
        self._calculator: str = CalculatorType.NONE
        self._sitting = Sitting((), {})
        self.column = CardColumn(self)
        self.back = TextButton(self.tr("Back to writing"), self, icon=icon("pencil"))
        self.back.setToolTip(self.tr("Back to writing (Esc)"))
        self.check = TextButton(self.tr("Check the answer"), self, icon=icon("check"))
        self.again = TextButton(self.tr("Try again"), self, icon=icon("rotate-ccw"))
        NoHistoryKeys(self)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.check.clicked.connect(self._check)
        self.again.clicked.connect(self._begin)

    def play(self, item: Item, number: int, calculator: str) -> None:
        """Begin with a question; the very same one that is played already goes on as it is."""
        if item is not self._item:
            self._item, self._number, self._calculator = item, number, calculator
            self._begin()

    def stop(self) -> None:
        """Nothing is played any more."""
        self._item = None
        self.column.clear()

    @property
    def card(self) -> QuestionCard:
        """The question as it is shown now."""
        assert self._item is not None
        card = self.column.cards[self._item.id]
        assert isinstance(card, QuestionCard)
        return card

    def _begin(self) -> None:
        item = self._item
        assert item is not None
        self._sitting = sit_at([item], self.random)
        dealt = self._sitting.deals.get(item.id, Deal())
        self.column.show_cards(
            [item.id], lambda _key: QuestionCard(self._number, item, dealt, self._shelf, self._calculator)
        )
        self.check.setVisible(self.card.view is not None)
        self.again.hide()
        self.focus_answer()

    def focus_answer(self) -> None:
        """Go to where one answers."""
        view = self.card.view
        if view is None or not view.focus_answer():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        item, view = self._item, self.card.view
        assert item is not None
        assert view is not None
        response, dealt = view.response, self._sitting.deals[item.id]
        score = grade(item, response)
        self.column.show_cards(
            [item.id],
            lambda _key: MarkedCard(self._number, item, dealt, response, score, EVERYTHING, self._shelf, explains=True),
        )
        self.check.hide()
        self.again.show()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_verdict)

    def _show_verdict(self) -> None:
        """What came of it is below what was asked, which may be a picture."""
        if self._item is not None and isinstance(self.card, MarkedCard):
            keep_in_view(self.card.verdict)
            announce(self.card.verdict, self.card.verdict.mark.text())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Gap.PAGE, Gap.SMALL, Gap.PAGE, Gap.SMALL)
        bar.setSpacing(Gap.MEDIUM)
        bar.addStretch(1)
        for button in (self.back, self.again, self.check):
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.column, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
