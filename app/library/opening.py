"""Reading a quiz: its fields are read, its items stay unread until somebody looks at them."""

from collections.abc import Iterable

import apsw

from app.library import content
from app.library.errors import NoSuchQuiz
from app.library.row import OpenedQuiz
from app.models.item import Item, Summary
from app.models.local import QuizLocal
from app.models.quiz import NewQuiz, Quiz

_ITEMS = (
    "SELECT id, points, entry_type, title, type, first_words, problem_count, json FROM item"
    " JOIN content ON sha = content WHERE quiz = ?"
)


def open_quiz(db: apsw.Connection, quiz_id: str) -> OpenedQuiz:
    """The quiz as it is kept. Raises `NoSuchQuiz`."""
    row = db.execute("SELECT revision, json, local FROM quiz JOIN content ON sha = fields WHERE id = ?", (quiz_id,)).get
    if row is None:
        raise NoSuchQuiz(quiz_id)
    revision, fields, local = row
    items, counts = [], {}
    for item_id, points, entry_type, title, kind, words, problems, json in db.execute(
        f"{_ITEMS} ORDER BY place", (quiz_id,)
    ):
        items.append(Item.stored(item_id, points, entry_type, json, Summary(title, kind, words)))
        counts[item_id] = problems
    return OpenedQuiz(_quiz(quiz_id, fields, items, local), revision, counts)


def open_item(db: apsw.Connection, quiz_id: str, item_id: str) -> Item | None:
    """One item of a quiz as it is kept; None where it is not there any more."""
    for key, points, entry_type, title, kind, words, _, json in db.execute(f"{_ITEMS} AND id = ?", (quiz_id, item_id)):
        return Item.stored(key, points, entry_type, json, Summary(title, kind, words))
    return None


def version(db: apsw.Connection, number: int) -> Quiz:
    """The quiz as it was after the change with this number. Raises `NoSuchQuiz` where it is no longer kept."""
    row = db.execute("SELECT quiz, fields, local FROM history WHERE id = ?", (number,)).get
    if row is None:
        raise NoSuchQuiz(str(number))
    quiz_id, fields, local = row
    order = db.execute(
        "SELECT item_order FROM history WHERE quiz = ? AND id <= ? AND item_order IS NOT NULL ORDER BY id DESC LIMIT 1",
        (quiz_id, number),
    ).get
    items = [item_at(db, quiz_id, item_id, number) for item_id in str(order or "").split("\n") if item_id]
    return _quiz(quiz_id, content.read(db, fields), items, local)


def _quiz(quiz_id: str, fields: bytes, items: Iterable[Item], local: str) -> Quiz:
    own = QuizLocal.model_validate_json(local)
    return Quiz(quiz_id, NewQuiz.model_validate_json(fields), tuple(items), own)


def item_at(db: apsw.Connection, quiz_id: str, item_id: str, number: int) -> Item:
    """An item as it was after the change with this number."""
    row = db.execute(
        "SELECT points, history_item.entry_type, json FROM history_item JOIN history ON history.id = history"
        " JOIN content ON sha = content WHERE item = ? AND quiz = ? AND history <= ? ORDER BY history DESC LIMIT 1",
        (item_id, quiz_id, number),
    ).get
    points, entry_type, json = row
    stored = Item.stored(item_id, points, entry_type, json, Summary("", "", ""))
    return Item(item_id, points, entry_type, stored.parts, document=json)
