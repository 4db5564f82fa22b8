"""Coroutines in tests: run inside the window's event loop, never under `waitUntil` (decisions 30)."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import qasync  # type: ignore[import-untyped]
from PySide6.QtWidgets import QApplication

from app.session.tasks import Tasks

SECONDS = 30
Scenario = Callable[[Tasks], Coroutine[Any, Any, None]]


async def until(condition: Callable[[], bool]) -> None:
    """Wait until it is true; TimeoutError after a while."""
    async with asyncio.timeout(SECONDS):
        while not condition():  # noqa: ASYNC110  (the one helper that waits, decisions 30)
            await asyncio.sleep(0.005)


def run_in_loop(application: QApplication, scenario: Scenario) -> None:
    """Run a scenario; its tasks are ended after it, and an error of one of them is raised here."""
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    errors: list[BaseException] = []

    async def whole() -> None:
        tasks = Tasks(lambda _title, error: errors.append(error))
        try:
            await scenario(tasks)
        finally:
            await tasks.close()

    try:
        with loop:
            loop.run_until_complete(whole())
    finally:
        asyncio.set_event_loop(None)
    if errors:
        raise errors[0]
