"""Work beside the window, which the window does not feel."""

import sys
import time
from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.session.worker import Worker, share_python

TURNS = 40
PYTHONS_OWN_SECONDS = 0.005


@pytest.fixture
def thread(qtbot: QtBot) -> Iterator[Worker]:
    before = sys.getswitchinterval()
    share_python()
    thread = Worker("work")
    yield thread
    thread.close()
    sys.setswitchinterval(before)


def test_a_thread_that_computes_hands_python_on_at_once(thread: Worker) -> None:
    begun, enough = Event(), Event()

    def compute() -> int:
        begun.set()
        return sum(1 for _ in iter(enough.is_set, True))

    done = thread.submit(compute)
    assert begun.wait(10)
    turns = sorted(_seconds_of_a_turn() for _ in range(TURNS))
    enough.set()
    assert done.result() > 0
    assert turns[TURNS // 4] < PYTHONS_OWN_SECONDS / 2  # the larger ones wait for other programs too


def _seconds_of_a_turn() -> float:
    """How long this thread waits for Python after it gave it away, as it does whenever Qt works or waits."""
    start = time.perf_counter()
    time.sleep(0)
    return time.perf_counter() - start
