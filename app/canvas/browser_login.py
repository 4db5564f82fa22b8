"""A sign-in through the browser: an access token of an hour, renewed in time by a refresh token (canvas-facts, 1.5).

Keys without a secret get a new refresh token with every refresh, and the old one is dead then. So there is one refresh
at a time, in a thread that ends its work whoever gives up waiting: an answer that came is kept before it is used.
Another program with the same keychain may have been faster; then what it kept is taken.
"""

import asyncio
import math
import threading
import time
from typing import NoReturn, Protocol

from app.canvas.errors import SignedOut
from app.canvas.pace import Clock
from app.canvas.token_endpoint import Grant, TokenEndpoint

EARLY: float = 60.0
"""Seconds before its end in which an access token is not used any more; a tenth of a life that is shorter."""


class RefreshStore(Protocol):
    """Where the refresh token is kept. Called in a thread, for a keychain may ask the person to unlock it."""

    def read(self) -> str:
        """The one that is kept now, "" for none."""
        ...

    def write(self, refresh_token: str) -> None:
        """Keep another one in its place, "" where it is over."""
        ...


class BrowserLogin:
    """Shared by every client of an account, so that all of them renew together. It cannot be printed or pickled."""

    def __init__(
        self, endpoint: TokenEndpoint, store: RefreshStore, *, grant: Grant | None = None, clock: Clock = time.monotonic
    ) -> None:
        """`grant` is what was just given; without one the first request renews. `clock` in seconds."""
        self._endpoint, self._store, self._clock = endpoint, store, clock
        self._access = ""
        self._until = -math.inf
        self._renewing = threading.Lock()
        if grant is not None:
            self._take(grant)

    async def header(self) -> str:
        """`Bearer` and a token that is good for a while. Raises SignedOut, Unreachable."""
        if self._clock() >= self._until:
            await self._renewed(self._access)
        return f"Bearer {self._access}"

    async def renewed(self, rejected: str) -> bool:
        """Get another one, unless somebody did since `rejected` was sent. Raises SignedOut, Unreachable."""
        await self._renewed(rejected.removeprefix("Bearer "))
        return True

    async def revoke(self) -> None:
        """Take the permission back on Canvas. Raises CanvasError; nothing is kept either way."""
        try:
            if self._access or await asyncio.to_thread(self._store.read):
                await self._endpoint.revoke((await self.header()).removeprefix("Bearer "))
        except SignedOut:
            pass  # Canvas had taken it back already
        finally:
            self._access, self._until = "", -math.inf

    async def _renewed(self, stale: str) -> None:
        await asyncio.to_thread(lambda: self._renew(stale))  # closed over: qasync logs arguments

    def _renew(self, stale: str) -> None:
        with self._renewing:
            if self._access == stale or not self._access:
                grant = asyncio.run(self._granted())
                self._take(grant)

    async def _granted(self) -> Grant:
        """Ask with the kept refresh token, and keep the new one where there is one."""
        used = self._store.read()
        if not used:
            raise SignedOut(self._endpoint.host)
        try:
            grant = await self._endpoint.refreshed(used)
        except SignedOut:
            newer = self._store.read()
            if newer in ("", used):
                self._store.write("")
                raise
            grant = await self._endpoint.refreshed(newer)
        if grant.refresh_token is not None:
            self._store.write(grant.refresh_token)
        return grant

    def _take(self, grant: Grant) -> None:
        self._access = grant.access_token
        life = math.inf if grant.expires_in is None else grant.expires_in
        self._until = self._clock() + life - min(EARLY, life / 10)

    def __repr__(self) -> str:
        return f"BrowserLogin({self._endpoint.origin})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a sign-in is never pickled or copied")
