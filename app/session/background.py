"""Courses are looked at by themselves while nobody writes and Canvas answers: one after the other, nothing is sent.

Off-line is no error: where Canvas cannot be asked nothing is said, and it is asked again later and later.
"""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from app.canvas.errors import Gone, Invalid, NotAllowed
from app.errors import UserError
from app.library.row import CourseRow
from app.secrets import SecretsLocked
from app.session.brought import CoursePlace
from app.session.tasks import Tasks
from app.session.workspace import Workspace

Rest = Callable[[], Awaitable[None]]
Look = Callable[[CoursePlace, Rest], Awaitable[object]]
"""Asks Canvas about one course and rests between two requests. Raises UserError."""
_ABOUT_COURSE = (Gone, NotAllowed, Invalid)
"""After these another course of the account may fare better."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """How slowly, in seconds. A course is looked at every `due`, one each `pause`, with `between` two requests.

    Nothing begins before nobody has written for `still`; an opened course is looked at after `soon`. After a failure
    the account is left alone for `again`, twice as long after each further one, at most for `longest`.
    """

    due: float = 900.0
    pause: float = 60.0
    between: float = 1.0
    still: float = 20.0
    soon: float = 1.0
    again: float = 120.0
    longest: float = 3600.0


@dataclass(slots=True)
class _Wait:
    """An account or a course that is left alone until a moment of the monotonic clock."""

    until: float = 0.0
    failures: int = 0


class BackgroundLook(QObject):
    """`is_wanted` is the person's preference; `opened` the course that is shown, which comes first."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        *,
        is_wanted: Callable[[], bool],
        opened: Callable[[], CourseRow | None],
        tempo: Tempo | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._look = workspace, tasks, look
        self._is_wanted, self._opened, self._tempo = is_wanted, opened, tempo or Tempo()
        self._touched = time.monotonic()
        self._waits: dict[str | CoursePlace, _Wait] = {}
        self._task: asyncio.Task[object] | None = None
        self._pause = QTimer(self, interval=_ms(self._tempo.pause))
        self._soon = QTimer(self, singleShot=True, interval=_ms(self._tempo.soon))
        for timer in (self._pause, self._soon):
            timer.timeout.connect(self._begin)
        self._pause.start()
        workspace.status_changed.connect(self._touch)

    @property
    def is_busy(self) -> bool:
        """Whether a course is being looked at."""
        return self._task is not None and not self._task.done()

    def hurry(self) -> None:
        """A course was opened: what is there is wanted soon."""
        self._soon.start()

    def stop(self) -> None:
        """Begin nothing any more: the window is closed."""
        self._pause.stop()
        self._soon.stop()

    def _touch(self) -> None:
        self._touched = time.monotonic()

    @property
    def _is_still(self) -> bool:
        return time.monotonic() - self._touched >= self._tempo.still

    def _begin(self) -> None:
        if self.is_busy or not self._is_wanted() or not self._is_still or self._workspace.is_read_only:
            return
        course = self._next()
        if course is not None:
            self._task = self._tasks.start(self._look_at(course), self.tr("Look for changes on Canvas"))

    def _next(self) -> CoursePlace | None:
        """The course that is due: the one that is shown, else the one that was looked at longest ago."""
        opened = self._opened()
        shown = _place(opened) if opened is not None else None
        held = {shown, *(CoursePlace(str(row.account_id), str(row.course_id)) for row in self._workspace.rows())}
        due = [
            course
            for course in self._workspace.courses()
            if course.kept or course.listed_at is not None or _place(course) in held
            if self._is_due(course)
        ]
        found = min(due, key=lambda course: (_place(course) != shown, course.listed_at or 0.0), default=None)
        return _place(found) if found is not None else None

    def _is_due(self, course: CourseRow) -> bool:
        age = math.inf if course.listed_at is None else self._workspace.library.now() - course.listed_at
        is_left_alone = self._is_left_alone(course.account_id) or self._is_left_alone(_place(course))
        return age >= self._tempo.due and not is_left_alone

    def _is_left_alone(self, key: str | CoursePlace) -> bool:
        return key in self._waits and time.monotonic() < self._waits[key].until

    async def _look_at(self, course: CoursePlace) -> None:
        try:
            await self._look(course, self._rest)
        except SecretsLocked:
            self._waits[course.account_id] = _Wait(math.inf)  # asking again would show the keychain's question again
        except _ABOUT_COURSE:
            self._waits[course] = _Wait(time.monotonic() + self._tempo.longest)
        except UserError:
            self._leave_alone(course.account_id)
        else:
            self._waits.pop(course.account_id, None)

    def _leave_alone(self, account_id: str) -> None:
        wait = self._waits.setdefault(account_id, _Wait())
        wait.until = time.monotonic() + min(self._tempo.again * 2**wait.failures, self._tempo.longest)
        wait.failures += 1

    async def _rest(self) -> None:
        """Between two requests, and while somebody writes. Ends the look where it is no longer wanted."""
        await asyncio.sleep(self._tempo.between)
        while not self._is_still:  # noqa: ASYNC110  # time passes, nothing tells it
            await asyncio.sleep(self._tempo.between)
        if not self._is_wanted():
            raise asyncio.CancelledError


def _place(course: CourseRow) -> CoursePlace:
    return CoursePlace(course.account_id, course.id)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
