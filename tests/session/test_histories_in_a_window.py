"""A person who types through every sync loses nothing, and nothing that they typed stays behind."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.session.collector import Collector
from app.session.tasks import Tasks
from tests.support.coroutine import run_in_loop
from tests.sync.histories.in_a_window import WindowHistory
from tests.sync.histories.story import check_the_same, differences

HISTORIES, HISTORIES_LONG = 8, 500


async def lived(history: WindowHistory) -> None:
    """Rounds of edits on both sides with a sync after each, through which the person types."""
    await history.begin()
    for _ in range(history.rng.randint(2, 4)):
        for _ in range(history.rng.randint(1, 4)):
            history.edit_here()
        for _ in range(history.rng.randint(0, 2)):
            history.edit_there()
        await history.sync()
        await history.decide()


async def ended(history: WindowHistory) -> None:
    """The person rests: both sides become the same, and every word is there or somebody knew that it went."""
    await history.sync(typing=False)
    while await history.decide(all_of_them=True):
        await history.sync(typing=False)
    await history.sync(typing=False)
    assert not differences(history)
    check_the_same(history)
    lost = history.books.lost(history.words_here & history.core.words)
    assert not lost, f"lost without anybody's knowledge: {sorted(lost)}"


@pytest.fixture
def collector() -> Iterator[Collector]:
    """As in the program: the thread of the course would free what is the window's."""
    collector = Collector()
    yield collector
    delete(collector)


@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("collector")
def test_nothing_is_lost_though_somebody_types_through_every_sync(
    qapp: QApplication, tmp_path: Path, long: bool
) -> None:
    for seed in range(HISTORIES_LONG if long else HISTORIES):
        history = WindowHistory(tmp_path / str(seed), Random(seed), qapp)

        async def scenario(_tasks: Tasks, history: WindowHistory = history) -> None:
            await lived(history)
            await ended(history)

        try:
            run_in_loop(qapp, scenario)
        except AssertionError as error:
            error.add_note(f"seed {seed}")
            raise
        finally:
            history.close()
