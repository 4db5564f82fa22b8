"""The ways into a library: for writing, or for reading where it may not or cannot be written."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import apsw

from app.library.automatic_backup import back_up_database
from app.library.database import FILE, is_empty, opened, told
from app.library.errors import DiskFull, LibraryError, NoRoomToOpen, NotWritten, files_told
from app.library.folder_lock import FolderLock
from app.library.handover import Handover, handover, settled
from app.library.lazy import moved_file
from app.library.migrations import MIGRATIONS, brought_up_copy, is_older, migrate
from app.message import Message, message


@dataclass(frozen=True, slots=True)
class Way:
    """A connection, the lock of who may write, and the reason where nobody here may.

    `fresh` is a library that was made just now, `mark` one that was handed over to another computer.
    """

    db: apsw.Connection
    lock: FolderLock | None
    reason: Message | None
    mark: Handover | None
    fresh: bool


def entered(folder: Path, clock: Callable[[], float], *, writing: bool) -> Way:
    """Open the library in `folder`, as `Library.open` promises."""
    fresh = is_empty(folder / FILE)
    lock, refused = None, None
    if writing or fresh:  # nothing to read: an empty library is made, as the window would
        try:
            lock = FolderLock(folder)
        except (NotWritten, DiskFull) as error:
            if fresh:
                raise
            refused = _refusal(folder, error)
    try:
        db, newer = connected(folder, clock, writing=lock is not None)
    except BaseException as error:
        if lock is not None:
            lock.release()
        if fresh or not writing or not isinstance(error, NoRoomToOpen):
            raise
        return replace(entered(folder, clock, writing=False), reason=_refusal(folder, error))
    mark = _mark(folder, writing=lock is not None)
    reading = None if lock is not None else message("The library is open for reading only.")
    given = None if mark is None else mark.reason
    return Way(db, lock, refused or newer or given or reading, mark, fresh)


def _mark(folder: Path, *, writing: bool) -> Handover | None:
    """That this copy was handed over; a move that was cut off is settled where we may write."""
    with files_told(folder):
        return settled(folder, lambda file: moved_file().move_in(file)) if writing else handover(folder)


def _refusal(folder: Path, error: LibraryError) -> Message:
    """Why a library that is there can only be read."""
    if not isinstance(error, DiskFull):
        return message('The folder "{folder}" cannot be written: it is open for reading.', folder=str(folder))
    full = DiskFull(folder / FILE)
    return message("{what} Free some space and open the library again.", what=full.message)


def connected(folder: Path, clock: Callable[[], float], *, writing: bool) -> tuple[apsw.Connection, Message | None]:
    """The connection, and why a newer library can only be read."""
    db = opened(folder / FILE, writing=writing)
    try:
        with told(folder / FILE):
            newer = _reason(db, folder / FILE)
            if writing and newer is None:
                migrate(db, lambda: back_up_database(db, folder, clock()))
            elif is_older(db):
                db = brought_up_copy(db)
    except BaseException:
        with suppress(apsw.Error):  # the disk is full: the log stays, what was committed is in it
            db.close()
        raise
    return db, newer


def _reason(db: apsw.Connection, path: Path) -> Message | None:
    if db.pragma("user_version") <= len(MIGRATIONS):
        return None
    return message(
        'The library "{path}" was written by a newer version of Quizwright and is open for reading only.'
        " Update Quizwright to change it.",
        path=str(path),
    )
