"""The whole library in one file: the database and every picture. Moving a library is always by this file."""

import errno
import hashlib
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import IO
from uuid import uuid4

import apsw

from app.durable_file import sync_folder
from app.library.database import FILE, MAGIC, is_sound, opened, told
from app.library.database_copy import copy_database
from app.library.errors import DiskFull, LibraryError, LibraryReadOnly, NotABackup
from app.library.handover import handover
from app.library.left_out import leave_out_students
from app.library.media import FOLDER
from app.library.migrations import MIGRATIONS
from app.library.packed import ZIP_DAMAGES
from app.message import message

_PICTURE = re.compile(rf"{FOLDER}/([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})")
_CHUNK = 2**20
_ASIDE = "replaced-"


def write_backup(
    db: apsw.Connection,
    folder: Path,
    to: Path,
    *,
    with_students: bool = False,
    beside: Mapping[str, bytes] = MappingProxyType({}),
    step: Callable[[int, int], object] = lambda done, total: None,
) -> tuple[str, ...]:
    """Everything in one file: the database as it is at this moment and every picture. A window may be open meanwhile.

    `with_students` also takes names, answers and marks of students, which nobody can delete from that file any more.
    `beside` are members of their own; `step` is told how many of the pictures are in, and ends it all by raising.
    Gives the SHA-256 of pictures that were damaged and so left out. Raises `DiskFull`, `LibraryDamaged`, OSError.
    """
    part = to.with_name(f".{to.name}.{uuid4().hex}")
    try:
        with TemporaryDirectory(dir=to.parent, prefix=".backup-") as scratch, part.open("wb") as file:
            copy_database(db, Path(scratch) / FILE)
            if not with_students:
                with told(Path(scratch) / FILE):
                    leave_out_students(Path(scratch) / FILE)
            damaged = _pack(file, Path(scratch) / FILE, folder / FOLDER, beside, step)
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
    except DiskFull as error:  # it names a file of our own that nobody has heard of
        raise DiskFull(to) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(to) from error
        raise
    finally:
        part.unlink(missing_ok=True)
    sync_folder(to.parent)
    return damaged


def _pack(
    file: IO[bytes], database: Path, folder: Path, beside: Mapping[str, bytes], step: Callable[[int, int], object]
) -> tuple[str, ...]:
    damaged = []
    pictures = sorted(folder.glob("*/*"))
    with zipfile.ZipFile(file, "w") as whole:
        for name, data in beside.items():
            whole.writestr(name, data, zipfile.ZIP_DEFLATED)
        whole.write(database, FILE, zipfile.ZIP_DEFLATED)
        for done, picture in enumerate(pictures):
            step(done, len(pictures))
            name = f"{FOLDER}/{picture.parent.name}/{picture.name}"
            if not _PICTURE.fullmatch(name):
                continue  # half a picture, left by a kill
            if _sha(picture) == picture.name:
                whole.write(picture, name, zipfile.ZIP_STORED)
            else:
                damaged.append(picture.name)
    return tuple(damaged)


def _sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore_backup(source: Path, folder: Path, now: float) -> None:
    """Put a backup in place of the library in `folder`; what was there is kept aside. The caller holds the lock.

    `source` is a file that `write_backup` wrote, or one of the automatic backups. All of it is checked before anything
    is changed, and the library is replaced in one step. Raises `NotABackup`, `LibraryReadOnly` (a newer one), OSError.
    """
    if (mark := handover(folder)) is not None:
        raise LibraryReadOnly(mark.reason)
    with TemporaryDirectory(dir=folder, prefix=".restoring-") as scratch:
        fresh = Path(scratch)
        unpack(source, fresh)
        keep_pictures(fresh, folder)
        _set_aside(folder, now)
        (fresh / FILE).replace(folder / FILE)
        sync_folder(folder)


def unpack(source: Path, fresh: Path) -> None:
    """Put what a backup holds into an empty folder, all of it checked. Raises what `restore_backup` raises."""
    _unpack(source, fresh)
    _check(fresh / FILE, source)


def keep_pictures(fresh: Path, folder: Path) -> None:
    """Move the pictures that were unpacked to those of a library: before its database, which names them."""
    for picture in sorted((fresh / FOLDER).glob("*/*")):
        place = folder / FOLDER / picture.parent.name
        place.mkdir(parents=True, exist_ok=True)
        picture.replace(place / picture.name)
        sync_folder(place)


def set_aside(folder: Path) -> list[Path]:
    """The databases that restores replaced and kept."""
    return sorted(folder.glob(f"{_ASIDE}*/{FILE}"))


def _set_aside(folder: Path, now: float) -> None:
    """Copy the old database away and leave no log behind, which would be taken for the new one's."""
    if not (folder / FILE).exists():
        return
    with suppress(LibraryError, apsw.Error):
        opened(folder / FILE, writing=True).close()  # folds its log into it, unless it is damaged
    aside = folder / f"{_ASIDE}{datetime.fromtimestamp(now, UTC):%Y-%m-%d-%H%M%S}"
    aside.mkdir(exist_ok=True)
    logs = [folder / f"{FILE}-wal", folder / f"{FILE}-shm"]
    for path in (folder / FILE, *logs):
        if path.exists():
            shutil.copy2(path, aside)
    for path in logs:
        path.unlink(missing_ok=True)


def _check(database: Path, source: Path) -> None:
    try:
        with told(database):
            db = opened(database, writing=False)
            sound, version = is_sound(db, whole=True), db.pragma("user_version")
            db.close()
    except LibraryError as error:
        raise NotABackup(source) from error
    if not sound:
        raise NotABackup(source)
    if version > len(MIGRATIONS):
        raise LibraryReadOnly(
            message('The backup "{path}" was written by a newer version of Quizwright.', path=str(source)),
            message("Update Quizwright and restore it then. The library was left as it is."),
        )


def _unpack(source: Path, into: Path) -> None:
    """Only members that a backup has are read, each under its own plain name, and pictures are verified."""
    with source.open("rb") as file:
        is_database = file.read(len(MAGIC)) == MAGIC
    try:
        if is_database:
            shutil.copyfile(source, into / FILE)
            return
        with zipfile.ZipFile(source) as whole:
            names = [name for name in whole.namelist() if name == FILE or _PICTURE.fullmatch(name)]
            if FILE not in names:
                raise NotABackup(source)
            for name in names:
                _unpack_member(whole, name, into / name, source)
    except ZIP_DAMAGES as error:
        raise NotABackup(source) from error


def _unpack_member(whole: zipfile.ZipFile, name: str, target: Path, source: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with whole.open(name) as packed, target.open("wb") as file:
        while chunk := packed.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if name != FILE and digest.hexdigest() != target.name:
        raise NotABackup(source)
