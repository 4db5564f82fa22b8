"""Waits on this computer for the browser to come back from Canvas (RFC 8252, 7.3), and serves nothing else.

In threads of the standard library's server: the loop under a window need not be able to listen, and browsers open
connections ahead of need and leave them idle.
"""

import asyncio
import os
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from types import TracebackType
from typing import ClassVar, Final, Self
from urllib.parse import parse_qs, urlsplit

from app.canvas.school_key import LOOPBACK, PORTS, SIGNED_IN_PATH

_IDLE_SECONDS: Final = 10
_POLL_SECONDS: Final = 0.05
_STYLE: Final = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem}"
    ":root{color-scheme:light dark}"
)


@dataclass(frozen=True, slots=True)
class Return:
    """What the browser brought: a code, or an error in Canvas's words."""

    state: str = field(repr=False)
    code: str = field(default="", repr=False)
    error: str = ""
    description: str = ""


class Loopback:
    """`async with Loopback(…) as loopback`: then `redirect` is the address, and `returned()` waits for the browser.

    `is_meant` tells whether an answer is for us: any other is turned away, and the waiting goes on. `page` gives the
    words that the browser shows.
    """

    def __init__(self, is_meant: Callable[[Return], bool], page: Callable[[Return], str]) -> None:
        self._is_meant, self._page = is_meant, page
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._returned: asyncio.Future[Return] | None = None

    @property
    def redirect(self) -> str:
        """Where the browser is to be sent."""
        assert self._server is not None
        return f"http://{LOOPBACK}:{self._server.server_address[1]}{SIGNED_IN_PATH}"

    async def returned(self) -> Return:
        """The first answer that is meant for us."""
        assert self._returned is not None
        return await self._returned

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        returned: asyncio.Future[Return] = loop.create_future()
        self._returned = returned

        def take(answer: Return) -> None:
            if not returned.done():
                returned.set_result(answer)

        def told(answer: Return) -> str | None:
            if not self._is_meant(answer):
                return None
            loop.call_soon_threadsafe(take, answer)
            return self._page(answer)

        self._server = _opened(told)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_SECONDS,), name="sign-in", daemon=True
        )
        self._thread.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        assert self._server is not None
        assert self._thread is not None
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    """Bound to this computer alone; on Windows no other program may share its port."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, told: Callable[[Return], str | None]) -> None:
        self.told = told
        super().__init__((LOOPBACK, port), _Handler)

    def server_bind(self) -> None:
        """Keep other programs off the port; the usual way would ask the network for this computer's name."""
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        if exclusive is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, exclusive, 1)
        TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that breaks off is the browser's affair; it would else be printed."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout: ClassVar[float] = _IDLE_SECONDS
    server_version = "Quizwright"
    sys_version = ""

    def do_GET(self) -> None:
        """Take the answer of Canvas; every other request gets an empty page."""
        parts = urlsplit(self.path)
        host = f"{LOOPBACK}:{self.server.server_address[1]}"
        words = None
        if parts.path == SIGNED_IN_PATH and self.headers.get("Host") == host:
            words = self.server.told(_return(parts.query))
        self._answer(404 if words is None else 200, words or "")

    def _answer(self, status: int, words: str) -> None:
        body = (
            '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Quizwright</title>'
            f"<style>{_STYLE}</style></head><body><p>{escape(words)}</p></body></html>"
        ).encode()
        self.send_response(status)
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(body)),
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-store",
            "Connection": "close",
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the address has the code in it."""


def _return(query: str) -> Return:
    fields = {name: found[-1][:2000] for name, found in parse_qs(query, max_num_fields=20).items()}
    names = ("state", "code", "error", "error_description")
    return Return(*(fields.get(name, "") for name in names))


def _opened(told: Callable[[Return], str | None]) -> _Server:
    """On the first free port of those that a key names; else on any, which keys with the older field take too."""
    for port in PORTS:
        try:
            return _Server(port, told)
        except OSError:
            continue
    return _Server(0, told)
