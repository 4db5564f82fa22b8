"""What a reader touches: files that it opens and hosts that it asks, noted while it works, and memory that it takes."""

import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EVENTS = ("open", "os.", "socket.", "subprocess.", "shutil.", "urllib.")
_OWN = (".py',)", ".pyc',)")
_LIBRARY = sysconfig.get_path("stdlib")
"""Modules of Python itself, of which some are looked up and loaded when they are first needed."""
_noted: list[str] = []
_is_on = False


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _is_on or not event.startswith(_EVENTS):
        return
    said = str(arguments[:1])
    if not said.endswith(_OWN) and _LIBRARY not in said:
        _noted.append(f"{event} {said}")


sys.addaudithook(_hook)


@contextmanager
def untouched() -> Iterator[None]:
    """Fails where something was opened, asked or started."""
    global _is_on
    _noted.clear()
    _is_on = True
    try:
        yield
    finally:
        _is_on = False
    assert not _noted, _noted[:5]


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """A MemoryError where more than `size` bytes are taken, on systems that can limit a process."""
    if sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415  (only where there is one)

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
