"""Publishing through the assignment: what students see is known in the end, whatever became of the answer."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.errors import Invalid, OutcomeUnknown
from app.sync.ledger import SANDBOX_GRACE
from app.sync.publish import published_or_not
from app.sync.run import Seams
from app.sync.side import Raw
from tests.sync.conftest import Bench


async def at_once(_seconds: float) -> None:
    """No time passes."""


def publish(bench: Bench, *, published: bool = True, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> Raw:
    async def scenario() -> Raw:
        course, quiz, seams = bench.link.course_id, bench.canvas_id, Seams(time.time, sleep, lambda: "")
        async with CanvasClient(bench.server.url, PersonalToken(bench.server.token), sleep=sleep) as client:
            return await published_or_not(client, course, quiz, seams, SANDBOX_GRACE, published=published)

    return asyncio.run(scenario())


def is_published(bench: Bench) -> object:
    return bench.server.core.assignment(bench.canvas_id)["published"]


def test_a_sync_publishes_nothing_and_the_act_does(bench: Bench) -> None:
    bench.sync()
    assert is_published(bench) is False
    assert publish(bench)["published"] is True
    assert is_published(bench) is True
    bench.sync()
    assert is_published(bench) is True
    assert publish(bench, published=False)["published"] is False


@pytest.mark.parametrize("fault", ["late-commit", "reset-after-commit", "error-after-commit"])
def test_an_answer_that_is_lost_is_looked_for(bench: Bench, fault: str) -> None:
    bench.sync()
    bench.server.core.set_fault(fault, 1.0)
    assert publish(bench)["published"] is True
    assert is_published(bench) is True


def test_a_change_that_never_comes_is_told_and_can_be_done_again(bench: Bench) -> None:
    bench.sync()
    bench.server.core.set_fault("reset-before", 1.0)
    with pytest.raises(OutcomeUnknown):
        publish(bench, sleep=at_once)
    bench.server.core.set_fault("reset-before", 0.0)
    assert publish(bench)["published"] is True


def test_a_quiz_that_students_have_handed_in_stays_published(bench: Bench) -> None:
    bench.sync()
    publish(bench)
    bench.server.core.set_submissions(bench.canvas_id)
    with pytest.raises(Invalid, match="unpublish"):
        publish(bench, published=False)
    assert is_published(bench) is True
