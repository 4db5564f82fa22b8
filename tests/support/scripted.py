"""A scripted HTTP server on loopback, for answers that no sandbox gives, and a client of it in a time of its own."""

import asyncio
import contextlib
import json
import os
import random
import socket
import ssl
import struct
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import TypeVar

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.patience import Patience

TOKEN = "1234~canary-token-of-the-tests"
PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 20
T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """A request as it came over the wire."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def json(self) -> object:
        return json.loads(self.body)


@dataclass(frozen=True)
class Reply:
    """Bytes for the wire, and whether the connection is then kept, closed, reset or left hanging."""

    raw: bytes
    then: str = "keep"


Script = Reply | Callable[[Asked], Reply]


class Wire:
    """Builds replies."""

    def json(self, value: object, status: int = 200, **headers: str) -> Reply:
        return self.body(json.dumps(value).encode(), status, content_type="application/json", **headers)

    def body(self, body: bytes, status: int = 200, *, content_type: str = "text/html", **headers: str) -> Reply:
        lines = [f"HTTP/1.1 {status} Scripted", f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return Reply("\r\n".join([*lines, "", ""]).encode() + body)

    def cut(self, whole: Reply, keep: int) -> Reply:
        return Reply(whole.raw[:keep], then="close")

    def reset(self) -> Reply:
        return Reply(b"", then="reset")

    def silence(self) -> Reply:
        return Reply(b"", then="hang")


class Handler(StreamRequestHandler):
    """One connection of the scripted server."""

    server: "ScriptedServer"

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            while (asked := self.read()) is not None:
                reply = self.server.reply_to(asked)
                self.wfile.write(reply.raw)
                if reply.then != "keep":
                    return self.end(reply.then)
        return None

    def read(self) -> Asked | None:
        line = self.rfile.readline().decode()
        if not line:
            return None
        headers: dict[str, str] = {}
        while (text := self.rfile.readline().decode().strip()) != "":
            name, _, value = text.partition(":")
            headers[name.lower()] = value.strip()
        method, target, _ = line.split(" ", 2)
        return Asked(method, target, headers, self.rfile.read(int(headers.get("content-length", "0"))))

    def end(self, how: str) -> None:
        if how == "hang":
            self.connection.recv(1)
        if how == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            os.close(self.connection.detach())


class ScriptedServer(ThreadingTCPServer):
    """Gives the scripted replies one after the other, the last one for ever, and keeps what was asked."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[Asked] = []
        self._script: list[Script] = []
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, *script: Script) -> None:
        self._script = list(script)

    def reply_to(self, asked: Asked) -> Reply:
        with self._lock:
            self.asked.append(asked)
            script = self._script.pop(0) if len(self._script) > 1 else self._script[0]
        return script if isinstance(script, Reply) else script(asked)


@dataclass
class Time:
    """A clock that goes on only when somebody sleeps, and what was slept."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


@contextlib.contextmanager
def serving(encryption: ssl.SSLContext | None = None) -> Iterator[ScriptedServer]:
    """A scripted server in a thread, speaking TLS where a context is given."""
    with ScriptedServer() as server:
        if encryption is not None:
            server.socket = encryption.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Runner:
    """Runs a coroutine function with a client of `server`, and closes the client after it."""

    server: ScriptedServer
    time: Time

    def __call__(self, scenario: Callable[[CanvasClient], Awaitable[T]], patience: Patience | None = None) -> T:
        return asyncio.run(self.inside(scenario, patience))

    async def inside(self, scenario: Callable[[CanvasClient], Awaitable[T]], patience: Patience | None) -> T:
        async with CanvasClient(
            self.server.url,
            PersonalToken(TOKEN),
            clock=self.time.clock,
            sleep=self.time.sleep,
            rng=random.Random(1),
            patience=patience,
        ) as client:
            return await scenario(client)
