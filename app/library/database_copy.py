"""A checked copy of a database, complete or not there at all."""

import os
from pathlib import Path
from uuid import uuid4

import apsw

from app.durable_file import sync_folder
from app.library.database import is_sound, opened, told
from app.library.errors import LibraryDamaged


def copy_database(db: apsw.Connection, path: Path) -> None:
    """Copy what `db` sees at this moment, other connections may write meanwhile; the copy is checked, then renamed.

    Raises `LibraryDamaged` where the copy is not sound, `DiskFull`, `NotWritten`.
    """
    part = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        _vacuum(db, part)
        _check(db, part)
        _sync(part)  # SQLite does not sync what VACUUM INTO writes
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def _vacuum(db: apsw.Connection, part: Path) -> None:
    """`query_only` would refuse it, although it writes to nothing but the new file."""
    reads_only = db.pragma("query_only")
    with told(part):
        db.pragma("query_only", False)
        try:
            db.execute("VACUUM INTO ?", (str(part),))
        finally:
            db.pragma("query_only", reads_only)


def _check(db: apsw.Connection, part: Path) -> None:
    with told(part):
        copy = opened(part, writing=False)
        try:
            if not is_sound(copy, whole=True) or _version(copy) != _version(db):
                raise LibraryDamaged(part)
        finally:
            copy.close()


def _version(db: apsw.Connection) -> int:
    version = db.pragma("user_version")
    assert isinstance(version, int)
    return version


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
