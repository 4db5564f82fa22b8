"""The only place that starts a coroutine in the window.

qasync's rules (stack.md, "qasync and the alternatives"): no nested event loop is started inside a coroutine, and every
task is cancelled and awaited before the loop stops.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class Tasks:
    """Coroutines under way. An error of one reaches `on_error` with the title of what was being done."""

    def __init__(self, on_error: Callable[[str, BaseException], None]) -> None:
        self._on_error = on_error
        self._running: set[asyncio.Task[Any]] = set()
        self._closed = False

    @property
    def titles(self) -> tuple[str, ...]:
        """What is under way, for the close question and for tests."""
        return tuple(task.get_name() for task in self._running)

    def start(self, coroutine: Coroutine[Any, Any, object], title: str) -> "asyncio.Task[Any]":
        """Run `coroutine` beside everything else. Raises RuntimeError after `close`."""
        if self._closed:
            coroutine.close()
            raise RuntimeError(f"{title}: the window is closing")
        task = asyncio.get_event_loop_policy().get_event_loop().create_task(coroutine, name=title)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def close(self) -> None:
        """Cancel what is under way and wait until it has stopped."""
        self._closed = True
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(task.get_name(), error)
