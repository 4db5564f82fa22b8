"""A push of 200 questions to a Canvas that takes 20 ms to answer, against the ideal time (decisions 22)."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.quiz import NewQuiz
from app.sync.choice import Selection
from app.sync.ledger import Ledger
from app.sync.outcome import Outcome
from app.sync.run import Seams, Sync
from app.sync.stored import StoredQuiz, at_once
from tests.support.measure.child import Child
from tests.support.measure.figure import Figures
from tests.support.measure.long_quiz import many_items

QUESTIONS = 200
LATENCY_MS = 20
SANDBOX = ("-m", "tests.support.measure.sandbox_program")


@dataclass
class Course:
    """A quiz here, and the course that it goes to."""

    library: Library
    link: LinkRow
    url: str
    token: str

    def sync(self) -> tuple[Outcome, float]:
        """Sync; what happened, in how many milliseconds."""
        start = time.perf_counter()
        outcome = asyncio.run(self._sync())
        return outcome, (time.perf_counter() - start) * 1000

    async def _sync(self) -> Outcome:
        source = StoredQuiz(self.library, self.link.quiz_id)
        ledger = Ledger(self.library, self.link, source, at_once, grace=1.0)
        seams = Seams(time.time, asyncio.sleep, lambda: str(uuid4()))
        async with CanvasClient(self.url, PersonalToken(self.token)) as client:
            return await Sync(client, ledger, seams, Selection(), lambda _: None).run()


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    with Child([*SANDBOX, str(LATENCY_MS)]) as sandbox, Library.open(tmp_path) as library:
        there = {name: str(value) for name, value in sandbox.said().items()}
        quiz = library.create_quiz(NewQuiz(title="Leaves"), many_items(QUESTIONS))
        with library.transaction() as db:
            account = linking.account_for(
                db, kind="sandbox", origin=there["url"], user_id="1", user_name="T", instance=there["instance"]
            )
            link = linking.link_to(db, quiz.id, account.id, there["course_id"])
        yield Course(library, link, there["url"], there["token"])


def test_200_questions_go_to_canvas(figures: Figures, course: Course) -> None:
    outcome, milliseconds = course.sync()
    assert outcome.created == QUESTIONS
    _note(figures, "Push of 200 new questions", milliseconds, writes=QUESTIONS + 1, reads=0)


def test_200_changed_questions_go_to_canvas(figures: Figures, course: Course) -> None:
    course.sync()
    quiz = course.library.open_quiz(course.link.quiz_id).quiz
    changed = [item.with_entry(item.entry.replaced(item_body="<p>Changed.</p>")) for item in quiz.items]
    course.library.save(quiz.with_items(changed), before=quiz, what="Edit", problem_counts={})
    outcome, milliseconds = course.sync()
    assert outcome.updated == QUESTIONS
    _note(figures, "Push of 200 changed questions", milliseconds, writes=QUESTIONS, reads=QUESTIONS)


def _note(figures: Figures, what: str, milliseconds: float, *, writes: int, reads: int) -> None:
    """Against the ideal: writes one after the other, three reads at once."""
    ideal = LATENCY_MS * (writes + reads / 3)
    detail = f"{milliseconds / 1000:.2f} s of {ideal / 1000:.2f} s"
    figures.note(f"{what}, of the ideal time", milliseconds / ideal, "×", goal=1.3, detail=detail)
