"""A sync that the world cuts off: the person reads what happened, what was done and what is left; again finishes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.sandbox.server import SandboxServer
from app.session.tasks import Tasks
from app.sync.outcome import Progress
from app.ui.main_window import MainWindow
from app.ui.sync.sync_screen import SyncScreen
from tests.support.campus import COURSES, FIRST, Campus
from tests.support.coroutine import run_in_loop, until


@dataclass
class World:
    """A school whose Canvas goes away and comes back on the same address."""

    folder: Path
    window: MainWindow
    campus: Campus = field(init=False)

    def __post_init__(self) -> None:
        self.campus = Campus(self.window, SandboxServer(data=self.folder))
        self.campus.server.__enter__()

    @property
    def server(self) -> SandboxServer:
        return self.campus.server

    def go_off_line(self) -> None:
        self.server.stop()

    def come_back(self) -> None:
        port = int(self.server.url.rpartition(":")[2])
        self.campus.server = SandboxServer(data=self.folder, port=port)
        self.server.__enter__()

    def fault(self, name: str, *, on: bool) -> None:
        self.server.core.set_fault(name, float(on))


@pytest.fixture
def world(window: MainWindow, tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "canvas", window)
    yield made
    made.server.stop()


@dataclass(frozen=True)
class Trouble:
    """What the world does, what the person reads of it first and what to do, and how it ends."""

    begins: Callable[[World], None]
    ends: Callable[[World], None]
    happened: str
    to_do: str
    needs_token: bool = False


TROUBLES = {
    "off-line": Trouble(World.go_off_line, World.come_back, "could not be reached", "Check the internet connection"),
    "captive portal": Trouble(
        lambda world: world.fault("login-page", on=True),
        lambda world: world.fault("login-page", on=False),
        "answered with something that is not Canvas",
        "If this network has a login page, log in there first, in the browser.",
    ),
    "expired token": Trouble(
        lambda world: world.fault("session-deadline", on=True),
        lambda world: world.fault("session-deadline", on=False),
        "Your access token for Canvas at 127.0.0.1",
        "Make a new token in Canvas",
        needs_token=True,
    ),
    "maintenance": Trouble(
        lambda world: world.fault("maintenance", on=True),
        lambda world: world.fault("maintenance", on=False),
        "is down at the moment, perhaps for maintenance (503).",
        "Try again in some minutes.",
    ),
}
TEXTS = ("Algae swim.", "Moss drinks.", "Ferns are old.", "Bark is alive.", "Roots grow.", "Leaves breathe.")


def page_of(world: World) -> SyncScreen:
    return world.window.canvas.sync_page


async def planned(world: World) -> None:
    page = page_of(world)
    await until(lambda: page.start.isVisible() and not page.busy)


def leave_and_ask(world: World, left_to: str, wanted: str) -> None:
    """Go to one quiz, and ask for the sync of one."""
    world.window.open_quiz(left_to)
    world.window.canvas.sync(wanted)


def in_the_middle(world: World, act: Callable[[], None]) -> list[Progress]:
    """Do something once in the sync that begins next, when three steps are done. Gives those, as soon as it is."""
    met: list[Progress] = []

    def follow(progress: Progress) -> None:
        if progress.done == 3 and not met:
            met.append(progress)
            act()

    world.window.canvas.access.session.progressed.connect(follow)
    return met


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_a_sync_that_is_cut_off_tells_all_and_the_next_one_finishes_it(
    world: World, trouble: Trouble, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        campus = world.campus
        before = len(world.server.core.quizzes(COURSES[FIRST]))
        await campus.connect(tasks, "sandbox")
        quiz_id = campus.add_quiz("Plants", *TEXTS)
        await campus.link(quiz_id, FIRST)
        page = page_of(world)
        world.window.pages.turn_to(page)
        page.show_quiz(quiz_id)
        await planned(world)
        in_the_middle(world, lambda: trouble.begins(world))
        page.start.click()
        await until(page.trouble.isVisible)
        said = page.trouble.words.text()
        assert trouble.happened in said
        assert "Sent: a new quiz, 2 new questions." in said
        assert "4 steps are still to be done; the next sync goes on from there." in said
        assert trouble.to_do in said
        assert (page.sign_in if trouble.needs_token else page.again).hasFocus()

        trouble.ends(world)
        if trouble.needs_token:
            await campus.connect(tasks, "sandbox", world.server.core.add_token())
        page.again.click()
        await planned(world)
        page.start.click()
        await until(lambda: not page.busy and page.again.isVisible())
        assert page.letter.text().startswith("Sent: ")
        assert campus.texts(campus.links(quiz_id)[0]) == [f"<p>{text}</p>" for text in TEXTS]
        assert len(world.server.core.quizzes(COURSES[FIRST])) == before + 1

    run_in_loop(qapp, scenario)


def test_a_person_who_stops_a_sync_reads_what_was_done_by_then(world: World, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await world.campus.connect(tasks, "sandbox")
        quiz_id = world.campus.add_quiz("Plants", *TEXTS)
        await world.campus.link(quiz_id, FIRST)
        page = page_of(world)
        world.window.pages.turn_to(page)
        page.show_quiz(quiz_id)
        await planned(world)
        in_the_middle(world, page.stop.click)
        page.start.click()
        await until(lambda: not page.busy)
        sent = page.letter.text()
        assert sent == "Stopped. Sent: a new quiz, 2 new questions. The next sync goes on from there."

    run_in_loop(qapp, scenario)


def test_a_sync_that_runs_is_not_stopped_by_asking_for_another_one(world: World, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        window, campus = world.window, world.campus
        await campus.connect(tasks)
        first, second = campus.add_quiz("Plants", *TEXTS), campus.add_quiz("Animals")
        for quiz_id in (first, second):
            await campus.link(quiz_id, FIRST)
        page = page_of(world)
        window.canvas.sync(first)
        await planned(world)
        in_the_middle(world, lambda: leave_and_ask(world, first, second))
        page.start.click()
        await until(lambda: "“Plants” is being synced." in window.notice_bar.text.text())
        assert window.pages.currentWidget() is page
        assert page.quiz_title == "Plants"
        await until(lambda: not page.busy)
        assert page.letter.text().startswith("Sent: a new quiz, 6 new questions")

    run_in_loop(qapp, scenario)


def test_the_page_of_a_sync_that_runs_is_found_again(world: World, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        window, campus = world.window, world.campus
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Plants", *TEXTS)
        await campus.link(quiz_id, FIRST)
        page = page_of(world)
        window.canvas.sync(quiz_id)
        await planned(world)
        gone = in_the_middle(world, lambda: leave_and_ask(world, quiz_id, quiz_id))
        page.start.click()
        await until(lambda: bool(gone))
        await until(lambda: window.pages.currentWidget() is page and not page.busy)
        assert page.letter.text().startswith("Sent: a new quiz, 6 new questions")

    run_in_loop(qapp, scenario)


async def tick_off(world: World, text: str) -> None:
    """Leave out the row whose question has these words, by the space bar."""
    table = page_of(world).table
    names = [str(table.model().index(row, 1).data()) for row in range(table.rowCount())]
    table.setCurrentCell(next(row for row, name in enumerate(names) if text in name), 0)
    QTest.keyClick(table, Qt.Key.Key_Space)


@pytest.mark.parametrize("fails", [False, True], ids=["looked at again", "cut off"])
def test_what_the_person_left_out_stays_out_when_she_looks_again(world: World, fails: bool, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await world.campus.connect(tasks, "sandbox")
        quiz_id = world.campus.add_quiz("Plants", *TEXTS)
        await world.campus.link(quiz_id, FIRST)
        page = page_of(world)
        world.window.pages.turn_to(page)
        page.show_quiz(quiz_id)
        await planned(world)
        await tick_off(world, TEXTS[5])
        if fails:
            world.fault("maintenance", on=True)
            page.start.click()
            await until(page.trouble.isVisible)
            world.fault("maintenance", on=False)
        page.again.click()
        await until(lambda: page.busy)
        await planned(world)
        page.start.click()
        await until(lambda: not page.busy and page.start.isHidden())
        sent = world.campus.texts(world.campus.links(quiz_id)[0])
        assert sent == [f"<p>{text}</p>" for text in TEXTS[:5]]

    run_in_loop(qapp, scenario)
