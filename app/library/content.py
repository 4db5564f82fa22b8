"""JSON kept once under its SHA-256: items, fields of quizzes, and their histories refer to it."""

import hashlib

import apsw


def sha_of(json: bytes) -> bytes:
    """The key of a content."""
    return hashlib.sha256(json).digest()


def keep(db: apsw.Connection, json: bytes) -> bytes:
    """Keep a content and give its key; one that is there already costs nothing."""
    sha = sha_of(json)
    db.execute("INSERT INTO content (sha, json) VALUES (?, ?) ON CONFLICT DO NOTHING", (sha, json))
    return sha


def read(db: apsw.Connection, sha: bytes) -> bytes:
    """The content of a key."""
    json = db.execute("SELECT json FROM content WHERE sha = ?", (sha,)).get
    assert isinstance(json, bytes)
    return json


def sweep(db: apsw.Connection) -> None:
    """Forget what nothing refers to any more."""
    db.execute(
        "DELETE FROM content WHERE sha NOT IN (SELECT fields FROM quiz UNION SELECT content FROM item"
        " UNION SELECT fields FROM history UNION SELECT content FROM history_item"
        " UNION SELECT fields FROM printing UNION SELECT content FROM printing_item"
        " UNION SELECT agreed_content FROM item_link WHERE agreed_content IS NOT NULL)"
    )
