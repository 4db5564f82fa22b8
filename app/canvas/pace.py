"""How fast one account asks: additive increase, halving on refusal, pauses, writes one at a time.

The numbers are those of reliability 1.5 and of Canvas's leaky bucket (canvas-facts, 1.3): 50 points held for each
request in flight, 10 points a second given back. A bucket that stays nearly empty after pauses is a smaller one: then
all of them are in proportion to the most that was seen of it.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Literal
from weakref import WeakValueDictionary

MOST = 3
START = 2
CLEAN = 20
NARROW = 200.0
LOW = 100.0
ENOUGH = LOW + 50.0
POINTS_A_SECOND = 10.0
FULL = 600.0
"""What is left where nothing was asked for a while."""
SURE = 3
"""So many answers in a row, each after a pause for the whole bucket, show that it is a smaller one."""

Kind = Literal["read", "write"]
Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[object]]


class Pace:
    """The gate that every request of an account passes. `clock` is monotonic; `sleep` must let it go on."""

    def __init__(self, *, clock: Clock, sleep: Sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._limit = START
        self._clean = 0
        self._narrow = False
        self._most_left = 0.0
        self._low = 0
        self._resume_at = clock()
        self._flying: dict[Kind, int] = {"read": 0, "write": 0}
        self._waiting: list[tuple[Kind, asyncio.Future[None]]] = []
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def limit(self) -> int:
        """Requests of one kind that may be in flight now."""
        return 1 if self._narrow else self._limit

    def lane(self, name: str) -> asyncio.Lock:
        """The lock under which the writes to one quiz stand in line."""
        return self._lanes.setdefault(name, asyncio.Lock())

    @asynccontextmanager
    async def slot(self, kind: Kind) -> AsyncIterator[None]:
        """Wait until a request may go out, and count it while it is in flight."""
        await self._enter(kind)
        try:
            while (left := self._resume_at - self._clock()) > 0:
                await self._sleep(left)
            yield
        finally:
            self._leave(kind)

    async def _enter(self, kind: Kind) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((kind, turn))
        self._let_in()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                self._waiting.remove((kind, turn))
            else:
                self._leave(kind)
            raise

    def _leave(self, kind: Kind) -> None:
        self._flying[kind] -= 1
        self._let_in()

    def _let_in(self) -> None:
        for kind, turn in tuple(self._waiting):
            if self._has_room(kind) and not turn.done():
                self._waiting.remove((kind, turn))
                self._flying[kind] += 1
                turn.set_result(None)

    def _has_room(self, kind: Kind) -> bool:
        if self._narrow:
            return not any(self._flying.values())
        return self._flying[kind] < self._limit

    def answered(self, remaining: float | None) -> None:
        """Count an answer that was no refusal; `remaining` is its `X-Rate-Limit-Remaining`, where it had one."""
        self._clean += 1
        if self._clean >= CLEAN:
            self._clean = 0
            self._limit = min(self._limit + 1, MOST)
        if remaining is not None:
            self._most_left = max(self._most_left, remaining)
            self._low = self._low + 1 if self._most_left < LOW else 0
            share = self._share
            self._narrow = remaining < NARROW * share
            if remaining < LOW * share:
                self.pause((ENOUGH * share - remaining) / (POINTS_A_SECOND * share))

    @property
    def _share(self) -> float:
        """How large the bucket is, beside Canvas's."""
        return min(self._most_left / FULL, 1.0) if self._low > SURE and self._most_left > 0 else 1.0

    def refused(self, wait: float) -> None:
        """Canvas refused for its rate limit: halve, and let nothing out for `wait` seconds."""
        self._clean = 0
        self._limit = max(self._limit // 2, 1)
        self.pause(wait)

    def pause(self, seconds: float) -> None:
        """Let nothing out for `seconds`, at most 120."""
        self._resume_at = max(self._resume_at, self._clock() + min(seconds, 120.0))
