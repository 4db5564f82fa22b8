"""The quizzes of the library, and the history of each, as rows."""

import json

import apsw

from app.library.assignment import read_assignment
from app.library.errors import NoSuchQuiz, SeveralQuizzes
from app.library.row import HistoryRow, QuizRow, State, Visibility

_ROWS = """
SELECT quiz.id, quiz.title, quiz.question_count, quiz.points, quiz.problem_count, quiz.edited_at, quiz.deleted_at,
       link.id, link.account, link.course, coalesce(course.name, ''), link.canvas_id, link.changes, link.changed_there,
       link.assignment, (SELECT count(*) FROM conflict JOIN link AS l ON l.id = conflict.link WHERE l.quiz = quiz.id),
       (SELECT group_concat(label, ',')
        FROM (SELECT label FROM tag WHERE tag.quiz = quiz.id AND tag.item = '' ORDER BY place)),
       (SELECT group_concat(l.account || '/' || l.course, char(10)) FROM link AS l
        WHERE l.quiz = quiz.id AND l.id IS NOT link.id),
       (SELECT count(*) FROM link AS l WHERE l.quiz = quiz.id AND l.canvas_id IS NOT NULL),
       (SELECT count(*) FROM link AS l
        WHERE l.quiz = quiz.id AND l.canvas_id IS NOT NULL AND l.assignment ->> '$.published')
FROM quiz
LEFT JOIN link ON link.id = (SELECT id FROM link AS l WHERE l.quiz = quiz.id ORDER BY l.rowid LIMIT 1)
LEFT JOIN course ON course.account = link.account AND course.id = link.course
WHERE (quiz.deleted_at IS NOT NULL) = ?
ORDER BY quiz.edited_at DESC, quiz.id
"""


def quiz_rows(db: apsw.Connection, now: float, *, deleted: bool = False) -> list[QuizRow]:
    """Every quiz, or every recently deleted one, the last edited first; with its first link, and who sees it `now`."""
    return [_row(now, *columns) for columns in db.execute(_ROWS, (deleted,))]


def item_counts(db: apsw.Connection) -> dict[str, int]:
    """Quiz id → how many rows it has, stimuli and banks included; a quiz without any is left out."""
    return dict(db.execute("SELECT quiz, count(*) FROM item GROUP BY quiz"))


def _row(
    now: float,
    quiz_id: str,
    title: str,
    questions: int,
    points: float,
    problems: int,
    edited_at: float,
    deleted_at: float | None,
    link_id: str | None,
    account: str | None,
    course: str | None,
    course_name: str,
    canvas_id: str | None,
    changes: int | None,
    changed_there: int | None,
    assignment: str | None,
    conflicts: int,
    tags: str | None,
    others: str | None,
    there: int,
    published: int,
) -> QuizRow:
    """The columns as a row; no tag has a comma in it."""
    seen_by, closes_at = visibility_of(assignment or "{}", now) if canvas_id else (None, None)
    return QuizRow(
        id=quiz_id,
        title=title,
        questions=questions,
        points=points,
        problems=problems,
        edited_at=edited_at,
        deleted_at=deleted_at,
        state=_state(canvas_id, changes or 0, bool(changed_there), bool(conflicts)),
        changes=changes or 0,
        conflicts=conflicts,
        link_id=link_id,
        account_id=account,
        course_id=course,
        course_name=course_name,
        canvas_id=canvas_id,
        visibility=seen_by,
        closes_at=closes_at,
        tags=tuple(tags.split(",")) if tags else (),
        others=frozenset(others.split("\n")) if others else frozenset(),
        there=there,
        published=published,
    )


def _state(canvas_id: str | None, changes: int, changed_there: bool, conflicts: bool) -> State:
    if canvas_id is None:
        return State.LOCAL
    if conflicts:
        return State.CONFLICT
    if changed_there:
        return State.CHANGED_THERE
    return State.EDITED if changes else State.SYNCED


def visibility_of(assignment: str, now: float) -> tuple[Visibility, float | None]:
    """Who sees a quiz now, and when it closes or closed; `assignment` is JSON as Canvas told it."""
    told = read_assignment(json.loads(assignment))
    if not told.published:
        return Visibility.NOT_PUBLISHED, None
    if told.closes_at is None:
        return Visibility.PUBLISHED, None
    return (Visibility.OPEN_UNTIL if now < told.closes_at else Visibility.CLOSED), told.closes_at


def found_quiz(db: apsw.Connection, text: str) -> str:
    """The id that `text` stands for: an id, an exact title, or the one id that begins so.

    Raises `NoSuchQuiz`, `SeveralQuizzes`.
    """
    for condition in ("id = ?1", "title = ?1", "length(?1) > 0 AND substr(id, 1, length(?1)) = ?1"):
        ids = [row[0] for row in db.execute(f"SELECT id FROM quiz WHERE deleted_at IS NULL AND {condition}", (text,))]
        if len(ids) > 1:
            raise SeveralQuizzes(text, ids)
        if ids:
            return str(ids[0])
    raise NoSuchQuiz(text)


def history(db: apsw.Connection, quiz_id: str) -> list[HistoryRow]:
    """Every kept version of a quiz, the newest first."""
    rows = db.execute("SELECT id, quiz, at, what FROM history WHERE quiz = ? ORDER BY id DESC", (quiz_id,))
    return [HistoryRow(*columns) for columns in rows]
