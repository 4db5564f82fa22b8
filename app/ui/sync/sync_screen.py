"""The sync of one quiz: what will be done, then doing it, then what was done."""

import asyncio
from collections.abc import Collection, Coroutine
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.errors import UserError
from app.library.row import LinkRow
from app.session.sync_session import SyncSession
from app.session.tasks import Tasks
from app.session.workspace import Workspace
from app.sync.choice import Selection, Tick
from app.sync.outcome import Outcome, Progress
from app.sync.step import Plan, Way
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble
from app.ui.icons import icon
from app.ui.sync.place_choice import PlaceChoice
from app.ui.sync.plan_page import PlanPage
from app.ui.theme import PAGE_WIDTH, Gap, TextKind
from app.ui.words import words


class SyncScreen(QWidget):
    """One screen for every quiz; `show_quiz` begins anew. Nothing is sent before "Sync" is pressed.

    `begun` tells that the person went on: what was news before is old.
    """

    back_wanted = Signal(str)
    question_wanted = Signal(str, str)
    connect_wanted = Signal()
    practice_wanted = Signal()
    conflict_wanted = Signal(str, str, str)
    page_wanted = Signal(str)
    begun = Signal()

    def __init__(self, workspace: Workspace, sync: SyncSession, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._sync, self._tasks = workspace, sync, tasks
        self._quiz_id, self._only = "", frozenset[str]()
        self._link: LinkRow | None = None
        self._task: asyncio.Task[Any] | None = None
        self.back = TextButton(self.tr("Questions"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.title = _label("title", self)
        self.place = QuietLabel("", self)
        self.page = TextButton(self.tr("Open on Canvas"), self, icon=icon("external-link"))
        self.plan = PlanPage(self)
        self.letter, self.table = self.plan.letter, self.plan.table
        self.trouble = Trouble(self)
        self.choice = PlaceChoice(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.step = QuietLabel("", self)
        self.start = TextButton(self.tr("Sync"), self, icon=icon("refresh-cw"))
        self.stop = TextButton(self.tr("Cancel"), self)
        self.again = TextButton(self.tr("Look again"), self)
        self.compare = TextButton(self.tr("Compare and decide"), self, icon=icon("git-compare-arrows"))
        self.fetch = TextButton(self.tr("Fetch these pictures"), self)
        self._strangers: frozenset[str] = frozenset()
        self._lay_out()
        self._listen()

    def show_quiz(self, quiz_id: str, only: Collection[str] = ()) -> None:
        """Look at Canvas and show what a sync would do, with `only` these questions ticked where any are named.

        A quiz that is nowhere yet is asked for its course.
        """
        self._cancel()
        self._quiz_id, self._only = quiz_id, frozenset(only)
        self.title.setText(self._workspace.open(quiz_id).quiz.title or self.tr("Untitled quiz"))
        self.begun.emit()
        links = self._workspace.reader.links(quiz_id)
        self._link = links[0] if links else None
        self._show_place()
        if self._link is None:
            self._show_only(self.choice)
            self.choice.show_courses(self._workspace.accounts(), self._workspace.courses())
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._look()

    @property
    def quiz_title(self) -> str:
        """Of the quiz that is shown."""
        return self.title.text()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None and not self._task.done()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(Rule(self))
        page = QHBoxLayout()
        page.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        page.addWidget(self._column(), 1)
        page.addStretch(0)
        layout.addLayout(page, 1)

    def _head(self) -> QHBoxLayout:
        """The same line as above the questions."""
        head = QHBoxLayout()
        head.setContentsMargins(Gap.MEDIUM, Gap.SMALL, Gap.MEDIUM, Gap.SMALL)
        head.setSpacing(Gap.SMALL)
        head.addWidget(self.back)
        head.addSpacing(Gap.LARGE)
        head.addWidget(self.title)
        head.addSpacing(Gap.SMALL)
        head.addWidget(self.place, 1)
        head.addWidget(self.page)
        return head

    def _column(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.setSpacing(Gap.SMALL)
        for button in (self.start, self.compare, self.again, self.fetch, self.stop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QWidget(self)
        column.setMaximumWidth(PAGE_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Gap.MEDIUM)
        for widget in (self.plan, self.trouble, self.choice, self.bar, self.step):
            inner.addWidget(widget, 1 if widget is self.plan else 0)
        inner.addLayout(buttons)
        inner.addStretch(0)
        return column

    def _listen(self) -> None:
        self.page.clicked.connect(lambda: self.page_wanted.emit(self._quiz_id))
        self.back.clicked.connect(lambda: self.back_wanted.emit(self._quiz_id))
        self.choice.chosen.connect(self._choose_place)
        self.choice.connect_wanted.connect(self.connect_wanted)
        self.choice.practice_wanted.connect(self.practice_wanted)
        self._workspace.rows_changed.connect(self._show_new_courses)
        self.table.question_wanted.connect(lambda item: self.question_wanted.emit(self._quiz_id, item))
        self.table.conflict_wanted.connect(lambda item, unit: self.conflict_wanted.emit(self._quiz_id, item, unit))
        self.compare.clicked.connect(lambda: self.conflict_wanted.emit(self._quiz_id, "", ""))
        self.plan.changed.connect(lambda: self.start.setEnabled(self.plan.does_anything))
        self.start.clicked.connect(self._run)
        self.again.clicked.connect(self._look)
        self.fetch.clicked.connect(self._fetch)
        self.stop.clicked.connect(self._cancel)
        self._sync.progressed.connect(self._show_progress)

    def _show_new_courses(self) -> None:
        """Somebody connected while the course was being asked for."""
        if self.choice.isVisible() and self._link is None:
            self.choice.show_courses(self._workspace.accounts(), self._workspace.courses())
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    # what is done

    def _choose_place(self, account_id: str, course_id: str) -> None:
        async def choose() -> None:
            self._link = await self._sync.link(self._quiz_id, account_id, course_id)
            self._show_place()
            await self._plan()

        self._start(choose(), self.tr("Choose a course"))

    def _look(self) -> None:
        self._start(self._plan(), self.tr("Look at Canvas"))

    async def _plan(self) -> None:
        assert self._link is not None
        self._show_busy(self.tr("Looking at Canvas…"))
        plan = await self._sync.plan(self._link)
        self._show_plan(plan)

    def _run(self) -> None:
        self._start(self._carry_out(self.plan.selection), self.tr("Sync"))

    def _fetch(self) -> None:
        """The person lets the hosts that were just told be asked."""
        selection = Selection(pull_only=True, fetch_from=self._strangers)
        self._start(self._carry_out(selection), self.tr("Fetch pictures"))

    async def _carry_out(self, selection: Selection) -> None:
        assert self._link is not None
        self._show_busy(self.tr("Syncing…"))
        self._show_outcome(await self._sync.run(self._link, selection))

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
        self._task = self._tasks.start(guarded(), title)

    def _cancel(self) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()

    # what is shown

    def _show_only(self, *widgets: QWidget) -> None:
        every = (self.plan, self.trouble, self.choice, self.bar, self.step)
        for widget in (*every, self.start, self.compare, self.again, self.fetch, self.stop):
            widget.setVisible(widget in widgets)

    def _show_place(self) -> None:
        names = {(course.account_id, course.id): course.name for course in self._workspace.courses()}
        link = self._link
        self.place.setText(names.get((link.account_id, link.course_id), "") if link else "")
        kinds = {account.id: account.kind for account in self._workspace.accounts()}
        self.page.setVisible(link is not None and link.canvas_id is not None and kinds[link.account_id] == "canvas")

    def _show_busy(self, text: str) -> None:
        self._show_only(self.plan, self.bar, self.step, self.stop)
        self.plan.say(text)
        self.bar.setRange(0, 0)
        self.step.setText("")

    def _show_progress(self, progress: Progress) -> None:
        if self.bar.isVisible():
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            self.step.setText(_said(progress))

    def _show_plan(self, plan: Plan) -> None:
        self._show_only(self.plan, self.start, self.again, *([self.compare] if plan.conflicts else []))
        self.plan.show_plan(plan, self._workspace.open(self._quiz_id).quiz, _others(plan, self._only))
        stop = self.start if self.start.isEnabled() else self.compare if plan.conflicts else self.table
        (stop if stop.isVisible() else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_outcome(self, outcome: Outcome) -> None:
        self._strangers = frozenset(outcome.strangers)
        self._show_only(self.plan, self.again, *([self.compare] if outcome.conflicts else []))
        self.plan.show_outcome(outcome, self._workspace.open(self._quiz_id).quiz)
        self.fetch.setVisible(bool(outcome.strangers))
        (self.compare if outcome.conflicts else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_trouble(self, error: UserError) -> None:
        self._show_only(self.trouble, self.again)
        self.trouble.show_error(error)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cancelled(self) -> None:
        self._show_only(self.plan, self.again)
        self.plan.say(self.tr("Stopped. What was sent is on Canvas; the next sync goes on from there."))


def _label(kind: TextKind, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    Toned(label, "text", kind)
    return label


def _others(plan: Plan, only: frozenset[str]) -> frozenset[Tick]:
    """Everything but some questions, where the person wants to send those alone."""
    if not only:
        return frozenset()
    return frozenset((way, one) for way in (Way.TO_CANVAS, Way.FROM_CANVAS) for one in plan.tick_ids - only)


def _said(progress: Progress) -> str:
    if not progress.total:
        return words(progress.what)
    return f"{words(progress.what)} · {progress.done} / {progress.total}"
