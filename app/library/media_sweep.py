"""Pictures that nothing refers to any more: no quiz, no history, no conflict and no backup (decisions 7)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, suppress
from html import unescape
from pathlib import Path

import apsw

from app.html.sources import source_key
from app.library.automatic_backup import automatic_backups
from app.library.database import opened, told
from app.library.media import FOLDER, MediaFolder

KEEP_SECONDS = 30 * 86400
"""A picture younger than this stays: an undo may bring it back."""
_ADDRESS = re.compile(r'(?:src=\\?["\']?|"image_url":\s*")([^"\'\\\s>]+)', re.IGNORECASE)
"""Where a text or a hot spot names a picture on Canvas."""
_REFERENCE = re.compile(r"media:([0-9a-f]{64})")
_TEXTS = (
    "SELECT CAST(json AS TEXT) FROM content",
    "SELECT base || ' ' || mine || ' ' || theirs FROM conflict",
)


def unused_media(db: apsw.Connection, folder: Path, now: float) -> list[str]:
    """The SHA-256 of old pictures that may go. Raises `LibraryError` where a backup cannot be read: then none may."""
    limit = now - KEEP_SECONDS
    known = {str(row[0]): float(row[1]) for row in db.execute("SELECT sha, created_at FROM media")}
    old = {sha for sha, created in known.items() if created < limit} | set(_strays(folder, known, limit))
    if old:
        old -= set(_references(db))
    for backup in automatic_backups(folder) if old else ():
        with told(backup), closing(opened(backup, writing=False)) as copy:
            old -= set(_references(copy))
    return sorted(old)


def forget_media(db: apsw.Connection, sha: str) -> None:
    """Let the database forget a picture, before its file goes: a row never names what is not there."""
    db.execute("DELETE FROM media WHERE sha = ?", (sha,))
    db.execute("DELETE FROM media_address WHERE sha = ?", (sha,))


def remove_file(folder: Path, sha: str) -> None:
    """Remove the file of a picture; one that cannot be removed is met again by the next sweep."""
    with suppress(OSError):
        MediaFolder(folder).path(sha).unlink(missing_ok=True)


def _references(db: apsw.Connection) -> Iterator[str]:
    """What is named by its hash, and what was fetched from an address that is named."""
    fetched: dict[str, set[str]] = defaultdict(set)
    for address, sha in db.execute("SELECT address, sha FROM media_address WHERE scope LIKE 'from %'"):
        fetched[address].add(sha)
    for query in _TEXTS:
        for (text,) in db.execute(query):
            yield from _REFERENCE.findall(text)
            for address in _ADDRESS.findall(text) if fetched else ():
                yield from fetched.get(source_key(unescape(address)), ())


def _strays(folder: Path, known: dict[str, float], limit: float) -> Iterator[str]:
    """Old files that the database does not know: their process was killed before it was told of them."""
    for path in (folder / FOLDER).glob("*/*"):
        if len(path.name) == 64 and path.name not in known and path.stat().st_mtime < limit:
            yield path.name
