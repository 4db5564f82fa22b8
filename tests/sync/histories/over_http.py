"""The same histories over real HTTP on loopback: sockets, resets, half an answer, and all of httpx."""

import asyncio
import ssl
from contextlib import suppress

import httpx

from tests.sync.histories.served import Served
from tests.sync.histories.watched import WatchedSandbox
from tests.sync.histories.world import World

_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Not used on loopback; without it httpx would read all certificates of the system for each sync."""


class HttpWorld(World):
    """A world whose course is behind two ports of loopback. Time is told as in memory: nobody waits for real."""

    def made_core(self) -> WatchedSandbox:
        self._served = Served(lambda site: WatchedSandbox(self.clock, self.luck, self.books, site))
        return self._served.core

    def transport(self) -> httpx.AsyncBaseTransport:
        return httpx.AsyncHTTPTransport(verify=_NO_TLS)

    def restart(self) -> None:
        self.let_pass()
        super().restart()

    def let_pass(self) -> None:
        """A request that a process sent before it died still comes: its server answers those that were first."""
        rival, self.core.rival = self.core.rival, lambda: None
        for _ in range(2):
            with suppress(httpx.HTTPError):
                httpx.get(f"{self.origin}/api/v1/courses", verify=_NO_TLS)
        self.core.rival = rival

    def close(self) -> None:
        super().close()
        self.runner.run(_connections_ended())
        self._served.close()


async def _connections_ended() -> None:
    """A loop closes what was let go only when it turns again."""
    for _ in range(3):
        await asyncio.sleep(0)
