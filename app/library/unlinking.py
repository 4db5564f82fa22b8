"""Taking a quiz from its course here, and putting it back: nothing happens on Canvas."""

from dataclasses import dataclass

import apsw

_TABLES = {"link": "id", "item_link": "link", "intent": "link", "conflict": "link"}
"""What belongs to a link, and by which column; the link itself first, because the others refer to it."""


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Everything that was kept of a link: the rows of each table, with the names of its columns."""

    rows: tuple[tuple[str, tuple[str, ...], tuple[tuple[object, ...], ...]], ...]


def take_from_course(db: apsw.Connection, link: str) -> Unlinked:
    """Forget where a quiz is; what was known of it is given back for `put_back`."""
    rows = []
    for table, column in _TABLES.items():
        names = tuple(row[0] for row in db.execute("SELECT name FROM pragma_table_info(?)", (table,)))
        if table == "link":
            names = ("rowid", *names)  # which of a quiz's links is the first
        found = db.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {column} = ? ORDER BY rowid", (link,))
        rows.append((table, names, tuple(tuple(row) for row in found)))
    db.execute("DELETE FROM link WHERE id = ?", (link,))
    return Unlinked(tuple(rows))


def put_back(db: apsw.Connection, unlinked: Unlinked) -> None:
    """Link the quiz again as it was; nothing where it was linked to the same course anew, or is gone, meanwhile."""
    (_, names, ((*values,),)), *others = unlinked.rows
    link = dict(zip(names, values, strict=True))
    linked = db.execute(
        "SELECT 1 FROM link WHERE quiz = ? AND account = ? AND course = ?",
        (link["quiz"], link["account"], link["course"]),
    ).get
    if linked is not None or db.execute("SELECT 1 FROM quiz WHERE id = ?", (link["quiz"],)).get is None:
        return
    if db.execute("SELECT 1 FROM link WHERE rowid = ?", (link["rowid"],)).get is not None:
        values[0] = None  # another quiz was linked meanwhile: this link comes last
    for table, columns, rows in (("link", names, (tuple(values),)), *others):
        places = ", ".join("?" * len(columns))
        db.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)
