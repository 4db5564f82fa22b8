"""The file of a library: how it is opened and closed, who may write, and that what is written is kept together."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Self, TypeVar

import apsw

from app.library.database import FILE, is_sound, told
from app.library.entering import connected, entered
from app.library.errors import LibraryDamaged, LibraryReadOnly
from app.library.folder_lock import FolderLock
from app.library.handover import Handover
from app.message import Message, message

T = TypeVar("T")


class LibraryFile:
    """One open file. Close it, or use it as a context manager."""

    def __init__(
        self,
        folder: Path,
        db: apsw.Connection,
        lock: FolderLock | None,
        clock: Callable[[], float],
        reason: Message | None,
        mark: Handover | None = None,
    ) -> None:
        self.folder = folder
        self.db = db
        self.handover = mark
        self.read_only_reason = reason
        self._lock = lock
        self._clock = clock
        self._checked = False

    @classmethod
    def open(cls, folder: Path, *, writing: bool = True, clock: Callable[[], float] = time.time) -> Self:
        """Open the library in `folder`, made where there is none and `writing`.

        A library of a newer version, in a folder that cannot be written, on a full disk, or one that was handed over to
        another computer opens for reading, with `read_only_reason`. Raises `LibraryInUse`, `NotALibrary`,
        `LibraryDamaged`, `NotWritten`.
        """
        way = entered(folder, clock, writing=writing)
        library = cls(folder, way.db, way.lock, clock, way.reason, way.mark)
        library._checked = way.fresh
        return library

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_first(self) -> bool:
        """Whether no other process may write: this one has the lock, whatever else forbids it to."""
        return self._lock is not None

    def set_handed_over(self, mark: "Handover | None") -> None:
        """Let the mark count that was just written, or removed (`moving`)."""
        self.handover = mark
        self.read_only_reason = None if mark is None else mark.reason

    def close(self) -> None:
        """Fold the log into the file, so that at rest the library is one file, and let others write."""
        try:
            if self.read_only_reason is None:
                with suppress(apsw.Error):  # somebody reads, or the disk is full: the log stays, nothing is lost
                    self.db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            with suppress(apsw.Error):  # the last one to close tries the same again
                self.db.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def reader(self) -> Self:
        """A second connection for another thread, for reading."""
        db, _ = connected(self.folder, self._clock, writing=False)
        return type(self)(self.folder, db, None, self._clock, message("This connection only reads."))

    def check(self) -> None:
        """Look through the whole file, once. Raises `LibraryDamaged`; from then on nothing is written."""
        if not self._checked:
            with told(self.folder / FILE):
                self._checked = is_sound(self.db)
        if not self._checked:
            error = LibraryDamaged(self.folder / FILE)
            self.read_only_reason = error.message
            raise error

    @contextmanager
    def transaction(self) -> Iterator[apsw.Connection]:
        """Everything inside is kept together or not at all. The first one looks through the file before (`check`).

        Raises `LibraryReadOnly`, `LibraryDamaged`, `DiskFull`, `NotWritten`.
        """
        if self.read_only_reason is not None:
            raise LibraryReadOnly(self.read_only_reason)
        self.check()
        with told(self.folder / FILE), self.db:
            yield self.db

    def together(self, work: Callable[[], T]) -> Callable[[], T]:
        """The same work, kept together or not at all: for the thread that writes. Raises what `transaction` raises."""

        def in_transaction() -> T:
            with self.transaction():
                return work()

        return in_transaction

    def _reading(self) -> AbstractContextManager[None]:
        return told(self.folder / FILE)

    def now(self) -> float:
        """Epoch seconds of the clock that was passed in."""
        return self._clock()
