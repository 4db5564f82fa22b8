"""What changes on Canvas shows by itself while nobody writes: slowly, silently, and only where it is wanted."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication

from app.library.row import State
from app.preferences import LOOK_AT_CANVAS
from app.session.background import BackgroundLook, Tempo
from app.session.brought import CoursePlace
from app.session.tasks import Tasks
from app.ui.library.place import Place
from app.ui.main_window import MainWindow
from tests.support.campus import COURSES, FIRST, SECOND, Campus, campus_of
from tests.support.coroutine import run_in_loop, until

QUICK = Tempo(due=0.0, pause=0.02, between=0.0, still=0.0, soon=0.0, again=0.05, longest=0.4)
ONLY_SOON = Tempo(pause=60.0, between=0.0, still=0.0, soon=0.0)


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


@contextmanager
def looking(campus: Campus, tasks: Tasks, tempo: Tempo = QUICK) -> Iterator[BackgroundLook]:
    """As `app.gui` does."""
    window = campus.window
    look = BackgroundLook(
        window.workspace,
        tasks,
        lambda course, rest: window.canvas.courses.look_quietly(course, rest),
        is_wanted=lambda: window.preferences[LOOK_AT_CANVAS],
        opened=lambda: window.library.course,
        tempo=tempo,
        parent=window,
    )
    window.library.places.chosen.connect(look.hurry)
    try:
        yield look
    finally:
        look.stop()


async def sent(campus: Campus, tasks: Tasks) -> str:
    """A quiz here that is in the first course too."""
    await campus.connect(tasks)
    quiz_id = campus.add_quiz("Leaves")
    await campus.send(quiz_id, FIRST)
    return quiz_id


def state_of(campus: Campus, quiz_id: str) -> State:
    return next(row.state for row in campus.window.workspace.rows() if row.id == quiz_id)


def counted(campus: Campus, since: int = 0) -> list[str]:
    return [f"{seen.method} {seen.path}" for seen in campus.server.core.requests[since:]]


async def looks(campus: Campus, count: int = 1) -> None:
    """Wait until a course was listed so often from now on."""
    listing = "/quizzes"

    def seen() -> int:
        return sum(one.path.endswith(listing) for one in campus.server.core.requests)

    before = seen()
    await until(lambda: seen() >= before + count)


def test_a_change_on_canvas_shows_by_itself_and_nothing_is_brought_in(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        quiz_id = await sent(campus, tasks)
        campus.edit_there(campus.links(quiz_id)[0], "Do leaves breathe?")
        before = len(campus.server.core.requests)
        with looking(campus, tasks):
            await until(lambda: state_of(campus, quiz_id) is State.CHANGED_THERE)
            assert all(one.startswith("GET ") for one in counted(campus, before))
            assert "Do leaves" not in str(campus.window.workspace.open(quiz_id).quiz.items[0].entry.wire())
            assert not campus.window.notice_bar.isVisible()

    run_in_loop(qapp, scenario)


def test_a_course_that_is_kept_brings_the_change_in(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        quiz_id = await sent(campus, tasks)
        assert campus.account is not None
        await campus.window.canvas.courses.quizzes.keep(CoursePlace(campus.account.id, COURSES[FIRST]), kept=True)
        campus.edit_there(campus.links(quiz_id)[0], "Do leaves breathe?")
        with looking(campus, tasks):
            document = campus.window.workspace.open(quiz_id)
            await until(lambda: "Do leaves" in str(document.quiz.items[0].entry.wire()))
            await until(lambda: state_of(campus, quiz_id) is State.SYNCED)

    run_in_loop(qapp, scenario)


def test_who_does_not_want_it_is_not_asked_for(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await sent(campus, tasks)
        campus.window.preferences.put(LOOK_AT_CANVAS, False)
        before = len(campus.server.core.requests)
        with looking(campus, tasks):
            await asyncio.sleep(0.3)
            assert counted(campus, before) == []
            campus.window.preferences.put(LOOK_AT_CANVAS, True)
            await looks(campus)

    run_in_loop(qapp, scenario)


def test_it_waits_while_somebody_writes(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        quiz_id = await sent(campus, tasks)
        still = 0.5
        with looking(campus, tasks, Tempo(due=0.0, pause=0.02, between=0.0, still=still)):
            before = len(campus.server.core.requests)
            for text in ("L", "Le", "Lea"):
                await campus.edit(quiz_id, text)
                await asyncio.sleep(still / 5)
                assert counted(campus, before) == []
            wrote = time.monotonic()
            await looks(campus)
            assert time.monotonic() - wrote > still / 2

    run_in_loop(qapp, scenario)


def test_off_line_nothing_is_said_and_it_is_tried_later_and_later(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        quiz_id = await sent(campus, tasks)
        campus.server.core.set_fault("login-page", 1.0)
        before = len(campus.server.core.requests)
        with looking(campus, tasks):
            times = []
            for _ in range(3):
                await looks(campus)
                times.append(time.monotonic())
            assert len(counted(campus, before)) == 3, "one request each time, for the list"
            assert times[1] - times[0] > QUICK.again / 2
            assert times[2] - times[1] > QUICK.again
            assert not campus.window.notice_bar.isVisible()
            assert state_of(campus, quiz_id) is State.SYNCED
            campus.server.core.set_fault("login-page", 0.0)
            campus.edit_there(campus.links(quiz_id)[0], "Do leaves breathe?")
            await until(lambda: state_of(campus, quiz_id) is State.CHANGED_THERE)

    run_in_loop(qapp, scenario)


def test_a_course_that_is_opened_is_looked_at_soon(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        campus.server.core.add_quiz(COURSES[SECOND], {"title": "Mosses"})
        with looking(campus, tasks, ONLY_SOON) as look:
            assert campus.account is not None
            campus.window.library.places.open(Place("course", campus.account.id, COURSES[SECOND]))
            rows: Callable[[], list[str]] = lambda: [row.title for row in campus.window.library.table.rows.rows]  # noqa: E731
            await until(lambda: rows() == ["Mosses"])
            await until(lambda: not look.is_busy)
            before = len(campus.server.core.requests)
            campus.window.library.places.open(Place("here"))
            campus.window.library.places.open(Place("course", campus.account.id, COURSES[SECOND]))
            await asyncio.sleep(0.1)
            assert counted(campus, before) == [], "what was just looked at is fresh"

    run_in_loop(qapp, scenario)


def test_a_course_without_quizzes_here_is_left_alone(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await sent(campus, tasks)
        before = len(campus.server.core.requests)
        with looking(campus, tasks):
            await looks(campus, 2)
            assert not any(f"/courses/{COURSES[SECOND]}/" in one for one in counted(campus, before))

    run_in_loop(qapp, scenario)


def test_a_token_that_is_over_is_not_tried_again_at_once(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await sent(campus, tasks)
        campus.server.core.set_fault("session-deadline", 1.0)
        before = len(campus.server.core.requests)
        with looking(campus, tasks, Tempo(due=0.0, pause=0.02, between=0.0, still=0.0)):
            await until(lambda: len(campus.server.core.requests) > before)
            await asyncio.sleep(0.3)
            assert len(counted(campus, before)) == 1
            assert not campus.window.notice_bar.isVisible()

    run_in_loop(qapp, scenario)
