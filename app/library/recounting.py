"""Problems counted anew where the rules are others than those they were counted by, such as after an update."""

from collections.abc import Mapping, Sequence

import apsw

from app.checks.rules import rules
from app.checks.table import problems
from app.library.library import Library
from app.library.opening import open_item
from app.library.sameness import Place
from app.library.saving import write_columns

_STALE = """
SELECT item.quiz, item.id FROM item JOIN quiz ON quiz.id = item.quiz WHERE item.rules != ?
ORDER BY quiz.deleted_at IS NOT NULL, quiz.edited_at DESC, quiz.id, item.place
"""


def stale(db: apsw.Connection) -> list[Place]:
    """The questions whose problems were counted by other rules, those of the last edited quiz first."""
    return [(str(quiz), str(item)) for quiz, item in db.execute(_STALE, (rules(),))]


def recount(library: Library, places: Sequence[Place]) -> Mapping[Place, int]:
    """Count the problems of these questions; gives the counts that are others than before.

    It is no edit: history, dates and revisions stay. Raises what `transaction` raises.
    """
    with library.transaction() as db:
        counts = {place: len(problems(item)) for place in places if (item := open_item(db, *place)) is not None}
        others = {place: count for place, count in counts.items() if _kept(db, place) != count}
        db.executemany(
            "UPDATE item SET problem_count = ?, rules = ? WHERE quiz = ? AND id = ?",
            [(count, rules(), *place) for place, count in counts.items()],
        )
        for quiz_id in {quiz_id for quiz_id, _ in others}:
            write_columns(db, quiz_id)
    return others


def _kept(db: apsw.Connection, place: Place) -> object:
    return db.execute("SELECT problem_count FROM item WHERE quiz = ? AND id = ?", place).get
