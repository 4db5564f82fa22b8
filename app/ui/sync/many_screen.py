"""The sync of several quizzes: what will be done with each, then doing it one after the other, then what was done."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.library.row import Account, LinkRow
from app.message import message
from app.session.many_syncs import ManySyncs, OneOfMany
from app.session.sync_session import SyncSession, signed_out
from app.session.tasks import Tasks
from app.session.workspace import Workspace
from app.sync.choice import is_rest
from app.sync.outcome import Outcome, Progress
from app.ui.fields.text_button import TextButton
from app.ui.sync.ask_groups import answer_groups
from app.ui.sync.many_page import ManyPage
from app.ui.sync.many_words import letter_of_plan, letter_of_result
from app.ui.words import words


class ManyScreen(ManyPage):
    """One screen for every such sync; `show_quizzes` begins anew. Nothing is sent before "Sync" is pressed.

    `quiz_wanted` carries quiz and link of a row that was opened, `page_wanted` the same of one whose page on Canvas is
    wanted, `sign_in_wanted` an account that is signed out.
    `begun` tells that the person went on.
    """

    back_wanted = Signal()
    quiz_wanted = Signal(str, str)
    page_wanted = Signal(str, str)
    connect_wanted = Signal()
    practice_wanted = Signal()
    sign_in_wanted = Signal(str)
    begun = Signal()

    def __init__(self, workspace: Workspace, sync: SyncSession, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._sync, self._tasks = workspace, sync, tasks
        self._many: list[OneOfMany] = []
        self._task: asyncio.Task[Any] | None = None
        self._unticked: frozenset[str] = frozenset()
        self._running: int | None = None
        self._outcome = Outcome()
        self._done, self._name = 0, ""
        self._paged: frozenset[str] = frozenset()
        self._listen()

    def show_quizzes(self, many: Sequence[OneOfMany]) -> None:
        """Look at each of these on Canvas, and show what a sync would do."""
        self._cancel()
        self._many, self._unticked = list(many), frozenset()
        self._paged = frozenset(one.id for one in self._workspace.accounts() if one.kind == "canvas")
        count = message("1 quiz", plural="{count} quizzes", count=len(many))
        self.title.setText(words(message("Sync {quizzes}", quizzes=count)))
        self._look()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None and not self._task.done()

    # what is done

    def _look_again(self) -> None:
        """What she left out stays out, until a sync is seen through."""
        if self.start.isVisible():
            self._note_unticked()
        self._look()

    def _note_unticked(self) -> None:
        ticked = set(self.table.places)
        left = (one for place, one in enumerate(self._many) if one.does_anything and place not in ticked)
        self._unticked = frozenset(one.quiz_id for one in left)

    def _look(self) -> None:
        self._start(self._plan(), self.tr("Look at Canvas"))

    async def _plan(self) -> None:
        self._many = [OneOfMany(one.quiz_id, one.title, one.link, one.course_name) for one in self._many]
        run = ManySyncs(self._sync)
        self._show_busy(self.tr("Looking at Canvas…"), len(self._many))
        for place, one in enumerate(self._many):
            self._tell_step(place, place + 1, len(self._many))
            self.bar.setValue(place)
            self._many[place] = await run.looked_at(one)
            self.table.show_one(place, self._many[place])
        self._show_plan()

    def _run(self) -> None:
        self._note_unticked()
        self._start(self._carry_out(self.table.places), self.tr("Sync"))

    async def _carry_out(self, places: Sequence[int]) -> None:
        run = ManySyncs(self._sync)
        self._show_busy(self.tr("Syncing…"), sum(self._many[place].steps for place in places))
        for number, place in enumerate(places, start=1):
            self._running, steps = place, self._many[place].steps
            self._tell_step(place, number, len(places))
            self._outcome = Outcome()
            self._many[place] = await run.synced(self._many[place], self._outcome)
            self._done += steps
            self.bar.setValue(self._done)
            self.table.show_one(place, self._many[place])
        self._running = None
        if all(self._many[place].error is None for place in places):
            self._unticked = frozenset()
        self._show_result()

    async def _go_on(self, places: Sequence[int]) -> None:
        """Look anew at quizzes that were cut off, and do what is left of their plans; what is new is shown first."""
        agreed = [self._many[place].plan for place in places]
        run = ManySyncs(self._sync)
        self._show_busy(self.tr("Looking at Canvas…"), len(places))
        for number, place in enumerate(places, start=1):
            self._tell_step(place, number, len(places))
            self._many[place] = await run.looked_at(self._many[place])
            self.table.show_one(place, self._many[place])
        plans = [self._many[place].plan for place in places]
        if all(plan and before and is_rest(plan, before) for plan, before in zip(plans, agreed, strict=True)):
            await self._carry_out(places)
        else:
            self._show_plan()

    def follow_sign_in(self, account: Account) -> None:
        """Somebody signed in to an account that was the trouble: go on with what was cut off, else look again."""
        errors = [one.error for one in self._many]
        places = [place for place, error in enumerate(errors) if error and signed_out(error) == account.id]
        if not (places and self.sign_in.isVisible()):
            return
        if any(self._many[place].plan is not None for place in places):
            self._start(self._go_on(places), self.tr("Sync"))
        else:
            self._look()

    def _choose_place(self, account_id: str, course_id: str, group_id: str) -> None:
        names = {(course.account_id, course.id): course.name for course in self._workspace.courses()}

        async def choose() -> None:
            for place, one in enumerate(self._many):
                if one.link is None:
                    link = await self._sync.link(one.quiz_id, account_id, course_id, group_id or None)
                    self._many[place] = replace(one, link=link, course_name=names.get((account_id, course_id), ""))
            await self._plan()

        self._start(choose(), self.tr("Choose a course"))

    def _start(self, coroutine: Coroutine[Any, Any, None], title: str) -> None:
        async def guarded() -> None:
            try:
                await coroutine
            except UserError as error:  # of the library; what goes wrong with one quiz is told in its row
                self._show_only(self.trouble, self.again)
                self.trouble.show_error(error)
            except asyncio.CancelledError:
                self._show_stopped()
                raise

        self.begun.emit()
        self._task = self._tasks.start(guarded(), title)

    def _stop(self) -> None:
        """What runs is stopped; where nothing runs a course was asked for, and none is wanted."""
        if self.busy:
            self._cancel()
        else:
            self._show_plan()

    def _cancel(self) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()

    # what is shown

    def _show_only(self, *widgets: QWidget) -> None:
        self.show_only(*widgets)
        self.page.setVisible(self.one in widgets and any(self._page_of(one) is not None for one in self._many))
        self._follow_row()

    @property
    def _still(self) -> tuple[QWidget, ...]:
        """What is shown whenever nothing runs."""
        return (self.letter, self.table, self.again, self.one, *([self.sign_in] if self._signed_out else []))

    @property
    def _way_out(self) -> TextButton:
        return self.sign_in if self._signed_out else self.again

    @property
    def _signed_out(self) -> list[str]:
        """The accounts that have to be signed in again before their quizzes can be synced."""
        found = (signed_out(one.error) for one in self._many if one.error is not None)
        return list(dict.fromkeys(account for account in found if account))

    def _show_busy(self, text: str, steps: int) -> None:
        self._done, self._running = 0, None
        self._show_only(self.letter, self.table, self.bar, self.step, self.stop)
        self.letter.setText(text)
        self.table.show_quizzes(self._many)
        self.bar.setRange(0, steps)
        self.bar.setValue(0)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_step(self, place: int, number: int, count: int) -> None:
        said = self.tr("“{title}” ({number} of {count})")
        self._name = said.format(title=self._many[place].title, number=number, count=count)
        self.step.setText(self._name)
        self.table.setCurrentCell(place, 0)

    def _show_progress(self, progress: Progress) -> None:
        if self._running is not None:
            one = self._many[self._running]
            self.bar.setValue(self._done + min(progress.done, one.steps))
            self.step.setText(f"{self._name} · {words(progress.what)}")

    def _show_plan(self) -> None:
        unlinked = sum(one.link is None for one in self._many)
        self._show_only(*self._still, self.start, *([self.place] if unlinked else []))
        text = message("Choose a course for 1 quiz…", plural="Choose a course for {count} quizzes…", count=unlinked)
        self.place.setText(words(text))
        self.table.show_quizzes(self._many, can_tick=True, left=self._unticked)
        self._follow_ticks()
        stop = self.start if self.start.isEnabled() else self.place if unlinked else self._way_out
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_ticks(self) -> None:
        ticked = len(self.table.places)
        self.letter.setText(letter_of_plan(self._many, ticked))
        self.start.setEnabled(ticked > 0)

    def _show_result(self) -> None:
        self._show_only(*self._still)
        self.letter.setText(letter_of_result(self._many))
        self.table.show_quizzes(self._many)
        (self.sign_in if self._signed_out else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stopped(self) -> None:
        if self._running is not None:
            one = self._many[self._running]
            self._many[self._running] = replace(one, outcome=self._outcome, stopped=True)
            self._running = None
            self._show_result()
        else:
            self._show_only(*self._still)
            self.letter.setText(self.tr("Stopped. Nothing was sent."))
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_place(self) -> None:
        self._show_only(self.choice, self.stop)
        self.choice.show_courses(self._workspace.accounts(), self._workspace.courses())
        self.choice.heading.setText(self.tr("Which course are the quizzes for that are in none yet?"))
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_of(self, one: OneOfMany) -> LinkRow | None:
        """The link of a quiz that has a page on Canvas; it may have got there since it was looked at."""
        if one.link is None or one.link.account_id not in self._paged:
            return None
        links = self._workspace.reader.links(one.quiz_id)
        return next((link for link in links if link.id == one.link.id and link.canvas_id is not None), None)

    def _follow_row(self) -> None:
        place = self.table.currentRow()
        self.page.setEnabled(0 <= place < len(self._many) and self._page_of(self._many[place]) is not None)

    def _open_page(self) -> None:
        link = self._page_of(self._many[self.table.currentRow()])
        if link is not None:
            self.page_wanted.emit(link.quiz_id, link.id)

    def _open(self, place: int) -> None:
        one = self._many[place]
        if not self.busy:
            self.quiz_wanted.emit(one.quiz_id, one.link.id if one.link is not None else "")

    def _listen(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.table.ticked.connect(self._follow_ticks)
        self.table.opened.connect(self._open)
        self.table.currentCellChanged.connect(self._follow_row)
        self.one.clicked.connect(lambda: self._open(self.table.currentRow()))
        self.page.clicked.connect(self._open_page)
        self.start.clicked.connect(self._run)
        self.place.clicked.connect(self._ask_place)
        self.stop.clicked.connect(self._stop)
        self.again.clicked.connect(self._look_again)
        self.sign_in.clicked.connect(lambda: self.sign_in_wanted.emit(self._signed_out[0]))
        self.choice.chosen.connect(self._choose_place)
        answer_groups(self.choice, self._sync, self._tasks)
        self.choice.connect_wanted.connect(self.connect_wanted)
        self.choice.practice_wanted.connect(self.practice_wanted)
        self._workspace.rows_changed.connect(lambda: self._ask_place() if self.choice.isVisible() else None)
        self._sync.progressed.connect(self._show_progress)
