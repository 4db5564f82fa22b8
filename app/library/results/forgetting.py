"""Names and marks of students go again: after the days that the person prefers, or all at once.

They go out of the automatic backups as well, and the freed pages are written over: a deleted name that could still be
read in the file would not be deleted.
"""

from dataclasses import dataclass

import apsw

from app.library.automatic_backup import automatic_backups
from app.library.library import Library

_DAY = 86400.0
_TABLES = ("mark", "attempt_answers", "attempt", "result_set", "given")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went: quizzes with results, marks that had not been sent, and notes of what students were given."""

    quizzes: int
    marks: int
    given: int


def forget_results(library: Library) -> Forgotten:
    """Delete all results, marks and notes, sent or not. Raises LibraryError."""
    gone = Forgotten(*(_count(library.db, table) for table in ("result_set", "mark", "given")))
    library.db.pragma("secure_delete", True)
    with library.transaction() as db:
        for table in _TABLES:
            db.execute(f"DELETE FROM {table}")
    _clean_up(library)
    return gone


def forget_old_results(library: Library, days: int) -> int:
    """Delete what was fetched, or given, more than so many days ago; gives how many quizzes went.

    Results with marks that are not sent stay until those are sent or deleted: they are somebody's work.
    """
    limit = library.now() - days * _DAY
    old = "SELECT key FROM result_set WHERE fetched_at < ? AND key NOT IN (SELECT results FROM mark)"
    count: int = library.db.execute(f"SELECT count(*) FROM ({old})", (limit,)).get
    notes = library.db.execute("SELECT count(*) FROM given WHERE at < ? AND state = 'sent'", (limit,)).get
    if count or notes:
        library.db.pragma("secure_delete", True)
        with library.transaction() as db:
            db.execute(f"DELETE FROM result_set WHERE key IN ({old})", (limit,))
            db.execute("DELETE FROM given WHERE at < ? AND state = 'sent'", (limit,))
        _clean_up(library)
    return count


def _clean_up(library: Library) -> None:
    library.db.pragma("wal_checkpoint", "TRUNCATE")
    for path in automatic_backups(library.folder):
        backup = apsw.Connection(str(path))
        try:
            known = {name for (name,) in backup.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            if any(table in known and _count(backup, table) for table in _TABLES):
                backup.pragma("secure_delete", True)
                with backup:
                    for table in _TABLES:
                        backup.execute(f"DELETE FROM {table}")
        finally:
            backup.close()


def _count(db: apsw.Connection, table: str) -> int:
    count = db.execute(f"SELECT count(*) FROM {table}").get
    assert isinstance(count, int)
    return count
