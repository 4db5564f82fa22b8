"""Old history gets thinner: all of the last 30 days, then the last state of each day, then of each week (decisions 8).

A version is made of its own row and of those before it, so a row that goes hands what only it knew to the next one that
stays: every version that is left shows the same quiz as before.
"""

from datetime import UTC, datetime

import apsw

ALL_DAYS = 30
DAILY_DAYS = 180
KEPT_ROWS = 50
"""The newest rows of a quiz stay whatever their dates say: clocks jump."""
_DAY = 86400


def thin_history(db: apsw.Connection, now: float) -> int:
    """Thin the history of every quiz inside the caller's transaction; gives the number of rows that went."""
    quizzes = [row[0] for row in db.execute("SELECT DISTINCT quiz FROM history WHERE at < ?", (now - ALL_DAYS * _DAY,))]
    return sum(_thin_quiz(db, quiz, now) for quiz in quizzes)


def _thin_quiz(db: apsw.Connection, quiz: str, now: float) -> int:
    rows = list(db.execute("SELECT id, at FROM history WHERE quiz = ? ORDER BY id DESC", (quiz,)))
    going = _superseded([(int(number), float(at)) for number, at in rows], now)
    for number, heir in going:
        _fold(db, number, heir)
    return len(going)


def _superseded(rows: list[tuple[int, float]], now: float) -> list[tuple[int, int]]:
    """Rows that go, the newest first, each with the row that stands for its span."""
    going = []
    heir, span = 0, ""
    for place, (number, at) in enumerate(rows):
        its_span = "" if place < KEPT_ROWS else _span(at, now)
        if its_span and its_span == span:
            going.append((number, heir))
        else:
            heir, span = number, its_span
    return going


def _span(at: float, now: float) -> str:
    """The day or week that one row stands for; "" while every row is kept."""
    age = now - at
    if age <= ALL_DAYS * _DAY:
        return ""
    form = "%Y-%m-%d" if age <= DAILY_DAYS * _DAY else "%G-W%V"
    return datetime.fromtimestamp(at, UTC).strftime(form)


def _fold(db: apsw.Connection, number: int, heir: int) -> None:
    """Hand on what the heir does not know better; called for the newest rows first."""
    db.execute("UPDATE OR IGNORE history_item SET history = ?2 WHERE history = ?1", (number, heir))
    db.execute(
        "UPDATE history SET item_order = coalesce(item_order, (SELECT item_order FROM history WHERE id = ?1))"
        " WHERE id = ?2",
        (number, heir),
    )
    db.execute("DELETE FROM history WHERE id = ?", (number,))
