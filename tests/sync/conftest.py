"""A library, a sandbox Canvas, and a sync between them over real HTTP."""

import asyncio
import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.sandbox.server import SandboxServer
from app.sync.choice import Selection
from app.sync.ledger import Ledger
from app.sync.look import Known
from app.sync.outcome import OnProgress, Outcome
from app.sync.run import Seams, Sync
from app.sync.step import Plan
from app.sync.stored import StoredQuiz, at_once


@dataclass
class Bench:
    """One quiz here and its course there."""

    library: Library
    server: SandboxServer
    account: str
    link: LinkRow
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    seen: int = 0

    @property
    def quiz(self) -> Quiz:
        return self.library.open_quiz(self.link.quiz_id).quiz

    @property
    def canvas_id(self) -> str:
        found = self.library.links(self.link.quiz_id)[0].canvas_id
        assert found is not None
        return found

    @property
    def rows(self) -> list[dict[str, object]]:
        """What the sandbox holds."""
        return self.server.core.items(self.link.course_id, self.canvas_id)

    @property
    def titles(self) -> list[object]:
        return [row["entry"]["title"] for row in self.rows]  # type: ignore[index]

    def save(self, quiz: Quiz) -> None:
        self.library.save(quiz, before=None, what="Edit", problem_counts={})

    def put(self, *items: Item) -> None:
        self.save(self.quiz.with_items(items))

    def sync(self, selection: Selection | None = None, on_progress: OnProgress = lambda _: None) -> Outcome:
        async def scenario() -> Outcome:
            async with self.client() as client:
                return await self.made(client, selection, on_progress).run()

        return asyncio.run(scenario())

    def preview(self) -> Plan:
        async def scenario() -> Plan:
            async with self.client() as client:
                return await self.made(client, None).preview()

        return asyncio.run(scenario())

    @property
    def seams(self) -> Seams:
        """The real clock, and ids that can be counted."""
        return Seams(time.time, asyncio.sleep, lambda: f"id-{next(self.ids):04}")

    def client(self) -> CanvasClient:
        return CanvasClient(self.server.url, PersonalToken(self.server.token))

    def made(
        self,
        client: CanvasClient,
        selection: Selection | None = None,
        on_progress: OnProgress = lambda _: None,
        known: Known | None = None,
    ) -> Sync:
        source = StoredQuiz(self.library, self.link.quiz_id)
        ledger = Ledger(self.library, self.link, source, at_once, grace=1.0)
        return Sync(client, ledger, self.seams, selection or Selection(), on_progress, known)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("library")) as library:
        yield library


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


@pytest.fixture
def bench(server: SandboxServer, tmp_path: Path) -> Iterator[Bench]:
    with Library.open(tmp_path / "library") as library:
        quiz = library.create_quiz(NewQuiz(title="Leaves", instructions="<p>Read well.</p>"))
        with library.transaction() as db:
            account = linking.account_for(
                db, kind="sandbox", origin=server.url, user_id="1", user_name="T", instance=server.instance
            )
            link = linking.link_to(db, quiz.id, account.id, server.course_id)
        yield Bench(library, server, account.id, link)
