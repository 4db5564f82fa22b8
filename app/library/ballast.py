"""A file of nothing that is given up when the disk is full, so that the last edits still find room."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

SIZE = 8 * 2**20
ROOM = 200 * 2**20
"""With less free than this, nothing but edits is written any more (reliability.md, Durability)."""


class Ballast:
    """The file in the library's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "ballast"

    def take_on(self) -> None:
        """Make the file where there is plenty of room. That it cannot be made is no error."""
        with suppress(OSError):
            if has_room(self._path.parent) and not (self._path.exists() and self._path.stat().st_size == SIZE):
                with self._path.open("wb") as file:
                    file.write(os.urandom(SIZE))  # zeros would take no room on a disk that packs
                    os.fsync(file.fileno())

    def drop(self) -> bool:
        """Give the room free; whether there was any."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


def has_room(folder: Path) -> bool:
    """Whether the disk of `folder` has room for more than edits. Raises OSError where there is no such folder."""
    return shutil.disk_usage(folder).free >= ROOM
