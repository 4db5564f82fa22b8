"""What a sync that could not go on tells: also what was kept beside, though nothing was sent or brought in yet."""

import asyncio
from collections.abc import Callable

import pytest

from app.errors import UserError
from app.sync.choice import Selection
from app.sync.kept_both import KEPT_BESIDE
from app.sync.ledger import Ledger
from app.sync.run import Sync
from app.sync.stopped import SyncStopped
from app.sync.stored import StoredQuiz
from tests.sync.conftest import Bench
from tests.sync.test_replaced import left_over

__all__ = ["left_over"]


def stopped(bench: Bench) -> SyncStopped:
    """A sync whose Canvas goes down for maintenance once there is a note, before anything comes of it."""

    async def scenario() -> SyncStopped:
        async with bench.client() as client:
            sync = bench.made(client)

            async def carry(work: Callable[[], object]) -> None:
                work()
                bench.server.core.set_fault("maintenance", float(bool(sync.outcome.notes)))

            ledger = Ledger(bench.library, bench.link, StoredQuiz(bench.library, bench.quiz.id), carry, grace=1.0)
            sync = Sync(client, ledger, bench.seams, Selection(), lambda _: None)
            with pytest.raises(UserError) as raised:
                await sync.run()
            return SyncStopped(raised.value, sync.outcome, sync.left)

    return asyncio.run(scenario())


def test_what_was_kept_beside_is_told_by_a_sync_that_could_not_go_on(left_over: Bench) -> None:
    old = next(row for row in left_over.rows if row["entry"]["title"] == "b")  # type: ignore[index]
    left_over.server.core.edit_item(
        left_over.link.course_id, left_over.canvas_id, str(old["id"]), {"points_possible": 7.0}
    )
    told = stopped(left_over)
    assert told.outcome.notes == [KEPT_BESIDE]
    assert not told.outcome.did_anything
    assert str(KEPT_BESIDE) in str(told.message)
    assert "Nothing was sent or brought in." in str(told.message)
