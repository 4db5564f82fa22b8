"""Names and marks of students go again: after the days that the person prefers, or all at once.

They go out of the automatic backups and of libraries that a restore kept aside as well, and the freed pages are
written over: a deleted name that could still be read in the file would not be deleted.
"""

from dataclasses import dataclass
from pathlib import Path

import apsw

from app.library.automatic_backup import automatic_backups
from app.library.backup import set_aside
from app.library.left_out import STUDENTS, leave_out_students
from app.library.library import Library
from app.message import Message, message

_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went: quizzes with results, marks that had not been sent, and notes of what students were given.

    `left` are copies of the library that are damaged, so that nothing can be taken out of them.
    """

    quizzes: int
    marks: int
    given: int
    left: tuple[Path, ...] = ()


def left_words(path: Path) -> Message:
    """What is to be said of a copy that is damaged."""
    return message(
        'The copy of the library "{path}" is damaged: names of students may be left in it. Delete it by hand.',
        path=str(path),
    )


def forget_results(library: Library) -> Forgotten:
    """Delete all results, marks and notes, sent or not. Raises LibraryError."""
    quizzes, marks, notes = (_count(library.db, table) for table in ("result_set", "mark", "given"))
    library.db.pragma("secure_delete", True)
    with library.transaction() as db:
        for table in STUDENTS:
            db.execute(f"DELETE FROM {table}")
    return Forgotten(quizzes, marks, notes, _clean_up(library))


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


def _clean_up(library: Library) -> tuple[Path, ...]:
    library.db.pragma("wal_checkpoint", "TRUNCATE")
    left = []
    for path in (*automatic_backups(library.folder), *set_aside(library.folder)):
        try:
            leave_out_students(path)
        except apsw.Error:
            left.append(path)
    return tuple(left)


def _count(db: apsw.Connection, table: str) -> int:
    count = db.execute(f"SELECT count(*) FROM {table}").get
    assert isinstance(count, int)
    return count
