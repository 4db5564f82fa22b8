"""The right to write in a library's folder: one process has it at a time, and it ends with that process.

The lock is one that SQLite takes, on an empty file beside the library: where it did not hold, the library's own would
not either. A library for locks alone costs a tenth of the time to the first window.
"""

from pathlib import Path
from typing import Self

import apsw

from app.library.database import told
from app.library.errors import LibraryInUse, NotWritten

FILE = "library.lock"
_PATIENCE_MS = 50
"""Two that ask in the same moment refuse each other: both ask again for so long."""


class FolderLock:
    """Held from the start until it is released, or the context is left. It may be released in another thread."""

    def __init__(self, folder: Path) -> None:
        """Take the lock; the folder is made where there is none. Raises `LibraryInUse`, `NotWritten`."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotWritten(folder, error.strerror or str(error)) from error
        with told(folder):
            self._held = apsw.Connection(str(folder / FILE))
            try:
                self._take(folder)
            except BaseException:
                self._held.close()
                raise

    def _take(self, folder: Path) -> None:
        if self._held.readonly("main"):  # SQLite would let us share it with others that read
            raise NotWritten(folder, "Permission denied")
        self._held.set_busy_timeout(_PATIENCE_MS)
        try:
            self._held.execute("BEGIN EXCLUSIVE")
        except apsw.BusyError as error:
            raise LibraryInUse(folder) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let others write."""
        self._held.close()
