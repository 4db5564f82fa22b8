"""Garbage is collected in the window's thread, and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
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


def test_the_oldest_garbage_waits_until_nothing_is_dragged(collector: Collector, qtbot: QtBot) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    board.show()
    collected: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            collected.append(info["generation"])

    limits = gc.get_threshold()
    gc.set_threshold(0, 0, -1)  # every generation is due
    gc.callbacks.append(note)
    try:
        QTest.mousePress(board.windowHandle(), Qt.MouseButton.LeftButton, pos=board.rect().center())
        collector.collect()
        QTest.mouseRelease(board.windowHandle(), Qt.MouseButton.LeftButton, pos=board.rect().center())
        collector.collect()
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*limits)
    assert collected[0] < 2
    assert collected[-1] == 2
