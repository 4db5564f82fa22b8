"""Pictures as files beside the database, named by their SHA-256 (decisions 7)."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import apsw

from app.durable_file import write_durably
from app.html.sources import source_key
from app.library.errors import MediaMissing, files_told

FOLDER = "media"


@dataclass(frozen=True, slots=True)
class Media:
    """What is known of a picture; width and height in pixels where it was probed."""

    sha: str
    size: int
    content_type: str
    width: int | None
    height: int | None
    name: str


class MediaFolder:
    """The files. A file is complete before the database knows of it, so that no row names half a picture."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def path(self, sha: str) -> Path:
        """Where the picture with this hash lies, or would lie."""
        return self._folder / sha[:2] / sha

    def keep(self, data: bytes) -> str:
        """Write the bytes durably and give their hash. Raises `DiskFull`, `NotWritten`."""
        sha = hashlib.sha256(data).hexdigest()
        path = self.path(sha)
        with files_told(path):
            if not path.exists() or path.read_bytes() != data:  # a damaged file is mended
                write_durably(path, data)
        return sha

    def read(self, sha: str) -> bytes:
        """The bytes, verified. Raises `MediaMissing` for a picture that is gone or damaged."""
        path = self.path(sha)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise MediaMissing(path) from error
        if hashlib.sha256(data).hexdigest() != sha:
            raise MediaMissing(path)
        return data


def note(db: apsw.Connection, media: Media, now: float) -> None:
    """Let the database know of a picture that is on disk."""
    db.execute(
        "INSERT INTO media (sha, size, content_type, width, height, name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (media.sha, media.size, media.content_type, media.width, media.height, media.name, now),
    )


def known(db: apsw.Connection, sha: str) -> Media | None:
    """What the database knows of a picture."""
    row = db.execute("SELECT sha, size, content_type, width, height, name FROM media WHERE sha = ?", (sha,)).get
    return Media(*row) if row else None


def course_scope(course: str) -> str:
    """The scope of pictures in texts: one upload for each course (decisions 4)."""
    return f"course {course}"


def note_address(db: apsw.Connection, account: str, scope: str, sha: str, address: str) -> None:
    """Remember where a picture is on an account: a hot spot for each item and link, others for each course."""
    db.execute(
        "INSERT INTO media_address (account, scope, sha, address) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (account, scope, sha) DO UPDATE SET address = excluded.address",
        (account, scope, sha, address),
    )


def address_of(db: apsw.Connection, account: str, scope: str, sha: str) -> str | None:
    """The address of a picture on an account within a scope."""
    address: str | None = db.execute(
        "SELECT address FROM media_address WHERE account = ? AND scope = ? AND sha = ?", (account, scope, sha)
    ).get
    return address


def uploaded_sha_at(db: apsw.Connection, account: str, address: str) -> str | None:
    """The hash of the hot spot that was uploaded to an address from here; not of one that was fetched from there."""
    sha: str | None = db.execute(
        "SELECT sha FROM media_address WHERE account = ? AND address = ? AND scope LIKE 'item %' LIMIT 1",
        (account, address),
    ).get
    return sha


def uploaded_file_sha_at(db: apsw.Connection, account: str, address: str, course: str = "%") -> str | None:
    """The hash of the picture of texts that was uploaded to an address of a course from here, whatever the query."""
    key = source_key(address)
    rows = db.execute(
        "SELECT sha, address FROM media_address WHERE account = ? AND scope LIKE ? AND substr(address, 1, ?) = ?",
        (account, course_scope(course), len(key), key),
    )
    return next((str(sha) for sha, whole in rows if source_key(str(whole)) == key), None)


def note_fetched(db: apsw.Connection, account: str, address: str, sha: str) -> None:
    """Remember that the picture at an address of Canvas is kept here."""
    key = source_key(address)
    note_address(db, account, f"from {key}", sha, key)


def fetched(db: apsw.Connection, address: str) -> list[tuple[str, str]]:
    """The account that the picture at an address was fetched with, and its hash; a short address may be of several."""
    rows = db.execute(
        "SELECT account, sha FROM media_address WHERE address = ? AND scope LIKE 'from %' ORDER BY rowid",
        (source_key(address),),
    )
    return [(str(account), str(sha)) for account, sha in rows]


def sha_at(db: apsw.Connection, address: str) -> str | None:
    """The hash of the picture that stands at an address, if it is kept here and no two pictures may be meant."""
    found = {sha for _, sha in fetched(db, address)}
    if not found:
        found = {sha for (sha,) in db.execute("SELECT sha FROM media_address WHERE address = ?", (address,))}
    return found.pop() if len(found) == 1 else None
