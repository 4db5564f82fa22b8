"""Once a day, unless the person does not want it, and never in the way of what they do."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.signing import SigningKey
from PySide6.QtWidgets import QApplication

from app.preferences import UPDATE_ASKED, UPDATE_NOTICE, UPDATE_SERIAL, Preferences
from app.session.tasks import Tasks
from app.session.update_watch import DAY, UpdateWatch
from app.updates.feed import Release
from app.updates.source import Source
from tests.support.clock import Clock
from tests.support.coroutine import run_in_loop, until
from tests.support.scripted import ScriptedServer, Wire, serving
from tests.updates.conftest import sealed

KEY = SigningKey(bytes(range(32)))


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with serving() as made:
        made.answer(Wire().body(sealed(Release("99.0", f"{made.url}/releases", 700), KEY)))
        yield made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.json")


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Watched:
    """A watch over a server, and what it found."""

    def __init__(self, server: ScriptedServer, preferences: Preferences, tasks: Tasks, clock: Clock) -> None:
        place = Source(f"{server.url}/feed.json", (bytes(KEY.verify_key).hex(),))
        self.watch = UpdateWatch(place, preferences, tasks, clock)
        self.found: list[Release] = []
        self.looks: list[object] = []
        self.watch.found.connect(self.found.append)
        self.watch.looked.connect(self.looks.append)

    async def look(self) -> None:
        """Think of it, and wait for the look if there is one."""
        before = len(self.looks)
        self.watch.think_of_it()
        if self.watch.looks:
            await until(lambda: len(self.looks) > before)


def test_it_is_looked_once_a_day_and_told(
    qapp: QApplication, server: ScriptedServer, preferences: Preferences, clock: Clock
) -> None:
    async def scenario(tasks: Tasks) -> None:
        watched = Watched(server, preferences, tasks, clock)
        await watched.look()
        await watched.look()
        assert [release.version for release in watched.found] == ["99.0"]
        assert (preferences[UPDATE_ASKED], preferences[UPDATE_SERIAL]) == (int(clock()), 700)
        clock.seconds += DAY - 1
        await watched.look()
        assert len(server.asked) == 1
        clock.seconds += 1
        await watched.look()
        assert len(server.asked) == 2

    run_in_loop(qapp, scenario)


def test_another_start_on_the_same_day_asks_nobody(
    qapp: QApplication, server: ScriptedServer, preferences: Preferences, tmp_path: Path, clock: Clock
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await Watched(server, preferences, tasks, clock).look()
        await Watched(server, Preferences(tmp_path / "preferences.json"), tasks, clock).look()
        assert len(server.asked) == 1

    run_in_loop(qapp, scenario)


def test_who_does_not_want_it_asks_nobody(
    qapp: QApplication, server: ScriptedServer, preferences: Preferences, clock: Clock
) -> None:
    async def scenario(tasks: Tasks) -> None:
        preferences.put(UPDATE_NOTICE, False)
        watched = Watched(server, preferences, tasks, clock)
        watched.watch.start()
        await asyncio.sleep(0.05)
        assert (server.asked, watched.looks) == ([], [])

    run_in_loop(qapp, scenario)


def test_a_start_off_line_does_not_count(
    qapp: QApplication, server: ScriptedServer, preferences: Preferences, clock: Clock
) -> None:
    async def scenario(tasks: Tasks) -> None:
        watched = Watched(server, preferences, tasks, clock)
        server.answer(Wire().reset())
        await watched.look()
        assert (preferences[UPDATE_ASKED], watched.found) == (0, [])
        server.answer(Wire().body(sealed(Release("99.0", f"{server.url}/releases", 700), KEY)))
        await watched.look()
        assert len(watched.found) == 1

    run_in_loop(qapp, scenario)


def test_a_replayed_feed_is_not_told(
    qapp: QApplication, server: ScriptedServer, preferences: Preferences, clock: Clock
) -> None:
    async def scenario(tasks: Tasks) -> None:
        preferences.put(UPDATE_SERIAL, 701)
        watched = Watched(server, preferences, tasks, clock)
        await watched.look()
        assert (watched.found, preferences[UPDATE_SERIAL]) == ([], 701)

    run_in_loop(qapp, scenario)


def test_a_clock_that_was_wrong_does_not_end_it(
    qapp: QApplication, server: ScriptedServer, preferences: Preferences, clock: Clock
) -> None:
    async def scenario(tasks: Tasks) -> None:
        preferences.put(UPDATE_ASKED, int(clock()) + 400 * DAY)
        await Watched(server, preferences, tasks, clock).look()
        assert len(server.asked) == 1

    run_in_loop(qapp, scenario)
