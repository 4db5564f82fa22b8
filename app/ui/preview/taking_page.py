"""The quiz while it is taken: all questions on a page, or one after the other."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.grading.deal import Deal
from app.grading.response import Response
from app.grading.sitting import Sitting
from app.message import message
from app.models.item import Item
from app.models.question import CalculatorType
from app.models.settings import QuizSettings
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.preview.card import QuestionCard
from app.ui.preview.card_column import CardColumn
from app.ui.preview.countdown import Countdown
from app.ui.preview.table import can_be_answered, numbered
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class TakingPage(QWidget):
    """`submitted` tells whether the time ran out; `left` that the person ends it without a result."""

    submitted = Signal(bool)
    left = Signal()

    def __init__(self, shelf: "PictureShelf", clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._sitting = Sitting((), {})
        self._pages: list[list[Item]] = []
        self._place = 0
        self._goes_back = True
        self._calculator: str = CalculatorType.NONE
        self.responses: dict[str, Response] = {}
        self.column = CardColumn(self)
        self.countdown = Countdown(clock, self)
        self.countdown.over.connect(lambda: self.submitted.emit(True))
        self.answered = QuietLabel("", self, wraps=False)
        self.end = TextButton(self.tr("End"), self)
        self.end.setToolTip(self.tr("End without handing in"))
        self.back = TextButton(self.tr("Previous"), self, icon=icon("chevron-left"))
        self.next = TextButton(self.tr("Next"), self, icon=icon("chevron-right"))
        self.submit = TextButton(self.tr("Submit"), self, icon=icon("check"))
        self._lay_out()
        self.end.clicked.connect(self.left)
        self.submit.clicked.connect(lambda: self.submitted.emit(False))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))

    def begin(self, sitting: Sitting, settings: QuizSettings) -> None:
        """Start an attempt; the clock runs from now on where there is a limit."""
        self._sitting, self.responses, self._place = sitting, {}, 0
        single = settings.one_at_a_time_type == "question"
        self._pages = _one_at_a_time(sitting.items) if single else [list(sitting.items)]
        self._goes_back = bool(settings.allow_backtracking)
        self._calculator = str(settings.calculator_type or CalculatorType.NONE)
        seconds = settings.session_time_limit_in_seconds if settings.has_time_limit else None
        self.countdown.setVisible(bool(seconds))
        if seconds:
            self.countdown.start(seconds)
        self._show_page()
        self._say()

    def stop(self) -> None:
        """The attempt is over."""
        self.countdown.stop()
        self.column.clear()

    def card(self, item_id: str) -> QuestionCard:
        """The card of a row that is on this page. Raises KeyError."""
        card = self.column.cards[item_id]
        assert isinstance(card, QuestionCard)
        return card

    def _show_page(self) -> None:
        page = self._pages[self._place] if self._pages else []
        items = {item.id: item for item in page}
        numbers = numbered(self._sitting.items)
        self.column.show_cards(list(items), lambda key: self._card(items[key], numbers.get(key, 0)))
        several, last = len(self._pages) > 1, self._place == len(self._pages) - 1
        self.back.setVisible(several and self._goes_back)
        self.back.setEnabled(self._place > 0)
        self.next.setVisible(several)
        self.next.setEnabled(not last)
        self.submit.setEnabled(last or self._goes_back or not several)

    def focus_first(self) -> None:
        """Go to the first thing that can be answered on the page."""
        views = (card.view for card in self.column.cards.values() if isinstance(card, QuestionCard))
        if not any(view.focus_answer() for view in views if view is not None):
            self.submit.setFocus(Qt.FocusReason.TabFocusReason)

    def _card(self, item: Item, number: int) -> QuestionCard:
        card = QuestionCard(number, item, self._sitting.deals.get(item.id, Deal()), self._shelf, self._calculator)
        if card.view is not None:
            if item.id in self.responses:
                card.view.fill(self.responses[item.id])
            card.answered.connect(lambda: self._take(card))
        return card

    def _take(self, card: QuestionCard) -> None:
        assert card.view is not None
        self.responses[card.item.id] = card.view.response
        self._say()

    def _turn(self, by: int) -> None:
        self._place += by
        self._show_page()
        self._say()
        self.focus_first()

    def _say(self) -> None:
        asked = numbered(self._sitting.items)
        count = sum(self.responses.get(item_id) is not None for item_id in asked)
        said = message(
            "{answered} of {count} question answered",
            plural="{answered} of {count} questions answered",
            answered=count,
            count=len(asked),
        )
        self.answered.setText(words(said))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Gap.PAGE, Gap.SMALL, Gap.PAGE, Gap.SMALL)
        bar.setSpacing(Gap.MEDIUM)
        for part in (self.answered, self.countdown):
            bar.addWidget(part)
        bar.addStretch(1)
        for button in (self.back, self.next, self.end, self.submit):
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.column, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(bar)


def _one_at_a_time(items: Sequence[Item]) -> list[list[Item]]:
    """A page for each question, with the stimulus that it is about; what else cannot be answered stands before one."""
    pages: list[list[Item]] = []
    told: list[Item] = []
    stimulus: Item | None = None
    for item in items:
        if item.entry_type == "Stimulus":
            stimulus = item
        elif not can_be_answered(item):
            told.append(item)
        else:
            about = [stimulus] if stimulus is not None and item.rest.get("stimulus_quiz_entry_id") else []
            pages.append([*about, *told, item])
            told = []
    if told or not pages:
        pages.append(told)
    return pages
