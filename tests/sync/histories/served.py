"""A watched course behind two ports of loopback, served by a thread of its own."""

import asyncio
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack

from app.sandbox.call import Site
from app.sandbox.opened import Opened
from app.sandbox.server import serve
from tests.sync.histories.watched import WatchedSandbox

HOST = "127.0.0.1"


class Served:
    """From its making it answers; `made` makes the course for the addresses that it gets."""

    def __init__(self, made: Callable[[Site], WatchedSandbox]) -> None:
        held = ExitStack()
        canvas, storage = (held.enter_context(socket.create_server((HOST, 0))) for _ in range(2))
        self.core = made(Site(_url(canvas), _url(storage)))
        self._opened = Opened(self.core, canvas, storage, held)
        self._stop: Future[Callable[[], None]] = Future()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(serve(self._opened, 0, self._stop.set_result)), name="history", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """End the thread and give the ports free."""
        self._stop.result(timeout=10)()
        self._thread.join(timeout=10)
        self._opened.close()


def _url(bound: socket.socket) -> str:
    return f"http://{HOST}:{bound.getsockname()[1]}"
