"""The write-intent journal and the open conflicts of a link (reliability.md, Decisions 1; decisions 15)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from app.library.linking import text


@dataclass(frozen=True, slots=True)
class IntentRow:
    """A write that was about to be sent; `sent_at` in epoch seconds."""

    id: str
    kind: str
    item_id: str
    canvas_id: str | None
    units: Mapping[str, Any]
    known: frozenset[str]
    sent_at: float


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """The same unit changed on both sides; the values are JSON."""

    item_id: str
    unit: str
    base: Any
    mine: Any
    theirs: Any


def begin(db: apsw.Connection, link: str, intent: IntentRow) -> None:
    """Journal a write before it is sent."""
    db.execute(
        "INSERT INTO intent (id, link, kind, item, canvas_id, units, known, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            intent.id,
            link,
            intent.kind,
            intent.item_id,
            intent.canvas_id,
            text(intent.units),
            json.dumps(sorted(intent.known)),
            intent.sent_at,
        ),
    )


def note_unknown(db: apsw.Connection, intent: str, now: float) -> None:
    """Note until when the request may have been under way: it may have waited for its turn since it was journalled."""
    db.execute("UPDATE intent SET sent_at = ? WHERE id = ?", (now, intent))


def settle(db: apsw.Connection, intent: str, now: float) -> None:
    """Note that the outcome of a write is known."""
    db.execute("UPDATE intent SET settled_at = ? WHERE id = ?", (now, intent))


def forget_settled(db: apsw.Connection, before: float) -> None:
    """Forget writes whose outcome was known before that moment."""
    db.execute("DELETE FROM intent WHERE settled_at < ?", (before,))


def lost(db: apsw.Connection, link: str) -> list[IntentRow]:
    """Writes whose outcome is not known, in the order in which they were sent."""
    rows = db.execute(
        "SELECT id, kind, item, canvas_id, units, known, sent_at FROM intent WHERE link = ? AND settled_at IS NULL"
        " ORDER BY rowid",
        (link,),
    )
    return [
        IntentRow(id_, kind, item, canvas_id, json.loads(units), frozenset(json.loads(known)), sent_at)
        for id_, kind, item, canvas_id, units, known, sent_at in rows
    ]


def note_conflicts(db: apsw.Connection, link: str, conflicts: Sequence[ConflictRow]) -> None:
    """Keep the conflicts as the last sync saw them; those that are no more go."""
    db.execute("DELETE FROM conflict WHERE link = ?", (link,))
    db.executemany(
        "INSERT INTO conflict (link, item, unit, base, mine, theirs) VALUES (?, ?, ?, ?, ?, ?)",
        [(link, c.item_id, c.unit, text(c.base), text(c.mine), text(c.theirs)) for c in conflicts],
    )


def conflicts(db: apsw.Connection, link: str) -> list[ConflictRow]:
    """What is undecided."""
    rows = db.execute("SELECT item, unit, base, mine, theirs FROM conflict WHERE link = ? ORDER BY rowid", (link,))
    return [ConflictRow(i, unit, json.loads(b), json.loads(m), json.loads(t)) for i, unit, b, m, t in rows]


def are_the_same(rows: Sequence[ConflictRow], others: Sequence[ConflictRow]) -> bool:
    """Whether both say the same, in any order."""
    return sorted(map(_written, rows)) == sorted(map(_written, others))


def _written(row: ConflictRow) -> str:
    return json.dumps([row.item_id, row.unit, text(row.base), text(row.mine), text(row.theirs)])


def settle_conflicts(db: apsw.Connection, link: str, units: Sequence[tuple[str, str]]) -> None:
    """Note that these conflicts, by item id and unit, are decided."""
    db.executemany("DELETE FROM conflict WHERE link = ? AND item = ? AND unit = ?", [(link, *unit) for unit in units])


def reopen_conflicts(db: apsw.Connection, link: str, conflicts: Sequence[ConflictRow]) -> None:
    """Note that these are undecided again; what a look at Canvas found since stands."""
    db.executemany(
        "INSERT OR IGNORE INTO conflict (link, item, unit, base, mine, theirs) VALUES (?, ?, ?, ?, ?, ?)",
        [(link, c.item_id, c.unit, text(c.base), text(c.mine), text(c.theirs)) for c in conflicts],
    )
