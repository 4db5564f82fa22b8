"""A sync in a process of its own, which is killed by the operating system in the middle of it."""

import asyncio
import multiprocessing
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from random import Random

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.errors import UserError
from app.library.library import Library
from app.library.row import LinkRow
from app.sync.ledger import Ledger
from app.sync.run import Seams, Sync
from app.sync.stored import StoredQuiz, at_once
from tests.sync.histories.over_http import HttpWorld
from tests.sync.histories.world import EVERYTHING, GRACE

if sys.platform == "win32":
    _PROCESSES = multiprocessing.get_context("spawn")
else:
    _PROCESSES = multiprocessing.get_context("forkserver")
    _PROCESSES.set_forkserver_preload([__name__])  # else each process reads the whole app anew
_PATIENCE = 1.0
"""Seconds for those requests: a client that is told to wait does so for real, and may be killed while it waits."""
_LATER = 0.005
"""Seconds between the request that was waited for and the kill, at most."""


@dataclass
class RealClock:
    """The time of day of a world, which two processes share."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead

    @property
    def now(self) -> float:
        return self()

    @now.setter
    def now(self, moment: float) -> None:
        self.ahead = moment - time.time()


@dataclass(frozen=True)
class Doing:
    """What the process must know to sync."""

    folder: Path
    origin: str
    token: str
    link: LinkRow
    ahead: float
    seed: int


def synced(doing: Doing) -> None:
    """One sync, as the command line does it."""
    asyncio.run(_synced(doing))


async def _synced(doing: Doing) -> None:
    clock, luck = RealClock(doing.ahead), Random(doing.seed)
    with Library.open(doing.folder, clock=clock) as library, suppress(UserError):
        async with CanvasClient(doing.origin, PersonalToken(doing.token), clock=clock, rng=luck) as client:
            source = StoredQuiz(library, doing.link.quiz_id)
            ledger = Ledger(library, doing.link, source, at_once, grace=GRACE)
            seams = Seams(clock, asyncio.sleep, lambda: f"id-{luck.getrandbits(64):x}")
            await Sync(client, ledger, seams, EVERYTHING, lambda _: None).run()


class MortalWorld(HttpWorld):
    """A world in which `sync_and_die` is a real process and a real SIGKILL, at one of its requests or right after."""

    mortality = 0.8

    def made_clock(self) -> RealClock:
        return RealClock()

    def sync_and_die(self) -> None:
        requests = self.luck.choice((self.luck.randrange(8), self.luck.randrange(30)))
        token = self.core.token()
        doing = Doing(
            self.folder, self.origin, token, self.link, self.clock.now - time.time(), self.luck.getrandbits(32)
        )
        with self.watched():
            self.library.close()
            try:
                self.kills += self._killed(doing, requests)
                self.let_pass()
            finally:
                self.library = self.opened()

    def _killed(self, doing: Doing, requests: int) -> bool:
        """Whether it was killed: a sync that needs fewer requests ends by itself."""
        reached, tell = multiprocessing.Pipe(duplex=False)
        left = iter(range(requests + 1))
        rival = self.core.rival

        def counted() -> None:
            rival()
            if next(left, None) is None:
                tell.send(None)

        self.core.rival = counted
        process = _PROCESSES.Process(target=synced, args=(doing,), daemon=True)
        process.start()
        wait([reached, process.sentinel], _PATIENCE)
        process.join(self.luck.random() * _LATER)
        process.kill()
        process.join()
        self.core.rival = rival
        reached.close()
        tell.close()
        return process.exitcode is not None and process.exitcode < 0
