"""Marks that were written here and are not on Canvas yet. What changes something is called inside a transaction."""

from collections.abc import Iterable

import apsw

from app.library.results.row import Mark

_MARK = "SELECT results, submission, attempt, question, score, comment, base_score, base_comment, state, told FROM mark"


def marks(db: apsw.Connection, set_key: int | None = None) -> list[Mark]:
    """Those of one set, or all, in the order in which their attempts were first marked."""
    where, values = ("", ()) if set_key is None else (" WHERE results = ?", (set_key,))
    return [Mark(*row) for row in db.execute(f"{_MARK}{where} ORDER BY marked_at, rowid", values)]


def marks_of(db: apsw.Connection, set_key: int, submission: str, attempt: int) -> dict[str, Mark]:
    """Those of one attempt by question; "" for its fudge points."""
    where = "results = ? AND submission = ? AND attempt = ?"
    found = (Mark(*row) for row in db.execute(f"{_MARK} WHERE {where}", (set_key, submission, attempt)))
    return {mark.question_id: mark for mark in found}


def keep_mark(db: apsw.Connection, mark: Mark, now: float) -> None:
    """Keep a mark in place of an earlier one for the same answer; one that changes nothing is forgotten."""
    if not mark.changes:
        forget_marks(db, [mark])
        return
    db.execute(
        "INSERT INTO mark (results, submission, attempt, question, score, comment, base_score, base_comment, state,"
        " told, marked_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        " ON CONFLICT (results, submission, attempt, question) DO UPDATE SET score = ?5, comment = ?6,"
        " base_score = ?7, base_comment = ?8, state = ?9, told = ?10",
        (*_place(mark), mark.score, mark.comment, mark.base_score, mark.base_comment, mark.state, mark.told, now),
    )


def turn(db: apsw.Connection, found: Iterable[Mark], state: str, told: str = "") -> None:
    """Note how far marks are; `told` is why they were not taken."""
    db.executemany(
        "UPDATE mark SET state = ?, told = ? WHERE results = ? AND submission = ? AND attempt = ? AND question = ?",
        [(state, told, *_place(mark)) for mark in found],
    )


def forget_marks(db: apsw.Connection, found: Iterable[Mark]) -> None:
    """Canvas has them, or they are not wanted any more."""
    where = "results = ? AND submission = ? AND attempt = ? AND question = ?"
    db.executemany(f"DELETE FROM mark WHERE {where}", [_place(mark) for mark in found])


def _place(mark: Mark) -> tuple[int, str, int, str]:
    return mark.set, mark.submission_id, mark.attempt, mark.question_id
