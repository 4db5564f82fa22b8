"""How long somebody else's edit can come between our look at a question and our write of it (reliability.md, row 7).

It cannot be nothing, for Canvas takes no conditions with a write. Time is made up, so that nothing waits for it.
"""

import asyncio
import re
import selectors
from collections.abc import Iterator
from itertools import count
from random import Random

import httpx
import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sandbox.core import Sandbox
from app.sync.choice import Selection
from app.sync.ledger import Ledger
from app.sync.outcome import Outcome
from app.sync.run import Seams, Sync
from app.sync.stored import StoredQuiz, at_once
from tests.support.core_transport import CoreTransport
from tests.sync.test_histories import SITE

QUESTIONS = 60
ONE_WAY = (0.05, 0.25)
"""What a request, or its answer, is on its way, in seconds: Canvas answers within 0.1 to 0.5."""
MOST = 1.5
"""In seconds, for 95 of 100 writes."""
_ROUNDING = 1e-6
_ITEM = re.compile(r".*/items/(\d+)")


class _NoWaiting(selectors.DefaultSelector):
    """Whoever waits finds that the time has passed."""

    now = 1_790_000_000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.now += timeout + _ROUNDING if timeout else 0.0
        return super().select(0)


class MadeUpTime(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._clockwork = _NoWaiting()
        super().__init__(self._clockwork)

    def time(self) -> float:
        return self._clockwork.now


class Distant(CoreTransport):
    """A Canvas far away, that notes how old our look at a question is when our write of it arrives."""

    def __init__(self, core: Sandbox, rng: Random) -> None:
        super().__init__(core)
        self._rng = rng
        self._seen: dict[str, float] = {}
        self.windows: list[float] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self._way()
        if found := _ITEM.fullmatch(request.url.path):
            now = asyncio.get_running_loop().time()
            if request.method == "GET":
                self._seen[found[1]] = now
            elif request.method == "PATCH":
                self.windows.append(now - self._seen[found[1]])
        response = await super().handle_async_request(request)
        await self._way()
        return response

    async def _way(self) -> None:
        await asyncio.sleep(self._rng.uniform(*ONE_WAY))


class Far:
    """A quiz here and its course far away."""

    def __init__(self, library: Library) -> None:
        self.loop = MadeUpTime()
        self.core = Sandbox(clock=self.loop.time, site=SITE)
        self.transport = Distant(self.core, Random(7))
        self.library, self._ids = library, map("id-{}".format, count())
        items = [Item.of(_statement(f"Leaves {n}"), id=f"q{n}") for n in range(QUESTIONS)]
        self.quiz = library.create_quiz(NewQuiz(title="Leaves"), items)
        with library.transaction() as db:
            account = linking.account_for(
                db, kind="sandbox", origin=self.core.site.canvas, user_id="1", user_name="Ada Teacher"
            )
            self.link: LinkRow = linking.link_to(db, self.quiz.id, account.id, "1")

    def sync(self) -> Outcome:
        return self.loop.run_until_complete(self._sync())

    async def _sync(self) -> Outcome:
        token = PersonalToken(self.core.token())
        async with CanvasClient(
            self.core.site.canvas, token, clock=self.loop.time, transport=self.transport, rng=Random(8)
        ) as client:
            ledger = Ledger(self.library, self.link, StoredQuiz(self.library, self.quiz.id), at_once, grace=1.0)
            seams = Seams(self.loop.time, asyncio.sleep, lambda: next(self._ids))
            return await Sync(client, ledger, seams, Selection(), lambda _: None).run()


def _statement(text: str) -> TrueFalseQuestion:
    return TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>").with_right(True)


@pytest.fixture
def far(library: Library) -> Iterator[Far]:
    far = Far(library)
    yield far
    far.loop.close()


def test_a_look_is_seldom_older_than_a_second_and_a_half_when_the_write_arrives(far: Far) -> None:
    far.sync()
    before = far.library.open_quiz(far.quiz.id).quiz
    after = before.with_items(item.with_entry(_statement(f"Roots {item.id}")) for item in before.items)
    far.library.save(after, before=before, what="Edit", problem_counts={})
    assert far.sync().updated == QUESTIONS
    windows = sorted(far.transport.windows)
    assert len(windows) == QUESTIONS
    assert windows[int(0.95 * QUESTIONS)] <= MOST
