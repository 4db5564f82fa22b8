"""The same histories over real HTTP on loopback: sockets, resets, half an answer, and all of httpx."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack, suppress

import httpx

from app.sandbox.call import Site
from app.sandbox.opened import Opened
from app.sandbox.server import serve
from tests.sync.histories.watched import WatchedSandbox
from tests.sync.histories.world import World

HOST = "127.0.0.1"
_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Not used on loopback; without it httpx would read all certificates of the system for each sync."""


class HttpWorld(World):
    """A world whose course is behind two ports of loopback. Time is told as in memory: nobody waits for real."""

    def made_core(self) -> WatchedSandbox:
        held = ExitStack()
        canvas, storage = (held.enter_context(socket.create_server((HOST, 0))) for _ in range(2))
        site = Site(_url(canvas), _url(storage))
        core = WatchedSandbox(self.clock, self.luck, self.books, site)
        opened = Opened(core, canvas, storage, held)
        self._stop: Future[Callable[[], None]] = Future()
        self._server = threading.Thread(
            target=lambda: asyncio.run(serve(opened, 0, self._stop.set_result)), name="history", daemon=True
        )
        self._server.start()
        self._opened = opened
        return core

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
        self._stop.result(timeout=10)()
        self._server.join(timeout=10)
        self._opened.close()


def _url(bound: socket.socket) -> str:
    return f"http://{HOST}:{bound.getsockname()[1]}"


async def _connections_ended() -> None:
    """A loop closes what was let go only when it turns again."""
    for _ in range(3):
        await asyncio.sleep(0)
