"""A sandbox with its two ports and its data folder, ready to be served."""

import socket
import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.sandbox.call import Site
from app.sandbox.core import Sandbox
from app.sandbox.exchange import JsonObject
from app.sandbox.folder import Folder
from app.sandbox.media import MemoryMedia
from app.sandbox.seed import seeded
from app.sandbox.state import State
from app.sandbox.throttle import BucketSize

HOST = "127.0.0.1"
COURSE = "1"
_BACKLOG = 256


@dataclass(frozen=True, slots=True)
class Opened:
    """What a server needs; `close` gives ports and folder free."""

    core: Sandbox
    canvas: socket.socket
    storage: socket.socket
    held: ExitStack

    @property
    def storage_port(self) -> int:
        return _port(self.storage)

    def announcement(self) -> JsonObject:
        """The first line that a sandbox prints (`command-line.md`, sandbox), with its identity for life."""
        core = self.core
        return {"url": core.site.canvas, "token": core.token(), "course_id": COURSE, "instance": core.state.instance}

    def close(self) -> None:
        self.held.close()


def open_sandbox(
    *,
    data: Path | None = None,
    port: int = 0,
    faults: Mapping[str, float] | None = None,
    seed: int = 0,
    clock: Callable[[], float] = time.time,
    bucket: BucketSize | None = None,
) -> Opened:
    """Take the ports and the state. Port 0 is any free one, or the one that `data` had before.

    Raises FolderBusy, UnknownFault, and OSError where a port or the folder cannot be had.
    """
    with ExitStack() as held:
        folder = Folder(data) if data is not None else None
        if folder is not None:
            held.callback(folder.close)
        media = folder.media if folder else MemoryMedia()
        state = (folder.load() if folder else None) or seeded(str(uuid.uuid4()), media, clock())
        canvas, storage = _sockets(held, state, port)
        site = Site(f"http://{HOST}:{_port(canvas)}", f"http://{HOST}:{_port(storage)}")
        journal = folder.append if folder else None
        core = Sandbox(state, faults, clock, Random(seed), media=media, site=site, bucket=bucket, journal=journal)
        if folder is not None:
            folder.start(state)
        return Opened(core, canvas, storage, held.pop_all())


def _sockets(held: ExitStack, state: State, port: int) -> tuple[socket.socket, socket.socket]:
    """Two listening sockets, on the ports of the last time where they are free: addresses of pictures stay good."""
    before = state.row("meta", "ports") or {}
    canvas = held.enter_context(_bound(port) if port else _bound_again(before.get("canvas", 0)))
    storage = held.enter_context(_bound_again(before.get("storage", 0)))
    state.put("meta", "ports", {"canvas": _port(canvas), "storage": _port(storage)})
    return canvas, storage


def _bound_again(port: int) -> socket.socket:
    try:
        return _bound(port)
    except OSError:
        return _bound(0)


def _bound(port: int) -> socket.socket:
    return socket.create_server((HOST, port), backlog=_BACKLOG)


def _port(bound: socket.socket) -> int:
    return int(bound.getsockname()[1])
