"""One SQLite file, opened as reliability.md (Durability) says, with its errors told as ours."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from app.library.errors import DiskFull, LibraryDamaged, NoRoomToOpen, NotALibrary, NotWritten
from app.library.migrations import APPLICATION_ID

FILE = "library.sqlite"
MAGIC = b"SQLite format 3\x00"


def opened(path: Path, *, writing: bool) -> apsw.Connection:
    """A connection; `writing` may create the file. Raises `NotALibrary`, `LibraryDamaged`, `NotWritten`."""
    with told(path):
        _refuse_foreign(path)
        try:
            return _prepared(_connection(path, writing=writing), path, writing=writing)
        except apsw.IOError as error:
            if writing or not _is_out_of_room(error) or not _is_at_rest(path):
                raise
            return _prepared(_unlocked(path), path, writing=False)


def version() -> str:
    """Of the SQLite inside."""
    return apsw.sqlite_lib_version()


def is_empty(path: Path) -> bool:
    """Whether there is nothing to read: no file, or one that a kill left before its first page."""
    return not path.exists() or path.stat().st_size == 0


def _connection(path: Path, *, writing: bool) -> apsw.Connection:
    if not writing and not os.access(path.parent, os.W_OK) and _is_at_rest(path):
        return _unlocked(path)
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if writing else 0)
    return apsw.Connection(str(path), flags=flags)


def _unlocked(path: Path) -> apsw.Connection:
    """Reading a database makes two files beside it; where that cannot be, nobody else can write either."""
    uri = f"{path.absolute().as_uri()}?immutable=1"
    return apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)


def _is_at_rest(path: Path) -> bool:
    """Whether everything stands in the file itself, nothing in the log beside it."""
    return is_empty(path.with_name(f"{FILE}-wal"))


def _is_out_of_room(error: apsw.Error) -> bool:
    """Whether the file that all connections share could not grow: a full disk, which SQLite does not call so."""
    return bool(getattr(error, "extendedresult", None) == apsw.SQLITE_IOERR_SHMSIZE)


def _refuse_foreign(path: Path) -> None:
    """Look at the header before SQLite does: it would take an empty file for a new database, and remove a stray log.

    Where backups lie beside it, what is no library was one.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        return
    except OSError as error:
        raise NotWritten(path, error.strerror or str(error)) from error
    was_one = head[_OWNER] == _OURS or any(path.parent.glob("backups/*.sqlite"))
    is_one = len(head) == _HEADER and head.startswith(MAGIC) and head[_OWNER] in (_OURS, _NOBODYS)
    if not is_one and (head or was_one):
        raise LibraryDamaged(path) if was_one else NotALibrary(path)


_HEADER = 100
_OWNER = slice(68, 72)
"""Where the application id stands (SQLite, "Database File Format", 1.3)."""
_OURS = APPLICATION_ID.to_bytes(4, "big")
_NOBODYS = bytes(4)


def _prepared(db: apsw.Connection, path: Path, *, writing: bool) -> apsw.Connection:
    try:
        _prepare(db, path, writing=writing)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: apsw.Connection, path: Path, *, writing: bool) -> None:
    db.set_busy_timeout(5000)
    _check_owner(db, path)
    if writing:
        db.pragma("journal_mode", "wal")
        db.pragma("synchronous", "full")  # NORMAL lost acknowledged commits in simulated power cuts (architecture.md)
    else:
        db.pragma("query_only", True)
    db.pragma("foreign_keys", True)
    db.pragma("trusted_schema", False)
    db.pragma("cell_size_check", True)
    db.pragma("mmap_size", 0)  # a mapped file turns a stray write into corruption


def _check_owner(db: apsw.Connection, path: Path) -> None:
    tables = db.execute("SELECT count(*) FROM sqlite_schema").get
    if tables and db.pragma("application_id") != APPLICATION_ID:
        raise NotALibrary(path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into ours."""
    try:
        yield
    except apsw.FullError as error:
        raise DiskFull(path) from error
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise LibraryDamaged(path) from error
    except (apsw.IOError, apsw.CantOpenError, apsw.ReadOnlyError, apsw.BusyError) as error:
        if _is_out_of_room(error):
            raise NoRoomToOpen(path) from error
        raise NotWritten(path, str(error)) from error


def is_sound(db: apsw.Connection, *, whole: bool = False) -> bool:
    """SQLite's quick check of the file, which reads all of it; `whole` compares the indexes with the rows, too."""
    try:
        return bool(db.execute("PRAGMA integrity_check(1)" if whole else "PRAGMA quick_check(1)").get == "ok")
    except (apsw.CorruptError, apsw.NotADBError):
        return False
