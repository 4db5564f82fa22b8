"""Accounts, courses, and where quizzes and items are on Canvas, with both halves of the base (decisions 1, 2, 5)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from uuid import uuid4

import apsw

from app.library.row import Account, CourseRow, LinkRow, SignInWay

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class QuizBase:
    """What both sides agreed on for the fields of a quiz.

    `order` is item ids as both had them; `moving` says that moves of ours were begun and not seen through since.
    """

    canvas_id: str | None
    sent: Json
    returned: Json
    kept: Json
    order: tuple[str, ...]
    moving: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ItemBase:
    """What both sides agreed on for one item; what is kept as before is the same object."""

    item_id: str
    canvas_id: str
    sent: Json
    returned: Json
    kept: Json


_WAYS = {way.value: way for way in SignInWay}
"""A newer version may know more ways."""
_ACCOUNT = (
    "SELECT id, kind, origin, instance, user_id, user_name, coalesce(habits ->> 'way', ''), habits ->> 'ends_at',"
    " coalesce(habits ->> 'label', ''), coalesce(habits ->> 'is_over', 0) FROM account"
)


def accounts(db: apsw.Connection) -> list[Account]:
    """Every connection, the oldest first."""
    rows = db.execute(f"{_ACCOUNT} ORDER BY rowid")
    return [
        replace(Account(*row), way=_WAYS.get(way, SignInWay.UNKNOWN), ends_at=end, label=label, is_over=bool(over))
        for *row, way, end, label, over in rows
    ]


def note_sign_in(db: apsw.Connection, account: str, way: SignInWay, ends_at: float | None = None) -> None:
    """Keep how a person signed in, and when that ends; no secret is in it."""
    learn(db, account, "way", way)
    learn(db, account, "ends_at", ends_at)
    learn(db, account, "is_over", False)


def note_over(db: apsw.Connection, account: str, *, over: bool) -> None:
    """Keep that Canvas does not accept the sign-in any more, or does so again."""
    learn(db, account, "is_over", over)


def account_for(
    db: apsw.Connection, *, kind: str, origin: str, user_id: str, user_name: str, instance: str = ""
) -> Account:
    """The account of this person there, made where it is new. A Practice Canvas is known by its instance: its address
    changes with every start."""
    found = db.execute(
        "SELECT id FROM account WHERE kind = ? AND user_id = ? AND (instance != '' AND instance = ? OR origin = ?)",
        (kind, user_id, instance, origin),
    ).get
    account = Account(found or str(uuid4()), kind, origin, instance, user_id, user_name)
    db.execute(
        "INSERT INTO account (id, kind, origin, instance, user_id, user_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (id) DO UPDATE SET origin = ?3, instance = ?4, user_name = ?6",
        (account.id, kind, origin, instance, user_id, user_name),
    )
    return account


def habits(db: apsw.Connection, account: str) -> dict[str, Any]:
    """What was learned of an account's server."""
    found: dict[str, Any] = json.loads(db.execute("SELECT habits FROM account WHERE id = ?", (account,)).get or "{}")
    return found


def learn(db: apsw.Connection, account: str, habit: str, value: object) -> None:
    """Remember a habit of an account's server."""
    text = json.dumps({**habits(db, account), habit: value})
    db.execute("UPDATE account SET habits = ? WHERE id = ?", (text, account))


def note_courses(db: apsw.Connection, courses: Sequence[CourseRow]) -> None:
    """Keep the courses as they were just seen."""
    db.executemany(
        "INSERT INTO course (account, id, name, term, time_zone, ends_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (account, id) DO UPDATE SET name = ?3, term = ?4, time_zone = ?5, ends_at = ?6",
        [(one.account_id, one.id, one.name, one.term, one.time_zone, one.ends_at) for one in courses],
    )


def courses(db: apsw.Connection) -> list[CourseRow]:
    """Every course of every account."""
    query = "SELECT account, id, name, term, time_zone, kept, listed_at, ends_at FROM course ORDER BY name, id"
    return [
        CourseRow(account, course, name, term, zone, kept=bool(kept), listed_at=at, ends_at=end)
        for account, course, name, term, zone, kept, at, end in db.execute(query)
    ]


_LINK = "SELECT id, quiz, account, course, canvas_id FROM link"


def link_to(db: apsw.Connection, quiz: str, account: str, course: str) -> LinkRow:
    """The quiz's link to a course, made where there is none."""
    db.execute("INSERT OR IGNORE INTO course (account, id, name) VALUES (?1, ?2, 'Course ' || ?2)", (account, course))
    db.execute(
        "INSERT OR IGNORE INTO link (id, quiz, account, course) VALUES (?, ?, ?, ?)",
        (str(uuid4()), quiz, account, course),
    )
    where = f"{_LINK} WHERE quiz = ? AND account = ? AND course = ?"
    return LinkRow(*db.execute(where, (quiz, account, course)).get)


def links(db: apsw.Connection, quiz: str) -> list[LinkRow]:
    """Where a quiz is; the first one is the primary."""
    return [LinkRow(*row) for row in db.execute(f"{_LINK} WHERE quiz = ? ORDER BY rowid", (quiz,))]


def quiz_linked_to(db: apsw.Connection, account: str, course: str, canvas_id: str) -> str | None:
    """The quiz here that is this one on Canvas, also one that was deleted here."""
    found: str | None = db.execute(
        "SELECT quiz FROM link WHERE account = ? AND course = ? AND canvas_id = ?", (account, course, canvas_id)
    ).get
    return found


def unlink(db: apsw.Connection, link: str) -> None:
    """Forget where a quiz is; nothing happens on Canvas."""
    db.execute("DELETE FROM link WHERE id = ?", (link,))


def quiz_base(db: apsw.Connection, link: str) -> QuizBase:
    """What was agreed for the fields of a linked quiz."""
    columns = "canvas_id, sent, returned, kept, item_order, moving"
    canvas_id, sent, returned, kept, order, moving = db.execute(f"SELECT {columns} FROM link WHERE id = ?", (link,)).get
    parts = (json.loads(sent), json.loads(returned), json.loads(kept), tuple(json.loads(order)))
    return QuizBase(canvas_id, *parts, moving=bool(moving))


def note_quiz_base(db: apsw.Connection, link: str, base: QuizBase) -> None:
    """Keep what was agreed for the fields."""
    db.execute(
        "UPDATE link SET canvas_id = ?, sent = ?, returned = ?, kept = ? WHERE id = ?",
        (base.canvas_id, text(base.sent), text(base.returned), text(base.kept), link),
    )


def note_order(db: apsw.Connection, link: str, order: Sequence[str]) -> None:
    """Keep the order that both sides have."""
    db.execute("UPDATE link SET item_order = ?, moving = 0 WHERE id = ?", (json.dumps(list(order)), link))


def begin_moves(db: apsw.Connection, link: str) -> None:
    """Keep, before the first move is sent, that the order on Canvas is our own doing until it is agreed on again."""
    db.execute("UPDATE link SET moving = 1 WHERE id = ?", (link,))


def item_bases(db: apsw.Connection, link: str) -> list[ItemBase]:
    """What was agreed for every item."""
    rows = db.execute(
        "SELECT item, canvas_id, sent, returned, kept FROM item_link WHERE link = ? ORDER BY rowid", (link,)
    )
    return [_item_base(*row) for row in rows]


@lru_cache(maxsize=1000)
def _item_base(item: str, canvas_id: str, sent: str, returned: str, kept: str) -> ItemBase:
    """A sync reads them again and again and changes one at a time: what was read once is the same value."""
    return ItemBase(item, canvas_id, json.loads(sent), json.loads(returned), json.loads(kept))


def note_item_base(db: apsw.Connection, link: str, base: ItemBase) -> None:
    """Keep what was agreed for one item."""
    db.execute(
        "INSERT INTO item_link (link, item, canvas_id, sent, returned, kept) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (link, item) DO UPDATE SET canvas_id = ?3, sent = ?4, returned = ?5, kept = ?6",
        (link, base.item_id, base.canvas_id, text(base.sent), text(base.returned), text(base.kept)),
    )


def forget_item(db: apsw.Connection, link: str, item: str, canvas_id: str) -> None:
    """Forget that an item is on Canvas, unless it is there as another row by now."""
    db.execute("DELETE FROM item_link WHERE link = ? AND item = ? AND canvas_id = ?", (link, item, canvas_id))


def mark_agreed(db: apsw.Connection, link: str, items: Sequence[str], *, fields: bool) -> None:
    """Note that these items, and the fields, have nothing that Canvas lacks: from now on an edit is a change."""
    db.executemany(
        "UPDATE item_link SET (agreed_content, agreed_points) = (SELECT content, points FROM item, link"
        " WHERE link.id = item_link.link AND item.quiz = link.quiz AND item.id = item_link.item)"
        " WHERE link = ? AND item = ?",
        [(link, item) for item in items],
    )
    if fields:
        db.execute(
            "UPDATE link SET agreed_fields = (SELECT fields FROM quiz WHERE quiz.id = link.quiz) WHERE id = ?", (link,)
        )


_SENT_DIFFERS = (
    "agreed_content IS NOT content AND"
    " (SELECT json_remove(CAST(json AS TEXT), '$.local') FROM content WHERE sha = agreed_content) IS NOT"
    " (SELECT json_remove(CAST(json AS TEXT), '$.local') FROM content WHERE sha = item.content)"
)
"""Whether an item is another one for Canvas, too: what only this library knows of it is never sent."""


def count_changes(db: apsw.Connection, quiz: str) -> None:
    """Count, for each link of a quiz, what is not on Canvas yet: new, changed and deleted questions, fields, order."""
    for row in links(db, quiz):
        changes = db.execute(
            "SELECT count(*) FROM item LEFT JOIN item_link ON item_link.item = item.id AND link = ?1 WHERE quiz = ?2"
            f" AND entry_type = 'Item' AND (agreed_points IS NOT points OR {_SENT_DIFFERS})",
            (row.id, quiz),
        ).get
        changes += db.execute(
            "SELECT count(*) FROM item_link WHERE link = ?1 AND item NOT IN (SELECT id FROM item WHERE quiz = ?2)",
            (row.id, quiz),
        ).get
        changes += db.execute(
            "SELECT agreed_fields IS NOT fields FROM link JOIN quiz ON quiz.id = link.quiz WHERE link.id = ?", (row.id,)
        ).get
        db.execute("UPDATE link SET changes = ? WHERE id = ?", (changes + _moved(db, row), row.id))


def _moved(db: apsw.Connection, link: LinkRow) -> int:
    here = [row[0] for row in db.execute("SELECT id FROM item WHERE quiz = ? ORDER BY place", (link.quiz_id,))]
    agreed = quiz_base(db, link.id).order
    both = set(here) & set(agreed)
    return int([item for item in here if item in both] != [item for item in agreed if item in both])


def note_seen(db: apsw.Connection, link: str, *, changed_there: bool, assignment: Json | None, now: float) -> None:
    """Keep what a look at Canvas showed: whether something waits there, and the quiz's assignment."""
    db.execute("UPDATE link SET changed_there = ?, seen_at = ? WHERE id = ?", (changed_there, now, link))
    if assignment is not None:
        note_assignment(db, link, assignment)


def wait_there(db: apsw.Connection, link: str) -> None:
    """Keep that something waits on Canvas for this quiz; when it was last looked at is another matter."""
    db.execute("UPDATE link SET changed_there = 1 WHERE id = ?", (link,))


def note_assignment(db: apsw.Connection, link: str, assignment: Json) -> None:
    """Keep what Canvas told of the quiz's assignment: who sees it, from when and until when."""
    db.execute("UPDATE link SET assignment = ? WHERE id = ?", (text(assignment), link))


def text(value: object) -> str:
    """JSON as it is kept in a column."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON")
