"""The sandbox as a server on loopback: in a thread for tests, as a process for people."""

import asyncio
import json
import signal
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

import uvicorn

from app.sandbox.connection import Connections
from app.sandbox.core import Sandbox
from app.sandbox.opened import COURSE, Opened, open_sandbox
from app.sandbox.shell import Shell
from app.sandbox.throttle import BucketSize

_KEEP_ALIVE = 75
"""Seconds that an idle connection stays open."""


class _Loop(uvicorn.Server):
    """uvicorn without its polling: it stops when it is told, at once, and leaves signals alone."""

    def __init__(self, config: uvicorn.Config, closing: asyncio.Event) -> None:
        super().__init__(config)
        self._closing = closing

    async def main_loop(self) -> None:
        await self._closing.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let requests in flight end, then close what is open."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=1)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)


async def serve(opened: Opened, latency_ms: float, started: Callable[[Callable[[], None]], None]) -> None:
    """Serve until told to stop; `started` is called with a function that stops, safe in every thread."""
    connections = Connections()
    shell = Shell(opened.core, connections, storage_port=opened.storage_port, latency_ms=latency_ms)
    config = uvicorn.Config(
        shell,
        http=connections.protocol(),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=_KEEP_ALIVE,
    )
    config.load()
    loop = asyncio.get_running_loop()
    server = _Loop(config, shell.closing)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[opened.canvas, opened.storage])

    def stop() -> None:
        loop.call_soon_threadsafe(shell.closing.set)

    started(stop)
    await server.main_loop()
    await server.shutdown()


class SandboxServer:
    """A sandbox on two ports of loopback, served by a thread: `with SandboxServer() as server: server.url`."""

    def __init__(
        self,
        *,
        latency_ms: float = 0,
        faults: Mapping[str, float] | None = None,
        seed: int = 0,
        data: Path | None = None,
        port: int = 0,
        bucket: BucketSize | None = None,
    ) -> None:
        """Opens the ports. Raises FolderBusy, UnknownFault, OSError."""
        self._opened = open_sandbox(data=data, port=port, faults=faults, seed=seed, bucket=bucket)
        self._latency_ms = latency_ms
        self._stop: Future[Callable[[], None]] = Future()
        self._thread = threading.Thread(target=self._serve, name="sandbox", daemon=True)

    @property
    def core(self) -> Sandbox:
        """The machine behind the ports: what it holds, remote edits, faults."""
        return self._opened.core

    @property
    def url(self) -> str:
        return self.core.site.canvas

    @property
    def storage_url(self) -> str:
        return self.core.site.storage

    @property
    def course_id(self) -> str:
        return COURSE

    @property
    def token(self) -> str:
        return self.core.token()

    @property
    def student_token(self) -> str:
        return self.core.token("student")

    @property
    def expired_token(self) -> str:
        return self.core.token("expired")

    @property
    def instance(self) -> str:
        return self.core.state.instance

    def _serve(self) -> None:
        try:
            asyncio.run(serve(self._opened, self._latency_ms, self._stop.set_result))
        finally:
            self._stop.cancel()  # wakes a caller who waits for a server that could not start

    def __enter__(self) -> Self:
        self._thread.start()
        self._stop.result(timeout=10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the server and give its ports and folder free; also right after a failed test."""
        if self._thread.is_alive():
            self._stop.result(timeout=10)()
            self._thread.join(timeout=10)
        self._opened.close()


def run(
    port: int = 0,
    data: Path | None = None,
    latency_ms: float = 0,
    faults: Mapping[str, float] | None = None,
    seed: int = 0,
) -> int:
    """Run a sandbox in this process until SIGINT or SIGTERM; the first line on stdout tells where it is.

    Gives the number of the signal. Raises FolderBusy, UnknownFault, and OSError where the port or the folder cannot be
    had.
    """
    opened = open_sandbox(data=data, port=port, faults=faults, seed=seed)
    signals: list[int] = []
    try:
        asyncio.run(serve(opened, latency_ms, lambda stop: _announce(opened, stop, signals)))
    finally:
        opened.close()
    return signals[0]


def _announce(opened: Opened, stop: Callable[[], None], signals: list[int]) -> None:
    def stopped(number: int, _frame: FrameType | None) -> None:
        signals.append(number)
        stop()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stopped)
    sys.stdout.write(json.dumps(opened.announcement()) + "\n")
    sys.stdout.flush()
