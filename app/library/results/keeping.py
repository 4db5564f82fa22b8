"""Results in the library: sets, their attempts with answers, and the lists made of them.

Reading is done here and now; what changes something is called inside a transaction of the library.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import apsw

from app.library.results.row import Answer, AskedQuestion, AttemptRow, QuizThere, ResultSet

_SET = "SELECT key, account, course, quiz, kind, title, points, assignment, questions, fetched_at FROM result_set"
_ATTEMPT = (
    "SELECT submission, attempt, student, name, state, score, kept_score, fudge, finished_at, spent, waiting, overdue"
)


def result_sets(db: apsw.Connection) -> list[ResultSet]:
    """Everything that is kept, by its title."""
    return [_set(row) for row in db.execute(f"{_SET} ORDER BY title, key")]


def result_set(db: apsw.Connection, quiz: QuizThere) -> ResultSet | None:
    """What is kept of a quiz; None where nothing is."""
    where = "account = ? AND course = ? AND quiz = ? AND kind = ?"
    row = db.execute(f"{_SET} WHERE {where}", (quiz.account_id, quiz.course_id, quiz.quiz_id, quiz.kind)).get
    return None if row is None else _set(row)


def attempts(db: apsw.Connection, set_key: int) -> list[AttemptRow]:
    """Every attempt of a set by student and number; answers are not read."""
    count = "SELECT submission, attempt, count(*) FROM mark WHERE results = ? GROUP BY submission, attempt"
    unsent = {(one, number): many for one, number, many in db.execute(count, (set_key,))}
    rows = db.execute(f"{_ATTEMPT} FROM attempt WHERE results = ? ORDER BY name, student, attempt", (set_key,))
    return [_attempt(row, unsent.get((row[0], row[1]), 0)) for row in rows]


def students(db: apsw.Connection, account: str, course: str) -> dict[str, str]:
    """The students of whom results of a course are kept, id → name."""
    query = (
        "SELECT DISTINCT student, name FROM attempt JOIN result_set ON key = results WHERE account = ? AND course = ?"
    )
    return {str(student): str(name) for student, name in db.execute(query, (account, course))}


def answers(db: apsw.Connection, set_key: int, submission: str, attempt: int) -> list[Answer]:
    """The answers of one attempt in the order of Canvas."""
    query = "SELECT answers FROM attempt_answers WHERE results = ? AND submission = ? AND attempt = ?"
    return [Answer(**answer) for answer in json.loads(db.execute(query, (set_key, submission, attempt)).get or "[]")]


def keep_results(db: apsw.Connection, fetched: ResultSet, rows: Sequence[tuple[AttemptRow, Sequence[Answer]]]) -> int:
    """Keep what was just fetched in place of what was there; marks that are not sent stay. Gives the key of the set."""
    quiz = fetched.quiz
    questions = json.dumps([asdict(one) for one in fetched.questions], ensure_ascii=False)
    db.execute(
        "INSERT INTO result_set (account, course, quiz, kind, title, points, assignment, questions, fetched_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (account, course, quiz, kind) DO UPDATE SET"
        " title = ?5, points = ?6, assignment = ?7, questions = ?8, fetched_at = ?9",
        (*_place(quiz), fetched.title, fetched.points, fetched.assignment_id, questions, fetched.fetched_at),
    )
    kept = result_set(db, quiz)
    assert kept is not None
    for table in ("attempt", "attempt_answers"):
        db.execute(f"DELETE FROM {table} WHERE results = ?", (kept.key,))
    db.executemany(
        "INSERT OR REPLACE INTO attempt (results, submission, attempt, student, name, state, score, kept_score, fudge,"
        " finished_at, spent, waiting, overdue) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(kept.key, *_columns(row)) for row, _ in rows],
    )
    db.executemany(
        "INSERT OR REPLACE INTO attempt_answers (results, submission, attempt, answers) VALUES (?, ?, ?, ?)",
        [(kept.key, row.submission_id, row.attempt, _written(given)) for row, given in rows if given],
    )
    return kept.key


def note_marked(
    db: apsw.Connection,
    set_key: int,
    submission: str,
    attempt: int,
    given: Sequence[Answer],
    **seen: float | str | None,
) -> None:
    """Keep what Canvas has of one attempt after marks were taken; `seen` are columns of it."""
    waiting = sum(answer.points is None for answer in given)
    where = (set_key, submission, attempt)
    db.execute(
        "UPDATE attempt_answers SET answers = ? WHERE results = ? AND submission = ? AND attempt = ?",
        (_written(given), *where),
    )
    columns: Mapping[str, float | str | None] = {**seen, "waiting": waiting}
    names = ", ".join(f"{name} = ?" for name in columns)
    db.execute(
        f"UPDATE attempt SET {names} WHERE results = ? AND submission = ? AND attempt = ?", (*columns.values(), *where)
    )


def _attempt(row: tuple, unsent: int) -> AttemptRow:  # type: ignore[type-arg]  # the driver's own
    one, number, student, name, state, score, kept, fudge, finished, spent, waiting, overdue = row
    return AttemptRow(
        one, number, student, name, state, score, kept, fudge, finished, spent, waiting, bool(overdue), unsent
    )


def _columns(row: AttemptRow) -> tuple[str | int | float | None, ...]:
    head = (row.submission_id, row.attempt, row.student_id, row.name, row.state, row.score, row.kept_score, row.fudge)
    return (*head, row.finished_at, row.spent, row.waiting, int(row.overdue))


def _written(given: Sequence[Answer]) -> str:
    return json.dumps([asdict(answer) for answer in given], ensure_ascii=False)


def _set(row: tuple) -> ResultSet:  # type: ignore[type-arg]  # the driver's own
    key, account, course, quiz, kind, title, points, assignment, questions, fetched_at = row
    asked = tuple(AskedQuestion(**one) for one in json.loads(questions))
    return ResultSet(key, QuizThere(account, course, quiz, kind), title, points, assignment, asked, fetched_at)


def _place(quiz: QuizThere) -> tuple[str, str, str, str]:
    return quiz.account_id, quiz.course_id, quiz.quiz_id, quiz.kind
