"""Publishing and unpublishing a quiz on Canvas: who will see it and from when is said before it is done."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.library.assignment import Assignment, read_assignment
from app.library.linked import LinkedCourse, linked_courses
from app.message import Message, message
from app.session.notice import Notices
from app.session.sync_session import SyncSession
from app.session.workspace import Workspace
from app.sync.audience import own_dates_words
from app.ui.account_words import account_names
from app.ui.dialogs.asked import ask
from app.ui.dialogs.picker import Entry, Picker
from app.ui.icons import icon
from app.ui.words import words


class Work(NamedTuple):
    """How something is asked of Canvas: `sign_in` to the account of a quiz and link, `start` it as a task with a title.

    Where the sign-in is over, the task's third part follows the next one.
    """

    sign_in: Callable[[str, str], Awaitable[None]]
    start: Callable[[Awaitable[None], str, Callable[[], object]], object]


class Publishing(QObject):
    """Looks at Canvas, asks the person, does it, tells what came of it. What Canvas refuses is not offered.

    `asked` comes when the question stands there: what was told meanwhile is old.
    """

    asked = Signal()

    def __init__(
        self, workspace: Workspace, session: SyncSession, work: Work, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace, self._session, self._work = workspace, session, work
        self._notices, self._window = notices, window

    def ask(self, quiz_id: str, *, published: bool) -> None:
        """Look at Canvas how the quiz is there, and let the person confirm; of several courses she chooses one."""
        self._workspace.finish(quiz_id)
        there = [one for one in linked_courses(self._workspace.reader.db, quiz_id) if one.link.canvas_id is not None]
        found = [one for one in there if one.published is not published] or there
        if len(found) > 1:
            self._choose(found, published)
        elif found:
            self._look(found[0], published)

    def _choose(self, courses: Sequence[LinkedCourse], published: bool) -> None:
        accounts = account_names(list({one.account.id: one.account for one in courses}.values()))
        entries = [
            Entry(
                one.course_name,
                accounts[one.account.id],
                partial(self._look, one, published),
                icon("flask-conical" if one.account.kind == "sandbox" else "cloud", "text_quiet"),
            )
            for one in courses
        ]
        self.asked.emit()
        prompt = self.tr("Publish in which course?") if published else self.tr("Unpublish in which course?")
        Picker(self._title(published), prompt, entries, self._window).open()

    def _look(self, course: LinkedCourse, published: bool, confirmed: str = "") -> None:
        """What was `confirmed` before a sign-in was over is not asked again, unless something else is to be said."""
        self._notices.tell(message("Looking at Canvas…"))
        again = partial(self._look, course, published, confirmed)
        self._work.start(self._ask(course, published, confirmed), self._title(published), again)

    async def _ask(self, course: LinkedCourse, published: bool, confirmed: str) -> None:
        quiz_id, link_id = course.link.quiz_id, course.link.id
        await self._work.sign_in(quiz_id, link_id)
        there = read_assignment(await self._session.assignment(course.link))
        title = next(row.title for row in self._workspace.rows() if row.id == quiz_id)
        found = linked_courses(self._workspace.reader.db, quiz_id)
        course = next((one for one in found if one.link.id == link_id), course)
        refusal = _refusal(title, there, published=published)
        if refusal is not None:
            self._notices.tell(refusal)
            return
        said = _note(course.changes, there, self._workspace.library.now(), published=published)
        note = "\n".join(map(words, said))
        do = self._publish(course, title, published, note)
        if note == confirmed:
            do()
            return
        self.asked.emit()
        verb = self.tr("Publish") if published else self.tr("Unpublish")
        ask(self._window, words(_question(title, course.course_name, published=published)), note, verb, do)

    def _publish(self, course: LinkedCourse, title: str, published: bool, note: str) -> Callable[[], None]:
        async def publish() -> None:
            await self._session.publish(course.link, published=published)
            self._notices.tell(
                message("“{title}” is published on Canvas.", title=title)
                if published
                else message("“{title}” is no longer published: students do not see it.", title=title)
            )

        def start() -> None:
            self._notices.tell(message("Publishing…") if published else message("Unpublishing…"))
            again = partial(self._look, course, published, note)
            self._work.start(publish(), self._title(published), again)

        return start

    def _title(self, published: bool) -> str:
        return self.tr("Publish on Canvas") if published else self.tr("Unpublish on Canvas")


def _refusal(title: str, there: Assignment, *, published: bool) -> Message | None:
    if there.published is published:
        return (
            message("“{title}” is published on Canvas already.", title=title)
            if published
            else message("“{title}” is not published on Canvas any more.", title=title)
        )
    if not published and not there.can_unpublish:
        return message("Canvas keeps “{title}” published, because students have begun it.", title=title)
    return None


def _question(title: str, course: str, *, published: bool) -> Message:
    if published:
        return message("Publish “{title}” in {course}?", title=title, course=course)
    return message("Unpublish “{title}” in {course}?", title=title, course=course)


def _note(changes: int, there: Assignment, now: float, *, published: bool) -> Iterator[Message]:
    if not published:
        yield message("Students no longer see it. Its questions, settings and dates stay as they are.")
        return
    yield _who_sees_it(there)
    yield _when_taken(there, now)
    yield message("It is due on {due}.", due=_moment(there.due_at)) if there.due_at else message("It has no due date.")
    if (own := own_dates_words(there.own_dates)) is not None:
        yield own
    if changes:
        yield message(
            "1 change here is not on Canvas yet: students get the quiz as it is there.",
            plural="{count} changes here are not on Canvas yet: students get the quiz as it is there.",
            count=changes,
        )


def _who_sees_it(there: Assignment) -> Message:
    if there.for_some_only:
        return message("Those to whom Canvas assigns it see it at once.")
    return message("All students of the course see it at once.")


def _when_taken(there: Assignment, now: float) -> Message:
    opens = there.opens_at if there.opens_at is not None and there.opens_at > now else None
    if there.closes_at is not None and there.closes_at <= now:
        return message("They cannot take it: it closed on {day}.", day=_moment(there.closes_at))
    if opens is None and there.closes_at is None:
        return message("They can take it from now on.")
    if opens is None:
        return message("They can take it from now until {until}.", until=_moment(there.closes_at))
    if there.closes_at is None:
        return message("They can take it from {opens}.", opens=_moment(opens))
    return message("They can take it from {opens} until {until}.", opens=_moment(opens), until=_moment(there.closes_at))


def _moment(at: float | None) -> str:
    """A time in epoch seconds, in the system's zone and format."""
    moment = QDateTime.fromSecsSinceEpoch(int(at or 0))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
