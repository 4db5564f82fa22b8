"""Syncs with a Canvas that takes 100 ms to answer, against the ideal time, and how many requests they take.

The ideal: writes one after the other, three reads at once (decisions 22).
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.quiz import NewQuiz
from app.sync.choice import Selection
from app.sync.ledger import Ledger
from app.sync.look import Known
from app.sync.outcome import Outcome
from app.sync.run import Seams, Sync
from app.sync.stored import StoredQuiz, at_once
from tests.support.measure.child import Child
from tests.support.measure.figure import Figures
from tests.support.measure.long_quiz import many_items

QUESTIONS = 200
LATENCY_MS = 100
QUIZZES = 50
QUIET_SECONDS = 10.0
"""What reliability.md gives its row 4, "Quiet sync is quiet"."""
SANDBOX = ("-m", "tests.support.measure.sandbox_program")


class Counting(httpx.AsyncHTTPTransport):
    """The network, with a count of what goes out: method and last part of the path."""

    def __init__(self, count: Counter[str]) -> None:
        super().__init__()
        self._count = count

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Count and send."""
        last = request.url.path.rpartition("/")[2]
        self._count[f"{request.method} {'one' if last.isdigit() else last}"] += 1
        return await super().handle_async_request(request)


@dataclass
class Course:
    """Quizzes here, and the course that they go to."""

    library: Library
    url: str
    token: str
    course_id: str
    account_id: str
    sent: Counter[str] = field(default_factory=Counter)

    def add_quiz(self, title: str, questions: int) -> LinkRow:
        """A quiz that goes to the course."""
        quiz = self.library.create_quiz(NewQuiz(title=title), many_items(questions))
        with self.library.transaction() as db:
            return linking.link_to(db, quiz.id, self.account_id, self.course_id)

    def sync(self, *links: LinkRow) -> tuple[list[Outcome], float]:
        """Sync these one after the other, with one client; what happened, in how many milliseconds."""
        self.sent.clear()
        start = time.perf_counter()
        outcomes = asyncio.run(self._sync(links))
        return outcomes, (time.perf_counter() - start) * 1000

    def change(self, link: LinkRow, count: int) -> None:
        """Write another text into the first questions of a quiz."""
        quiz = self.library.open_quiz(link.quiz_id).quiz
        changed = [item.with_entry(item.entry.replaced(item_body="<p>Changed.</p>")) for item in quiz.items[:count]]
        self.library.save(quiz.with_items((*changed, *quiz.items[count:])), before=quiz, what="Edit", problem_counts={})

    async def sync_after_plan(self, link: LinkRow) -> Outcome:
        """As in the window: the plan is looked at, then carried out; counted is what the second takes."""
        async with self._client() as client:
            first = self._made(client, link)
            await first.preview()
            self.sent.clear()
            return await self._made(client, link, first.seen).run()

    async def _sync(self, links: tuple[LinkRow, ...]) -> list[Outcome]:
        async with self._client() as client:
            return [await self._made(client, link).run() for link in links]

    def _client(self) -> CanvasClient:
        return CanvasClient(self.url, PersonalToken(self.token), transport=Counting(self.sent))

    def _made(self, client: CanvasClient, link: LinkRow, known: Known | None = None) -> Sync:
        ledger = Ledger(self.library, link, StoredQuiz(self.library, link.quiz_id), at_once, grace=1.0)
        seams = Seams(time.time, asyncio.sleep, lambda: str(uuid4()))
        return Sync(client, ledger, seams, Selection(), lambda _: None, known)


@pytest.fixture
def course(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Course]:
    latency = getattr(request, "param", LATENCY_MS)
    with Child([*SANDBOX, str(latency)]) as sandbox, Library.open(tmp_path) as library:
        there = {name: str(value) for name, value in sandbox.said().items()}
        with library.transaction() as db:
            account = linking.account_for(
                db, kind="sandbox", origin=there["url"], user_id="1", user_name="T", instance=there["instance"]
            )
        yield Course(library, there["url"], there["token"], there["course_id"], account.id)


def test_200_questions_go_to_canvas(figures: Figures, course: Course) -> None:
    [outcome], milliseconds = course.sync(course.add_quiz("Leaves", QUESTIONS))
    assert outcome.created == QUESTIONS
    assert course.sent["POST items"] == QUESTIONS
    _note(figures, "Push of 200 new questions", milliseconds, writes=QUESTIONS + 1, reads=0)


def test_200_changed_questions_go_to_canvas(figures: Figures, course: Course) -> None:
    link = course.add_quiz("Leaves", QUESTIONS)
    course.sync(link)
    course.change(link, QUESTIONS)
    [outcome], milliseconds = course.sync(link)
    assert outcome.updated == QUESTIONS
    _note(figures, "Push of 200 changed questions", milliseconds, writes=QUESTIONS, reads=QUESTIONS)


@pytest.mark.parametrize("course", [0], indirect=True)
def test_one_change_of_50_questions_takes_three_requests(figures: Figures, course: Course) -> None:
    link = course.add_quiz("Leaves", 50)
    course.sync(link)
    course.change(link, 1)
    assert asyncio.run(course.sync_after_plan(link)).updated == 1
    assert course.sent == {"GET items": 1, "GET one": 1, "PATCH one": 1}
    detail = ", ".join(course.sent)
    figures.note("One change of 50 questions, after its plan", course.sent.total(), "requests", goal=3, detail=detail)


@pytest.mark.parametrize("course", [0], indirect=True)
def test_a_quiet_sync_of_50_quizzes_lists_each_once_and_writes_nothing(figures: Figures, course: Course) -> None:
    links = [course.add_quiz(f"Unit {number}", 20) for number in range(QUIZZES)]
    course.sync(*links)
    outcomes, milliseconds = course.sync(*links)
    assert sum(outcome.writes for outcome in outcomes) == 0
    assert {method.split()[0] for method in course.sent} == {"GET"}
    detail = f"{course.sent.total()} reads, 0 writes"
    figures.note("Quiet sync of 50 quizzes", milliseconds / 1000, "s", goal=QUIET_SECONDS, detail=detail)
    figures.note("Quiet sync, lists of a quiz", course.sent["GET items"] / QUIZZES, "lists", goal=1)


def _note(figures: Figures, what: str, milliseconds: float, *, writes: int, reads: int) -> None:
    ideal = LATENCY_MS * (writes + reads / 3)
    detail = f"{milliseconds / 1000:.2f} s of {ideal / 1000:.2f} s"
    figures.note(f"{what}, of the ideal time", milliseconds / ideal, "×", goal=1.3, detail=detail)
