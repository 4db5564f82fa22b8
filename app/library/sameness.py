"""The same question in several quizzes, told by what stands in it and not by its ids or tags."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import apsw

from app.library import content
from app.library.row import QuizName
from app.models.item import SERVER_MADE

Place = tuple[str, str]
"""A quiz and an item in it, by their ids."""

_WORDS = """
SELECT DISTINCT first_words FROM item JOIN json_each(?) AS wanted
ON quiz = json_extract(wanted.value, '$[0]') AND item.id = json_extract(wanted.value, '$[1]')
"""
_ALIKE = f"""
SELECT quiz.id, quiz.title, item.id, item.type, item.first_words, item.content
FROM item JOIN quiz ON quiz.id = item.quiz
WHERE entry_type = 'Item' AND deleted_at IS NULL AND first_words IN ({_WORDS}) ORDER BY edited_at DESC, quiz.id
"""


@dataclass(frozen=True, slots=True)
class _Row:
    quiz: QuizName
    item: str
    content: bytes


def same_elsewhere(db: apsw.Connection, places: Iterable[Place]) -> Mapping[Place, tuple[QuizName, ...]]:
    """The other quizzes that have the question of each of these places too, the last edited first.

    Points, tags and other local marks may differ. A place without a twin is left out.
    """
    wanted = frozenset(places)
    alike: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for quiz, title, item, kind, words, sha in db.execute(_ALIKE, (json.dumps(sorted(wanted)),)):
        alike[(kind, words)].append(_Row(QuizName(quiz, title), item, sha))
    found: dict[Place, tuple[QuizName, ...]] = {}
    for rows in alike.values():
        if len({row.quiz.id for row in rows}) > 1:
            found |= _twins(db, rows, wanted)
    return found


def _twins(db: apsw.Connection, rows: list[_Row], wanted: frozenset[Place]) -> dict[Place, tuple[QuizName, ...]]:
    """Of rows that begin alike, those that are the same to the end."""
    keys = {row.content: "" for row in rows}
    if len(keys) > 1:
        keys = {sha: _said(content.read(db, sha)) for sha in keys}
    same: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        same[keys[row.content]].append(row)
    return {
        (row.quiz.id, row.item): others
        for twins in same.values()
        for row in twins
        if (row.quiz.id, row.item) in wanted
        and (others := tuple(dict.fromkeys(one.quiz for one in twins if one.quiz.id != row.quiz.id)))
    }


def _said(document: bytes) -> str:
    """The entry without what is made anew for every copy."""
    entry = json.loads(document)["entry"]
    return json.dumps({key: value for key, value in entry.items() if key not in SERVER_MADE}, sort_keys=True)
