"""A disk that is full or fails from the n-th write on, under SQLite alone: a shim between it and the system."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import apsw


class FailingDisk(apsw.VFS):
    """Passes everything on; once `left` writes were done, each further one raises `error` until `heal`."""

    def __init__(self, name: str) -> None:
        self.left: int | None = None
        self.error: type[apsw.Error] = apsw.FullError
        self.until: Callable[[], bool] = lambda: False
        self.system = apsw.vfs_names()[0]
        super().__init__(name, self.system, makedefault=True)

    def fail_after(
        self, writes: int, error: type[apsw.Error] = apsw.FullError, *, until: Callable[[], bool] = lambda: False
    ) -> None:
        """Let that many more writes through, then none until something is true."""
        self.left, self.error, self.until = writes, error, until

    def heal(self) -> None:
        """Let every write through again."""
        self.left = None

    def note_write(self) -> None:
        """Called before each write."""
        if self.left is not None:
            if self.left == 0 and not self.until():
                raise self.error("no room")
            self.left = max(0, self.left - 1)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> "FailingFile":
        return FailingFile(self, name, flags)


class FailingFile(apsw.VFSFile):
    """A file whose writes are counted."""

    def __init__(self, disk: FailingDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self._disk = disk
        super().__init__(disk.system, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.note_write()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        if self._disk.left == 0 and self._disk.error is apsw.IOError:
            raise apsw.IOError("the disk is gone")
        super().xSync(flags)


@contextmanager
def failing_disk() -> Iterator[FailingDisk]:
    """Every database that is opened meanwhile is on this disk."""
    disk = FailingDisk("failing")
    try:
        yield disk
    finally:
        disk.unregister()
