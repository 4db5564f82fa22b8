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

_QUIZZES = "SELECT quiz.id AS quiz, '' AS item FROM quiz WHERE quiz.deleted_at IS NULL"
_ITEMS = (
    "SELECT item.quiz AS quiz, item.id AS item FROM item JOIN quiz ON quiz.id = item.quiz WHERE quiz.deleted_at IS NULL"
)
_KEY = "(SELECT key FROM word_key WHERE word_key.quiz = row.quiz AND word_key.item = row.item)"
"""Not as a join, which need not keep the order."""
_IN_QUIZZES = " AND quiz.id IN (SELECT value FROM json_each(?))"
_ORDER = " ORDER BY quiz.edited_at DESC, quiz.id"
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
    if not wanted:
        return _filtered(db, sought, now, limit)
    ranked = _ranked(db, wanted)
    quizzes, items = _let_through(db, sought, now, ranked) if sought.is_filtered else _shown(db, sought, ranked)
    return Found(_hits(db, [*quizzes[:limit], *items[:limit]], wanted), len(quizzes), len(items))


def _filtered(db: apsw.Connection, sought: Sought, now: float, limit: int) -> Found:
    """What passes the filters where no words are asked for; only as many as are shown are put in order."""
    keys: list[int] = []
    counts: list[int] = []
    for query, values, order in _queries(db, sought, now):
        counts += _keys_of(db, f"SELECT count(*) AS key FROM ({query})", values)
        keys += _keys_of(db, f"SELECT {_KEY} AS key FROM ({query}{order} LIMIT {limit}) AS row", values)
    return Found(_hits(db, keys, ()), sum(counts[:-1]), counts[-1])


def _let_through(db: apsw.Connection, sought: Sought, now: float, ranked: Sequence[int]) -> tuple[list[int], list[int]]:
    """Of the texts that have the words, those of quizzes and those of items that pass the filters."""
    kept = [
        _kept(ranked, _keys_of(db, f"SELECT key FROM ({query}) JOIN word_key USING (quiz, item)", values))
        for query, values, _ in (_queries(db, sought, now) if ranked else ())
    ]
    return [key for keys in kept[:-1] for key in keys], kept[-1] if kept else []


def _shown(db: apsw.Connection, sought: Sought, ranked: Sequence[int]) -> tuple[list[int], list[int]]:
    """The same where nothing is filtered: what is hidden is less than what is not."""
    hidden = "SELECT key FROM quiz JOIN word_key ON word_key.quiz = quiz.id WHERE quiz.deleted_at IS NOT NULL"
    left_out = set(_keys_of(db, hidden, ()))
    of_quizzes = set(_keys_of(db, "SELECT key FROM word_key WHERE item = ''", ()))
    if sought.only_questions:
        rows = "SELECT quiz, id AS item FROM item WHERE entry_type != 'Item'"
        left_out.update(of_quizzes, _keys_of(db, f"SELECT key FROM ({rows}) JOIN word_key USING (quiz, item)", ()))
    shown = [key for key in ranked if key not in left_out]
    return [key for key in shown if key in of_quizzes], [key for key in shown if key not in of_quizzes]


Query = tuple[str, tuple[str | float, ...], str]
"""SQL that gives quiz and item, its values, and the order of the library's list."""


def _queries(db: apsw.Connection, sought: Sought, now: float) -> list[Query]:
    """For quizzes, where they can pass at all, and last for items."""
    conditions, values = _of_both(db, sought, now)
    of_items, more = _of_items(sought)
    quizzes: Query = (_QUIZZES + conditions + _tagged(sought, "''"), values + _keys(sought), _ORDER)
    items: Query = (
        _ITEMS + conditions + _tagged(sought, "item.id") + of_items,
        values + _keys(sought) + more,
        f"{_ORDER}, item.place",
    )
    return [items] if sought.only_questions or sought.asks_of_questions else [quizzes, items]


def _keys(sought: Sought) -> tuple[str, ...]:
    return tuple(key for key in sorted(map(tag_key, sought.tags)) for _ in range(2))


def _tagged(sought: Sought, item: str) -> str:
    """A tag stands at the item or at its quiz."""
    own = f"(quiz.id, {item}) IN (SELECT tag.quiz, tag.item FROM tag WHERE key = ?)"
    of_quiz = "quiz.id IN (SELECT tag.quiz FROM tag WHERE key = ? AND tag.item = '')"
    return f" AND ({own} OR {of_quiz})" * len(sought.tags)


def _of_both(db: apsw.Connection, sought: Sought, now: float) -> tuple[str, tuple[str, ...]]:
    conditions, values = "", list[str]()
    if sought.states:
        held = [row.id for row in listing.quiz_rows(db, now) if row.state in sought.states]
        conditions += _IN_QUIZZES
        values.append(json.dumps(held))
    if sought.quizzes:
        conditions += _IN_QUIZZES
        values.append(json.dumps(sorted(sought.quizzes)))
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


def _keys_of(db: apsw.Connection, sql: str, values: Sequence[str | float]) -> list[int]:
    """The column `key` in the order of the query, as one row: taking 20,000 would stop the window for each of them."""
    [(keys,)] = db.execute(f"SELECT json_group_array(key) FROM ({sql})", values)
    return list(json.loads(keys))


def _ranked(db: apsw.Connection, wanted: Sequence[Term]) -> list[int]:
    """Every text that has the words, the best first: by a ranking of the table's own, which a join would slow down.

    One letter stands in nearly all of them and tells none from another: the newest is first.
    """
    expression = " ".join(term.expression for term in wanted)
    order = "rowid DESC" if all(term.is_letter for term in wanted) else "rank"
    return _keys_of(db, f"SELECT rowid AS key FROM words WHERE words MATCH ? ORDER BY {order}", (expression,))


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
