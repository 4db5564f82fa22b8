"""Exams that were printed: their versions, and the quiz as it was then, so that any of them can be printed again."""

from dataclasses import dataclass

import apsw

from app.library import content
from app.library.errors import NoSuchQuiz
from app.library.library import Library
from app.models.item import Item, Summary
from app.models.quiz import NewQuiz, Quiz
from app.paper.kept import read, written
from app.paper.paper import Paper

MOST = 50
"""So many of a quiz are kept; the oldest go."""


@dataclass(frozen=True, slots=True)
class Printing:
    """When it was printed (epoch seconds), and its versions. `id` is 0 until it is kept."""

    at: float
    papers: tuple[Paper, ...]
    id: int = 0


def printings(library: Library, quiz_id: str) -> list[Printing]:
    """Those of a quiz, the newest first."""
    rows = library.db.execute("SELECT id, at, papers FROM printing WHERE quiz = ? ORDER BY id DESC", (quiz_id,))
    return [Printing(at, read(papers), number) for number, at, papers in rows]


def printed_quiz(library: Library, number: int) -> Quiz:
    """The quiz as it was when it was printed. Raises `NoSuchQuiz` where that printing is no longer kept."""
    db = library.db
    row = db.execute("SELECT quiz, json FROM printing JOIN content ON sha = fields WHERE id = ?", (number,)).get
    if row is None:
        raise NoSuchQuiz(str(number))
    quiz_id, fields = row
    found = db.execute(
        "SELECT item, points, entry_type, json FROM printing_item JOIN content ON sha = content"
        " WHERE printing = ? ORDER BY place",
        (number,),
    )
    items = tuple(_item(key, points, kind, json) for key, points, kind, json in found)
    return Quiz(quiz_id, NewQuiz.model_validate_json(fields), items)


def keep_printing(library: Library, quiz: Quiz, printing: Printing) -> int:
    """Keep one more and give its number; more than `MOST` are not kept. Raises what `transaction` raises."""
    with library.transaction() as db:
        fields = content.keep(db, quiz.fields.model_dump_json(exclude_unset=True).encode())
        db.execute(
            "INSERT INTO printing (quiz, at, papers, fields) VALUES (?, ?, ?, ?)",
            (quiz.id, printing.at, written(printing.papers), fields),
        )
        number = db.last_insert_rowid()
        _keep_items(db, number, quiz)
        db.execute(
            "DELETE FROM printing WHERE quiz = ?1 AND id NOT IN"
            " (SELECT id FROM printing WHERE quiz = ?1 ORDER BY id DESC LIMIT ?2)",
            (quiz.id, MOST),
        )
    return number


def _keep_items(db: apsw.Connection, number: int, quiz: Quiz) -> None:
    db.executemany(
        "INSERT INTO printing_item (printing, place, item, points, entry_type, content) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, place, item.id, item.points, item.entry_type, content.keep(db, item.document))
            for place, item in enumerate(quiz.items)
        ],
    )


def _item(key: str, points: float | None, kind: str, json: bytes) -> Item:
    """Read at once: a printing keeps nothing that a list could show of it unread."""
    stored = Item.stored(key, points, kind, json, Summary("", "", ""))
    return Item(key, points, kind, stored.parts, document=json)
