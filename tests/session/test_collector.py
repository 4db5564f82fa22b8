"""Garbage is collected in the window's thread, and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.session.collector import Collector


class Knot(QObject):
    """A Qt object in a circle: only the collector frees it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    was_on = gc.isenabled()
    collector = Collector()
    yield collector
    collector.deleteLater()
    if was_on:
        gc.enable()
    else:
        gc.disable()


def test_another_thread_frees_no_qt_object(collector: Collector) -> None:
    knot = weakref.ref(Knot())
    thread = threading.Thread(target=lambda: [[[]] for _ in range(200_000)])
    thread.start()
    thread.join()
    assert knot() is not None


def test_the_window_frees_it(collector: Collector, qtbot: QtBot) -> None:
    knot = weakref.ref(Knot())
    garbage: list[object] = [[[]] for _ in range(2_000)]
    qtbot.waitUntil(lambda: knot() is None)
    assert garbage
