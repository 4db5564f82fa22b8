"""The quiz as a student takes it, off-line: start, attempt, result (product.md, Screens 6)."""

import time
from collections.abc import Callable, Mapping
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.grading.attempts import allowed_attempts, kept_score
from app.grading.response import Response
from app.grading.score import NO_ANSWER
from app.grading.seen import seen
from app.grading.sitting import Marks, Sitting, mark, settings_of, sit
from app.grading.sure import right_answer, wrong_answer
from app.library.tryouts import TriedAnswer, Tryout
from app.models.item import Item
from app.models.quiz import Quiz
from app.ui.fields.history_keys import NoHistoryKeys
from app.ui.preview.attempt import Attempt
from app.ui.preview.result_page import ResultPage
from app.ui.preview.start_page import StartPage
from app.ui.preview.taking_page import TakingPage
from app.ui.preview.tryouts_page import TryoutsPage
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.document import Document
    from app.session.pictures import PictureShelf
    from app.session.tryouts import Tryouts


class PreviewScreen(QStackedWidget):
    """Plays the quiz as it was when the attempt began, and changes nothing of it.

    `question_wanted` leads to a question. `clock` gives seconds that only go forward, `now` epoch seconds.
    """

    question_wanted = Signal(str)

    def __init__(
        self,
        document: "Document",
        shelf: "PictureShelf",
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        random: Random | None = None,
    ) -> None:
        super().__init__(parent)
        self.document, self._now = document, now
        self._random = random or Random()
        self._quiz = document.quiz
        self._told: Quiz | None = None
        self._sitting = Sitting((), {})
        self._earned: list[float] = []
        self.tryouts: Tryouts | None = None
        self._clock, self._begun = clock, 0.0
        self.start = StartPage(shelf, self)
        self.taking = TakingPage(shelf, clock, self)
        self.result = ResultPage(shelf, self)
        NoHistoryKeys(self)
        self.earlier = TryoutsPage(now, self)
        for page in (self.start, self.taking, self.result, self.earlier):
            self.addWidget(page)
        self.start.begun.connect(self.begin)
        self.start.box.all_wanted.connect(self._answer_all)
        self.start.box.question_wanted.connect(self.question_wanted)
        self.start.box.tryouts_wanted.connect(self._show_earlier)
        self.earlier.left.connect(self._go_back)
        self.taking.submitted.connect(self._submit)
        self.taking.left.connect(self._go_back)
        self.result.question_wanted.connect(self.question_wanted)
        self.result.again_wanted.connect(self.begin)
        self.result.left.connect(self._go_back)

    def offer_tryouts(self, kept: "Tryouts") -> None:
        """Where attempts are kept."""
        self.tryouts = kept

    def open(self) -> None:
        """Show what was shown before, an attempt or its result; the page before it tells of the quiz as it is now."""
        if self.currentWidget() is self.start and self._told is not self.document.quiz:
            self.show_start()

    def focus_page(self) -> None:
        """Go to what one does first on the page that is shown."""
        if self.currentWidget() is self.taking:
            self.taking.focus_first()
        else:
            stop = self.result.everything if self.currentWidget() is self.result else self.start.begin
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_start(self) -> None:
        """Tell of the quiz as it is now. A quiz that was changed is counted anew."""
        self._end_pages()
        if self._quiz is not self.document.quiz:
            self._earned = []
        self._quiz = self._told = self.document.quiz
        self.setCurrentWidget(self.start)
        self.start.show_quiz(self._quiz, self._random.randrange(2**32))
        self._offer_earlier()

    def _go_back(self) -> None:
        self.show_start()
        self.focus_page()

    def begin(self) -> None:
        """Start an attempt."""
        self._end_pages()
        self._sitting, self._begun = sit(self._quiz, self._random), self._clock()
        self.setCurrentWidget(self.taking)
        self.taking.begin(self._sitting, settings_of(self._quiz))
        self.taking.focus_first()

    def _submit(self, is_late: bool) -> None:
        responses = dict(self.taking.responses)
        note = self.tr("The time was over: it was handed in as it was, as Canvas does.") if is_late else ""
        self._show_result(responses, note, counts=True)

    def _answer_all(self, right: bool) -> None:
        self._sitting = sit(self._quiz, self._random)
        deals = self._sitting.deals
        responses = {
            item.id: right_answer(item, deals[item.id]) if right else wrong_answer(item, deals[item.id], self._random)
            for item in self._sitting.asked
        }
        note = self.tr("Every answer right.") if right else self.tr("Every answer wrong.")
        self._show_result(responses, note, counts=False)

    def _show_result(self, responses: Mapping[str, Response], note: str, *, counts: bool) -> None:
        self._end_pages()
        settings = settings_of(self._quiz)
        marks = mark(self._sitting, responses)
        earned = [*self._earned, marks.points]
        if counts:
            self._earned = earned
            self._keep(responses, marks)
        number, allowed = len(earned), allowed_attempts(settings.multiple_attempts)
        is_last = allowed is not None and number >= allowed
        shown = seen(settings.result_view_settings, self._now(), is_last=is_last)
        kept = kept_score(earned, settings.multiple_attempts)
        self.setCurrentWidget(self.result)
        self.result.show_attempt(Attempt(self._sitting, responses, marks, shown, number, allowed, kept, note))

    def _keep(self, responses: Mapping[str, Response], marks: Marks) -> None:
        if self.tryouts is not None:
            answers = tuple(_tried(item, responses.get(item.id), marks) for item in self._sitting.asked)
            tryout = Tryout(self._now(), self._clock() - self._begun, answers)
            self.tryouts.keep(tryout, self._offer_earlier)

    def _offer_earlier(self) -> None:
        self.start.box.tryouts.setVisible(self.tryouts is not None and bool(self.tryouts.all()))

    def _show_earlier(self) -> None:
        assert self.tryouts is not None
        self.setCurrentWidget(self.earlier)
        self.earlier.show_tryouts(self.tryouts)
        self.earlier.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_pages(self) -> None:
        self.taking.stop()
        self.result.clear()


def _tried(item: Item, response: Response, marks: Marks) -> TriedAnswer:
    score = marks.scores[item.id]
    given = ", ".join(map(str, response)) if isinstance(response, list) else str(response or "")
    said = " ".join(words(part.words) for part in score.parts) or given or words(NO_ANSWER)
    asked = item.summary.first_words or item.summary.title
    return TriedAnswer(item.id, asked, said, score.points, score.possible)
