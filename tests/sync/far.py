"""A quiz here and a Canvas far away, with time that is made up: what takes minutes there takes none here."""

import asyncio
import re
import selectors
from random import Random
from uuid import uuid4

import httpx

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sandbox.core import Sandbox
from app.sandbox.throttle import BucketSize
from app.sync.choice import Selection
from app.sync.ledger import Ledger
from app.sync.outcome import Outcome
from app.sync.run import Seams, Sync
from app.sync.stored import StoredQuiz, at_once
from tests.support.core_transport import CoreTransport
from tests.sync.test_histories import SITE

ONE_WAY = (0.05, 0.25)
"""What a request, or its answer, is on its way, in seconds: Canvas answers within 0.1 to 0.5."""
_ROUNDING = 1e-6
_ITEM = re.compile(r".*/items/(\d+)")


class _NoWaiting(selectors.DefaultSelector):
    """Whoever waits finds that the time has passed."""

    now = 1_790_000_000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.now += timeout + _ROUNDING if timeout else 0.0
        return super().select(0)


class _MadeUpTime(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._clockwork = _NoWaiting()
        super().__init__(self._clockwork)

    def time(self) -> float:
        return self._clockwork.now


class Distant(CoreTransport):
    """A Canvas far away, that notes how old our look at a question is when our write of it arrives, and refusals."""

    def __init__(self, core: Sandbox, rng: Random) -> None:
        super().__init__(core)
        self._rng = rng
        self._seen: dict[str, float] = {}
        self.windows: list[float] = []
        self.requests = self.refused = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self._way()
        if found := _ITEM.fullmatch(request.url.path):
            now = asyncio.get_running_loop().time()
            if request.method == "GET":
                self._seen[found[1]] = now
            elif request.method == "PATCH":
                self.windows.append(now - self._seen[found[1]])
        response = await self._answered(request)
        await self._way()
        return response

    async def _answered(self, request: httpx.Request) -> httpx.Response:
        response = await super().handle_async_request(request)
        self.requests += 1
        self.refused += response.status_code in (403, 429)
        return response

    async def _way(self) -> None:
        await asyncio.sleep(self._rng.uniform(*ONE_WAY))


class Far:
    """A quiz here and its course far away."""

    def __init__(self, library: Library, questions: int, bucket: BucketSize | None = None) -> None:
        self.loop = _MadeUpTime()
        self.core = Sandbox(clock=self.loop.time, site=SITE, bucket=bucket)
        self.transport = Distant(self.core, Random(7))
        self.library = library
        items = [Item.of(statement(f"Leaves {n}")) for n in range(questions)]
        self.quiz = library.create_quiz(NewQuiz(title="Leaves"), items)
        with library.transaction() as db:
            account = linking.account_for(
                db, kind="sandbox", origin=self.core.site.canvas, user_id="1", user_name="Ada Teacher"
            )
            self.link: LinkRow = linking.link_to(db, self.quiz.id, account.id, "1")

    def close(self) -> None:
        self.loop.close()

    def sync(self) -> Outcome:
        return self.loop.run_until_complete(self._sync())

    async def _sync(self) -> Outcome:
        token = PersonalToken(self.core.token())
        async with CanvasClient(
            self.core.site.canvas, token, clock=self.loop.time, transport=self.transport, rng=Random(8)
        ) as client:
            ledger = Ledger(self.library, self.link, StoredQuiz(self.library, self.quiz.id), at_once, grace=1.0)
            seams = Seams(self.loop.time, asyncio.sleep, lambda: str(uuid4()))
            return await Sync(client, ledger, seams, Selection(), lambda _: None).run()


def statement(text: str) -> TrueFalseQuestion:
    """A question that says this."""
    return TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>").with_right(True)
