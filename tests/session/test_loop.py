"""What can wait at a start is done piece by piece, and the window answers in between."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.session.loop import Loop


class Window(QObject):
    closed = Signal()


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Callable[[Loop], None]]:
    window = Window()

    def until_closed(loop: Loop) -> None:
        loop.when_idle(window.closed.emit)
        loop.run_until(window.closed, lambda: False)

    yield until_closed
    asyncio.set_event_loop(None)


@pytest.fixture
def loop(qapp: QApplication) -> Loop:
    return Loop(lambda _title, error: pytest.fail(str(error)))


def test_what_can_wait_is_done_in_its_order(loop: Loop, run: Callable[[Loop], None]) -> None:
    done: list[str] = []
    for name in ("icon", "models", "listen"):
        loop.when_idle(lambda name=name: done.append(name))  # type: ignore[misc]
    run(loop)
    assert done == ["icon", "models", "listen"]


def test_a_click_is_answered_before_the_next_piece(loop: Loop, run: Callable[[Loop], None]) -> None:
    done: list[str] = []
    loop.when_idle(lambda: QTimer.singleShot(0, lambda: done.append("click")))
    loop.when_idle(lambda: done.append("models"))
    run(loop)
    assert done == ["click", "models"]
