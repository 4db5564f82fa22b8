"""How many requests a sync takes, counted at the server (decisions 22; issue of the two-way sync, "Benchmarks")."""

import asyncio
import time

import pytest

from app.sync.choice import Selection
from app.sync.look import FRESH, Known
from app.sync.outcome import Outcome
from tests.sync.conftest import Bench
from tests.sync.test_run import retitled, statement

QUESTIONS = 50


def run_after_plan(bench: Bench, *, seconds: float = 0.0) -> Outcome:
    """Look, let some time go by, and sync, as a person does in the window."""

    async def scenario() -> Outcome:
        async with bench.client() as client:
            first = bench.made(client)
            await first.preview()
            assert first.seen is not None
            known = Known(first.seen.quiz, first.seen.assignment, first.seen.at - seconds)
            bench.seen = len(bench.server.core.requests)
            return await bench.made(client, known=known).run()

    return asyncio.run(scenario())


def asked(bench: Bench, since: int) -> list[tuple[str, str]]:
    """Method and what it was about, of the requests since then."""
    quiz = f"/api/quiz/v1/courses/{bench.link.course_id}/quizzes/{bench.canvas_id}"
    return [(one.method, one.path.replace(quiz, "")) for one in bench.server.core.requests[since:]]


@pytest.fixture
def changed(bench: Bench) -> Bench:
    """Fifty questions on both sides, of which one was changed here since."""
    bench.put(*(statement(f"Question {number}") for number in range(QUESTIONS)))
    bench.sync()
    first, *others = bench.quiz.items
    bench.put(retitled(first, "Changed"), *others)
    return bench


def test_one_change_of_fifty_questions_is_a_list_a_get_and_a_patch_and_nothing_else(changed: Bench) -> None:
    row = f"/items/{changed.rows[0]['id']}"
    assert run_after_plan(changed).updated == 1
    assert asked(changed, changed.seen) == [("GET", "/items"), ("GET", row), ("PATCH", row)]
    assert changed.titles[0] == "Changed"


def test_without_a_plan_before_the_settings_and_the_assignment_are_read_too(changed: Bench) -> None:
    row, before = f"/items/{changed.rows[0]['id']}", len(changed.server.core.requests)
    assert changed.sync().updated == 1
    course = f"/api/v1/courses/{changed.link.course_id}/assignments/{changed.canvas_id}"
    look = [("GET", ""), ("GET", "/items"), ("GET", course)]
    assert sorted(asked(changed, before)[:3]) == sorted(look)
    assert asked(changed, before)[3:] == [("GET", row), ("PATCH", row)]


def test_a_plan_that_has_grown_old_is_not_gone_by(changed: Bench) -> None:
    assert run_after_plan(changed, seconds=FRESH + 1).updated == 1
    assert len(asked(changed, changed.seen)) == 5


def test_what_somebody_wrote_into_a_question_since_the_plan_is_seen(changed: Bench) -> None:
    async def scenario() -> Outcome:
        async with changed.client() as client:
            first = changed.made(client)
            await first.preview()
            edit = {"entry": {"title": "Theirs"}}
            row = str(changed.rows[0]["id"])
            changed.server.core.edit_item(changed.link.course_id, changed.canvas_id, row, edit)
            return await changed.made(client, known=first.seen).run()

    outcome = asyncio.run(scenario())
    assert [one.unit for one in outcome.conflicts] == ["title"]
    assert changed.titles[0] == "Theirs"


def test_settings_that_somebody_changed_since_the_plan_are_not_overwritten(changed: Bench) -> None:
    quiz = changed.quiz
    changed.save(quiz.with_fields(quiz.fields.replaced(title="Mine")))

    async def scenario() -> Outcome:
        async with changed.client() as client:
            first = changed.made(client)
            await first.preview()
            changed.server.core.edit_quiz(changed.link.course_id, changed.canvas_id, {"title": "Theirs"})
            return await changed.made(client, known=first.seen).run()

    asyncio.run(scenario())
    assert changed.server.core.quizzes(changed.link.course_id)[-1]["title"] == "Theirs"
    assert [one.unit for one in changed.sync().conflicts] == ["title"]


def test_a_quiet_sync_is_three_reads_and_no_write(bench: Bench) -> None:
    bench.put(*(statement(f"Question {number}") for number in range(QUESTIONS)))
    bench.sync()
    before = len(bench.server.core.requests)
    assert bench.sync(Selection()).writes == 0
    assert [method for method, _ in asked(bench, before)] == ["GET"] * 3


def test_time_that_runs_backwards_makes_no_plan_fresh() -> None:
    now = time.time()
    assert Known({}, None, now).is_fresh(now)
    assert not Known({}, None, now + 60).is_fresh(now)
