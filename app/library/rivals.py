"""A quiz that is in two copies of a library: which one goes on, and whether the other one is kept beside it."""

from enum import StrEnum
from typing import NamedTuple

import apsw


class Past(StrEnum):
    """How the two are related, by their histories."""

    SAME = "same"
    AHEAD_HERE = "ahead here"
    AHEAD_THERE = "ahead there"
    FORKED = "forked"


class Synced(StrEnum):
    """Which of them spoke to Canvas last: its links are the true ones."""

    NEITHER = "neither"
    HERE = "here"
    THERE = "there"


class Verdict(NamedTuple):
    """`takes` says that the quiz of the file goes on in the place of this one; `both` that the other is kept, too."""

    takes: bool
    both: bool


def verdict(past: Past, synced: Synced, *, given: bool) -> Verdict:
    """The quiz that is ahead goes on; one that spoke to Canvas last keeps its links. What neither covers stays twice.

    `given`: this copy is handed over, so that what is equal is decided by the file.
    """
    if past is Past.SAME:
        return Verdict(takes=synced is Synced.THERE or (given and synced is Synced.NEITHER), both=False)
    if past is Past.AHEAD_THERE and synced is not Synced.HERE:
        return Verdict(takes=True, both=False)
    if past is Past.AHEAD_HERE and synced is not Synced.THERE:
        return Verdict(takes=False, both=False)
    return Verdict(takes=synced is Synced.THERE, both=True)


def past(db: apsw.Connection, quiz: str) -> Past:
    """Look at a quiz that is in `main` and in `moved`. What was thinned out of a history makes it a fork: both stay."""
    if _content(db, "main", quiz) == _content(db, "moved", quiz):
        return Past.SAME
    known_there, known_here = _knows(db, "moved", quiz, of="main"), _knows(db, "main", quiz, of="moved")
    if known_there == known_here:
        return Past.FORKED
    return Past.AHEAD_THERE if known_there else Past.AHEAD_HERE


def synced(db: apsw.Connection, quiz: str) -> Synced:
    """Compare when each last spoke to Canvas."""
    here, there = _last_sync(db, "main", quiz), _last_sync(db, "moved", quiz)
    if here == there:
        return Synced.NEITHER
    return Synced.HERE if here > there else Synced.THERE


def _content(db: apsw.Connection, schema: str, quiz: str) -> list[tuple[object, ...]]:
    fields = db.execute(f"SELECT fields, local FROM {schema}.quiz WHERE id = ?", (quiz,))
    items = db.execute(
        f"SELECT id, points, entry_type, content FROM {schema}.item WHERE quiz = ? ORDER BY place", (quiz,)
    )
    return [*fields, *items]


def _knows(db: apsw.Connection, schema: str, quiz: str, *, of: str) -> bool:
    """Whether the newest version that the other has is one of the versions here."""
    last = f"SELECT at, what, fields FROM {of}.history WHERE quiz = ?1 ORDER BY id DESC LIMIT 1"
    return bool(
        db.execute(
            f"SELECT EXISTS (SELECT 1 FROM {schema}.history AS known JOIN ({last}) AS last"
            " USING (at, what, fields) WHERE known.quiz = ?1)",
            (quiz,),
        ).get
    )


def _last_sync(db: apsw.Connection, schema: str, quiz: str) -> float:
    last = db.execute(
        f"SELECT max(max(coalesce(seen_at, 0)), coalesce(max(sent_at), 0)) FROM {schema}.link"
        f" LEFT JOIN {schema}.intent ON link = link.id WHERE quiz = ?",
        (quiz,),
    ).get
    return float(last) if isinstance(last, (int, float)) else 0.0
