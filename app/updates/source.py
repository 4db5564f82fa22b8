"""Where this copy of the program hears of new versions. Written into the bundle when it is built for a release.

A copy without it, as one that runs from source, asks nobody and shows no preference for it.
"""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """The address of the feed, and the public keys that may have signed it: the one in use, and the next one."""

    address: str
    keys: tuple[str, ...]


def source(file: Path) -> Source | None:
    """What the file names; None where there is none, or where it names nothing that can be asked."""
    try:
        told = json.loads(file.read_bytes())
        address, keys = str(told["address"]), tuple(str(key) for key in told["keys"])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return Source(address, keys) if address and keys else None
