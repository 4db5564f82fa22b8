"""What a reader touches: files that it opens and hosts that it asks, noted while it works."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_EVENTS = ("open", "os.", "socket.", "subprocess.", "shutil.", "urllib.")
_OWN = (".py',)", ".pyc',)")
"""Modules of Python itself, of which some are loaded when they are first needed."""
_noted: list[str] = []
_is_on = False


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _is_on and event.startswith(_EVENTS) and not str(arguments[:1]).endswith(_OWN):
        _noted.append(f"{event} {arguments[:1]}")


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
