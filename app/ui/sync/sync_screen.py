"""The sync of one quiz: what will be done, then doing it, then what was done."""

import asyncio
from collections.abc import Collection, Coroutine
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.library.linked import linked_courses
from app.library.row import Account, LinkRow
from app.session.sync_session import SyncSession, signed_out
from app.session.tasks import Tasks
from app.session.workspace import Workspace
from app.sync.choice import Selection, Tick, all_but, is_rest
from app.sync.left_there import waits_on_canvas
from app.sync.outcome import Outcome
from app.sync.step import Plan
from app.sync.stopped import cancelled
from app.ui.sync.ask_groups import answer_groups
from app.ui.sync.sync_page import SyncPage
from app.ui.words import words

_WHOLE = Selection(brake_released=True)
"""A plan with all that the person may confirm in it."""


class SyncScreen(SyncPage):
    """One screen for every quiz; `show_quiz` begins anew. Nothing is sent before "Sync" is pressed.

    A quiz may be in several courses: the plan is about one of them, which is chosen above it. `link_wanted` asks for
    another one of them, `another_wanted` for a course that is none of them yet. `begun` tells that the person went on:
    what was news before is old.
    """

    back_wanted = Signal(str)
    question_wanted = Signal(str, str)
    connect_wanted = Signal()
    practice_wanted = Signal()
    conflict_wanted = Signal(str, str, str)
    page_wanted = Signal(str, str)
    link_wanted = Signal(str, str)
    another_wanted = Signal(str)
    unlink_wanted = Signal(str, str)
    sign_in_wanted = Signal(str)
    begun = Signal()

    def __init__(self, workspace: Workspace, sync: SyncSession, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._sync, self._tasks = workspace, sync, tasks
        self._quiz_id, self._only = "", frozenset[str]()
        self._link: LinkRow | None = None
        self._task: asyncio.Task[Any] | None = None
        self._left = ""
        self._unticked: frozenset[Tick] = frozenset()
        self._cut: tuple[Plan, Selection] | None = None
        self._outcome = Outcome()
        self._strangers: frozenset[str] = frozenset()
        self._listen()

    def show_quiz(self, quiz_id: str, only: Collection[str] = (), link_id: str = "") -> None:
        """Look at Canvas and show what a sync would do, with `only` these questions ticked where any are named.

        It is about the course of `link_id`, else about the first one. A quiz that is nowhere yet is asked for one.
        """
        self._cancel()
        self._quiz_id, self._only, self._unticked = quiz_id, frozenset(only), frozenset()
        self.title.setText(self._workspace.open(quiz_id).quiz.title or self.tr("Untitled quiz"))
        self.begun.emit()
        links = self._workspace.reader.links(quiz_id)
        self._link = next((link for link in links if link.id == link_id), links[0] if links else None)
        self._show_links()
        if self._link is None:
            self._ask_place()
        else:
            self._look()

    def ask_another(self, quiz_id: str) -> None:
        """Ask which course the quiz goes to besides those that it is in."""
        if quiz_id == self._quiz_id and not self.busy:
            self._left = ""
            self._ask_place()

    def link_of(self, quiz_id: str) -> str:
        """The link that was shown last for a quiz; "" where the page was about another one since."""
        return self._link.id if self._link is not None and self._link.quiz_id == quiz_id else ""

    @property
    def quiz_title(self) -> str:
        """Of the quiz that is shown."""
        return self.title.text()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None and not self._task.done()

    @property
    def is_syncing(self) -> bool:
        """Whether a plan is being carried out; a look at Canvas can begin anew at any time."""
        return self.busy and self._cut is not None

    def shows(self, quiz_id: str) -> bool:
        """Whether it is about that quiz."""
        return quiz_id == self._quiz_id

    def _listen(self) -> None:
        head, links = self.head, self.head.links
        for page in (head.page, self.page):
            page.clicked.connect(lambda: self.page_wanted.emit(self._quiz_id, self.link_of(self._quiz_id)))
        head.back.clicked.connect(lambda: self.back_wanted.emit(self._quiz_id))
        links.chosen.connect(lambda link: self.link_wanted.emit(self._quiz_id, link))
        links.another_wanted.connect(lambda: self.another_wanted.emit(self._quiz_id))
        links.unlink_wanted.connect(lambda link: self.unlink_wanted.emit(self._quiz_id, link))
        self.choice.chosen.connect(self._choose_place)
        answer_groups(self.choice, self._sync, self._tasks)
        self.choice.connect_wanted.connect(self.connect_wanted)
        self.choice.practice_wanted.connect(self.practice_wanted)
        self._workspace.rows_changed.connect(self._follow_rows)
        self.table.question_wanted.connect(lambda item: self.question_wanted.emit(self._quiz_id, item))
        self.table.conflict_wanted.connect(lambda item, unit: self.conflict_wanted.emit(self._quiz_id, item, unit))
        self.compare.clicked.connect(lambda: self.conflict_wanted.emit(self._quiz_id, "", ""))
        self.plan.changed.connect(lambda: self.start.setEnabled(self.plan.does_anything))
        self.start.clicked.connect(self._run)
        self.again.clicked.connect(self._look_again)
        self.sign_in.clicked.connect(self._want_sign_in)
        self.fetch.clicked.connect(self._fetch)
        self.stop.clicked.connect(self._stop)
        self._sync.progressed.connect(self.show_progress)

    def _follow_rows(self) -> None:
        """Somebody connected while the course was being asked for, or a link was made, counted anew or taken away."""
        if not self.isVisible():
            return
        self._show_links()
        links = {one.link.id: one.link for one in self.head.links.links}
        if self._left in links:
            self._come_back(links[self._left])
        elif self.choice.isVisible():
            self._ask_place()
        elif self._link is not None and self._link.id not in links:
            self._leave_course()

    def _come_back(self, link: LinkRow) -> None:
        """The person took back that she left a course."""
        self._left, self._link = "", link
        self._show_links()
        self.show_only(self.plan, self.again)
        self.plan.say(self.tr("The quiz is linked to that course again."))

    def _leave_course(self) -> None:
        """The link that was shown is gone; nothing is asked by itself, so that the way back stays at hand."""
        self._cancel()
        links = self.head.links.links
        self._left = self._link.id if self._link is not None else ""
        self._link = links[0].link if links else None
        self._show_links()
        if self._link is None:
            self._ask_place()
        else:
            self.show_only(self.plan, self.again)
            self.plan.say(self.tr("The quiz is no longer linked to that course. It is in another one still."))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is done

    def _choose_place(self, account_id: str, course_id: str, group_id: str) -> None:
        async def choose() -> None:
            self._link = await self._sync.link(self._quiz_id, account_id, course_id, group_id or None)
            self._show_links()
            await self._plan()

        self._start(choose(), self.tr("Choose a course"))

    def _look_again(self) -> None:
        """What she left out stays out, until a sync is seen through."""
        if self.start.isVisible():
            self._unticked = self.table.left
        self._look()

    def _look(self) -> None:
        self._start(self._plan(), self.tr("Look at Canvas"))

    async def _plan(self) -> None:
        assert self._link is not None
        self.show_busy(self.tr("Looking at Canvas…"))
        self._show_plan(await self._sync.plan(self._link, _WHOLE), self._unticked)

    def _run(self) -> None:
        self._unticked = self.plan.selection.left
        self._start(self._carry_out(self.plan.selection), self.tr("Sync"))

    def _fetch(self) -> None:
        """The person lets the hosts that were just told be asked."""
        selection = Selection(pull_only=True, fetch_from=self._strangers)
        self._start(self._carry_out(selection), self.tr("Fetch pictures"))

    async def _carry_out(self, selection: Selection) -> None:
        assert self._link is not None
        self._cut = (self.plan.plan, selection)
        self.show_busy(self.tr("Syncing…"))
        await self._sync.run(self._link, selection, self._outcome)
        self._cut = None
        self._show_outcome(self._outcome)

    async def _go_on(self, agreed: Plan, selection: Selection) -> None:
        """Do what is left of a plan in which the sync was cut off; what is new on Canvas meanwhile is shown first."""
        assert self._link is not None
        self.show_busy(self.tr("Looking at Canvas…"))
        plan = await self._sync.plan(self._link, _WHOLE)
        if is_rest(plan, agreed):
            await self._carry_out(selection)
        else:
            self._show_plan(plan, selection.left)

    def _start(self, coroutine: Coroutine[Any, Any, None], title: str) -> None:
        async def guarded() -> None:
            try:
                await coroutine
            except UserError as error:
                self._show_trouble(error)
            except asyncio.CancelledError:
                self._show_cancelled()
                raise

        self.begun.emit()
        self._left = ""
        self._cut, self._outcome = None, Outcome()
        self._task = self._tasks.start(guarded(), title)

    def _want_sign_in(self) -> None:
        if self._link is not None:
            self.sign_in_wanted.emit(self._link.account_id)

    def _stop(self) -> None:
        """What runs is stopped; where nothing runs another course was asked for, and none is wanted."""
        if self.busy:
            self._cancel()
        else:
            self._look()

    def _cancel(self) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()

    # what is shown

    def _show_links(self) -> None:
        links = linked_courses(self._workspace.reader.db, self._quiz_id) if self._quiz_id else []
        self.head.show_links(links, self.link_of(self._quiz_id))

    def _ask_place(self) -> None:
        """Courses that the quiz is in already are no choice."""
        taken = {(one.link.account_id, one.link.course_id) for one in self.head.links.links}
        courses = [one for one in self._workspace.courses() if (one.account_id, one.id) not in taken]
        self.show_only(self.choice, *([self.stop] if taken else []))
        self.choice.show_courses(self._workspace.accounts(), courses)
        self.choice.heading.setText(
            self.tr("Which course does this quiz go to as well?")
            if taken
            else self.tr("Which course is this quiz for?")
        )
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_plan(self, plan: Plan, left: frozenset[Tick] = frozenset()) -> None:
        self.show_only(self.plan, self.start, self.again, *([self.compare] if plan.conflicts else []))
        self.plan.show_plan(plan, self._workspace.open(self._quiz_id).quiz, left | all_but(plan, self._only))
        stop = self.start if self.start.isEnabled() else self.compare if plan.conflicts else self.table
        (stop if stop.isVisible() else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_outcome(self, outcome: Outcome) -> None:
        self._strangers, self._unticked = frozenset(outcome.strangers), frozenset()
        self._show_links()
        self.show_only(self.plan, self.again, *([self.compare] if outcome.conflicts else []))
        self.plan.show_outcome(outcome, self._workspace.open(self._quiz_id).quiz)
        self.fetch.setVisible(bool(outcome.strangers))
        self.page.setVisible(self.head.leads_there and waits_on_canvas(outcome))
        (self.compare if outcome.conflicts else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_trouble(self, error: UserError) -> None:
        is_out = self._link is not None and bool(signed_out(error))
        self.show_only(self.trouble, self.again, *([self.sign_in] if is_out else []))
        self.trouble.show_error(error)
        (self.sign_in if is_out else self.again).setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_sign_in(self, account: Account) -> None:
        """Somebody signed in to the account that was the trouble: go on with what was cut off, else look again."""
        if not (self.sign_in.isVisible() and self._link is not None and self._link.account_id == account.id):
            return
        if self._cut is not None:
            self._start(self._go_on(*self._cut), self.tr("Sync"))
        else:
            self._look()

    def _show_cancelled(self) -> None:
        self.show_only(self.plan, self.again)
        self.plan.say(words(cancelled(self._outcome)), self._outcome.notes)
