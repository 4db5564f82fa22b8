"""The quizzes of a course that Canvas listed and that are not here, and what of a course can be used off-line."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import apsw

from app.library.linking import text
from app.library.listing import visibility_of
from app.library.row import QuizRow, Ready, State

Json = Mapping[str, Any]
_DATES = ("published", "unlock_at", "due_at", "lock_at")

_HERE = (
    "SELECT 1 FROM link JOIN quiz ON quiz.id = link.quiz WHERE deleted_at IS NULL"
    " AND link.account = quiz_there.account AND link.course = quiz_there.course AND link.canvas_id = quiz_there.id"
)
_ROWS = f"""
SELECT quiz_there.account, quiz_there.course, course.name, quiz_there.id, title, points, told FROM quiz_there
JOIN course ON course.account = quiz_there.account AND course.id = quiz_there.course
WHERE NOT EXISTS ({_HERE}) ORDER BY title, quiz_there.id
"""
_READY = """
SELECT count(*), coalesce(sum(pictures), 0), coalesce(sum(pictures_here), 0),
       coalesce(sum(seen_at IS NOT NULL AND NOT changed_there), 0)
FROM link JOIN quiz ON quiz.id = link.quiz
WHERE deleted_at IS NULL AND canvas_id IS NOT NULL AND link.account = ?1 AND link.course = ?2
"""


def note_listed(db: apsw.Connection, account: str, course: str, quizzes: Sequence[Json], now: float) -> None:
    """Keep the quizzes of a course as Canvas just listed them; the list must be whole."""
    db.execute("DELETE FROM quiz_there WHERE account = ? AND course = ?", (account, course))
    db.executemany(
        "INSERT OR REPLACE INTO quiz_there (account, course, id, title, points, told) VALUES (?, ?, ?, ?, ?, ?)",
        [(account, course, str(raw["id"]), str(raw.get("title") or ""), _points(raw), _told(raw)) for raw in quizzes],
    )
    db.execute("UPDATE course SET listed_at = ? WHERE account = ? AND id = ?", (now, account, course))


def _points(raw: Json) -> float:
    points = raw.get("points_possible")
    return float(points) if isinstance(points, int | float) else 0.0


def _told(raw: Json) -> str:
    """What says who sees it; the quiz itself is asked for when it is brought here."""
    return text({name: raw.get(name) for name in _DATES})


def note_dates(db: apsw.Connection, link: str, raw: Json) -> None:
    """Keep of a quiz that is here who sees it, as the list of its course tells; the rest of its assignment stays."""
    known = json.loads(db.execute("SELECT assignment FROM link WHERE id = ?", (link,)).get or "{}")
    db.execute(
        "UPDATE link SET assignment = ? WHERE id = ?", (text(known | {name: raw.get(name) for name in _DATES}), link)
    )


def rows(db: apsw.Connection, now: float) -> list[QuizRow]:
    """What is on Canvas and not here, also what was deleted here. `id` names the place there: no quiz here has it.

    How many questions they have, Canvas's list does not tell.
    """
    return [_row(now, *columns) for columns in db.execute(_ROWS)]


def _row(
    now: float, account: str, course: str, course_name: str, canvas_id: str, title: str, points: float, told: str
) -> QuizRow:
    visibility, closes_at = visibility_of(told, now)
    return QuizRow(
        id=f"{account}/{course}/{canvas_id}",
        title=title,
        questions=0,
        points=points,
        problems=0,
        edited_at=0.0,
        deleted_at=None,
        state=State.ONLY_THERE,
        changes=0,
        conflicts=0,
        link_id=None,
        account_id=account,
        course_id=course,
        course_name=course_name,
        canvas_id=canvas_id,
        visibility=visibility,
        closes_at=closes_at,
    )


def keep_course(db: apsw.Connection, account: str, course: str, *, kept: bool) -> None:
    """Mark a course as one whose quizzes and pictures are kept here for off-line, or no longer."""
    db.execute("UPDATE course SET kept = ? WHERE account = ? AND id = ?", (kept, account, course))


def note_pictures(db: apsw.Connection, link: str, *, here: int, named: int) -> None:
    """Keep how many pictures a quiz names, and how many of them are on this computer."""
    db.execute("UPDATE link SET pictures = ?, pictures_here = ? WHERE id = ?", (named, here, link))


def pictures_of(db: apsw.Connection, link: str) -> tuple[int, int]:
    """How many pictures of a quiz are here, and how many it names."""
    here, named = db.execute("SELECT pictures_here, pictures FROM link WHERE id = ?", (link,)).get
    return here, named


def ready(db: apsw.Connection, account: str, course: str) -> Ready:
    """What of a course can be used off-line."""
    here, named, pictures, whole = db.execute(_READY, (account, course)).get
    missing = db.execute(
        f"SELECT count(*) FROM quiz_there WHERE account = ? AND course = ? AND NOT EXISTS ({_HERE})", (account, course)
    ).get
    return Ready(whole, here + missing, pictures, named, here)
