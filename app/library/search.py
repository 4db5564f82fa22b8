"""Finding questions and quizzes by words and filters, without a model."""

import json
from collections.abc import Iterable, Sequence

import apsw

from app.library import listing
from app.library.row import Found, Hit
from app.library.snippet import Finder
from app.library.sought import Sought
from app.library.term import Term, terms
from app.models.tag import tag_key

MOST_HITS = 200
"""Of questions, and as many of quizzes: a person who sees so many rather writes another word."""

_QUIZ_KEYS = "SELECT key FROM word_key JOIN quiz ON quiz.id = word_key.quiz WHERE word_key.item = ''"
_ITEM_KEYS = (
    "SELECT key FROM item JOIN quiz ON quiz.id = item.quiz"
    " JOIN word_key ON word_key.quiz = item.quiz AND word_key.item = item.id WHERE true"
)
_IN_QUIZZES = " AND quiz.id IN (SELECT value FROM json_each(?))"
_IN_ORDER = " ORDER BY quiz.edited_at DESC, quiz.id"
_HITS = """
SELECT word_key.quiz, word_key.item, quiz.title, coalesce(item.type, ''), coalesce(item.title, ''),
       CASE WHEN item.id IS NULL THEN quiz.points ELSE item.points END,
       coalesce(item.problem_count, quiz.problem_count), item.first_words,
       (SELECT json_group_array(label) FROM (SELECT label FROM tag WHERE tag.quiz = word_key.quiz
        AND tag.item = word_key.item ORDER BY place)),
       CASE WHEN ?2 THEN (SELECT text FROM words WHERE words.rowid = word_key.key) END
FROM json_each(?1) AS wanted
JOIN word_key ON word_key.key = wanted.value
JOIN quiz ON quiz.id = word_key.quiz
LEFT JOIN item ON item.quiz = word_key.quiz AND item.id = word_key.item
ORDER BY wanted.key
"""


def found(db: apsw.Connection, sought: Sought, now: float, limit: int = MOST_HITS) -> Found:
    """What `sought` asks for: the best first where words were given, else in the order of the library's list.

    Words are whole but for the last one, which may be only begun; case and accents do not matter (FTS5's tokenizer).
    """
    wanted = terms(sought.text)
    if sought.is_empty or (sought.text.strip() and not wanted):
        return Found()
    quizzes, items = _keys(db, sought, now)
    if wanted:
        ranked = _ranked(db, wanted)
        quizzes, items = _kept(ranked, quizzes), _kept(ranked, items)
    hits = _hits(db, [*quizzes[:limit], *items[:limit]], wanted)
    return Found(hits, len(quizzes), len(items))


def _keys(db: apsw.Connection, sought: Sought, now: float) -> tuple[list[int], list[int]]:
    """The keys of the search texts of every quiz and every item that the filters let through, in the list's order."""
    places, values = _of_both(db, sought, now)
    quizzes: list[int] = []
    if not sought.only_questions and not sought.asks_of_questions:
        quizzes = _numbers(db, _QUIZ_KEYS + places.format(item="''") + _IN_ORDER, values)
    conditions, of_items = _of_items(sought)
    items = _numbers(
        db,
        _ITEM_KEYS + places.format(item="item.id") + conditions + _IN_ORDER + ", item.place",
        (*values, *of_items),
    )
    return quizzes, items


def _of_both(db: apsw.Connection, sought: Sought, now: float) -> tuple[str, tuple[str, ...]]:
    conditions, values = " AND quiz.deleted_at IS NULL", list[str]()
    if sought.states:
        held = [row.id for row in listing.quiz_rows(db, now) if row.state in sought.states]
        conditions += _IN_QUIZZES
        values.append(json.dumps(held))
    if sought.quizzes:
        conditions += _IN_QUIZZES
        values.append(json.dumps(sorted(sought.quizzes)))
    for key in sorted(map(tag_key, sought.tags)):
        conditions += (
            " AND EXISTS (SELECT 1 FROM tag WHERE key = ? AND tag.quiz = quiz.id AND tag.item IN ('', {item}))"
        )
        values.append(key)
    return conditions, tuple(values)


def _of_items(sought: Sought) -> tuple[str, tuple[str | float, ...]]:
    conditions, values = "", list[str | float]()
    if sought.only_questions:
        conditions += " AND item.entry_type = 'Item'"
    if sought.has_problems is not None:
        conditions += " AND item.problem_count > 0" if sought.has_problems else " AND item.problem_count = 0"
    if sought.types:
        conditions += " AND item.type IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(sorted(sought.types)))
    for sign, points in ((">=", sought.points_from), ("<=", sought.points_to)):
        if points is not None:
            conditions += f" AND coalesce(item.points, 0) {sign} ?"
            values.append(points)
    return conditions, tuple(values)


def _numbers(db: apsw.Connection, sql: str, values: Sequence[str | float]) -> list[int]:
    return [key for (key,) in db.execute(sql, values)]


def _ranked(db: apsw.Connection, wanted: Sequence[Term]) -> list[int]:
    """Every text that has the words, the best first: by a ranking of the table's own, which a join would slow down."""
    expression = " ".join(term.expression for term in wanted)
    return _numbers(db, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank", (expression,))


def _kept(ranked: Iterable[int], allowed: Iterable[int]) -> list[int]:
    through = set(allowed)
    return [key for key in ranked if key in through]


def _hits(db: apsw.Connection, keys: Sequence[int], wanted: Sequence[Term]) -> tuple[Hit, ...]:
    finder = Finder(wanted)
    return tuple(_hit(finder, *row) for row in db.execute(_HITS, (json.dumps(keys), bool(wanted))))


def _hit(
    finder: Finder,
    quiz_id: str,
    item_id: str,
    quiz_title: str,
    kind: str,
    title: str,
    points: float | None,
    problems: int,
    first_words: str | None,
    tags: str,
    text: str | None,
) -> Hit:
    """A row as a value; without words that were searched the first ones are shown."""
    snippet = finder.snippet(text if text is not None else first_words or title or quiz_title)
    return Hit(
        quiz_id=quiz_id,
        item_id=item_id,
        quiz_title=quiz_title,
        type=kind,
        title=title,
        points=points,
        problems=problems,
        tags=tuple(json.loads(tags)),
        snippet=snippet.text,
        found=snippet.found,
    )
