"""More time and attempts that students were given, or are to be given. Canvas has no way to ask for it again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import apsw

from app.library.results.row import Kind

Fields = Mapping[str, int | bool]


class GivenState:
    """How far it is: `LATER` waits until the student has opened the quiz."""

    HERE = "here"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Given:
    """One student, one quiz or, with "", every quiz of its kind in a course. `fields` in the words of the API."""

    account_id: str
    course_id: str
    quiz_id: str
    kind: Kind
    student_id: str
    name: str
    fields: Fields
    state: str = GivenState.HERE
    told: str = ""
    at: float = 0
    id: int = 0


_GIVEN = "SELECT account, course, quiz, kind, student, name, fields, state, told, at, id FROM given"


def given(db: apsw.Connection, account: str, course: str) -> list[Given]:
    """Everything that is known of a course, the oldest first."""
    rows = db.execute(f"{_GIVEN} WHERE account = ? AND course = ? ORDER BY id", (account, course))
    return [_read(row) for row in rows]


def unsent(db: apsw.Connection, account: str) -> list[Given]:
    """What an account still has to send, the oldest first."""
    rows = db.execute(f"{_GIVEN} WHERE account = ? AND state IN ('here', 'sending', 'later') ORDER BY id", (account,))
    return [_read(row) for row in rows]


def keep_given(db: apsw.Connection, one: Given, now: float) -> int:
    """Keep it as to be sent; gives its id."""
    db.execute(
        "INSERT INTO given (account, course, quiz, kind, student, name, fields, state, told, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*_place(one), one.student_id, one.name, json.dumps(dict(one.fields)), one.state, one.told, now),
    )
    return db.last_insert_rowid()


def turn_given(db: apsw.Connection, number: int, state: str, told: str, now: float) -> None:
    """Note how far it is; `told` is what Canvas said."""
    db.execute("UPDATE given SET state = ?, told = ?, at = ? WHERE id = ?", (state, told, now, number))


def forget_given(db: apsw.Connection, number: int) -> None:
    """It is not to be sent any more, or the note is not wanted."""
    db.execute("DELETE FROM given WHERE id = ?", (number,))


def _read(row: tuple) -> Given:  # type: ignore[type-arg]  # the driver's own
    account, course, quiz, kind, student, name, fields, state, told, at, number = row
    return Given(account, course, quiz, kind, student, name, json.loads(fields), state, told, at, number)


def _place(one: Given) -> tuple[str, str, str, str]:
    return one.account_id, one.course_id, one.quiz_id, one.kind
