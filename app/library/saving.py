"""Writing a quiz: only what changed, in one transaction with its history, its list columns and its search text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from app.checks.rules import rules
from app.checks.table import problems
from app.html.text import plain_text
from app.library import content
from app.library.tagging import write_tags
from app.models.item import Item

if TYPE_CHECKING:
    from app.models.quiz import Quiz
    from app.models.value import Value


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between what is kept and the new value; `of_quiz` is about the quiz apart from its items."""

    changed: tuple[Item, ...]
    gone: tuple[str, ...]
    reordered: bool
    of_quiz: bool

    @property
    def is_empty(self) -> bool:
        """Whether both are the same."""
        return not (self.changed or self.gone or self.reordered or self.of_quiz)


def save_quiz(
    db: apsw.Connection, quiz: "Quiz", before: "Quiz | None", what: str, problem_counts: Mapping[str, int], now: float
) -> int:
    """Write the quiz inside the caller's transaction; gives the new revision.

    `before` is what the library holds, as far as the caller knows: items that are the same object in both are not even
    looked at. None writes everything. Where all is the same object, nothing is written.
    """
    change = _change(quiz, before, _kept_ids(db, quiz.id) if before is None else ())
    if change.is_empty:
        return _revision(db, quiz.id)
    fields = content.keep(db, _json(quiz.fields).encode())
    revision = _write_quiz(db, quiz, fields, now)
    shas = {item.id: content.keep(db, item.document) for item in change.changed}
    _write_items(db, quiz, change, shas, problem_counts)
    write_columns(db, quiz.id)
    _write_history(db, quiz, change, shas, fields, what, now)
    _write_words(db, quiz, change)
    _write_tags(db, quiz, change)
    return revision


def note_version(db: apsw.Connection, version: "Quiz", present: "Quiz", what: str, back: str, now: float) -> None:
    """Put a version into the history that the quiz never had here, named `what`, and the present one behind it."""
    for quiz, before, words in ((version, present, what), (present, version, back)):
        change = _change(quiz, before, ())
        shas = {item.id: content.keep(db, item.document) for item in change.changed}
        _write_history(db, quiz, change, shas, content.keep(db, _json(quiz.fields).encode()), words, now)


def _json(value: "Value") -> str:
    return value.model_dump_json(exclude_unset=True)


def _revision(db: apsw.Connection, quiz_id: str) -> int:
    revision = db.execute("SELECT revision FROM quiz WHERE id = ?", (quiz_id,)).get
    assert isinstance(revision, int)
    return revision


def _kept_ids(db: apsw.Connection, quiz_id: str) -> tuple[str, ...]:
    return tuple(row[0] for row in db.execute("SELECT id FROM item WHERE quiz = ?", (quiz_id,)))


def _change(quiz: "Quiz", before: "Quiz | None", kept_ids: tuple[str, ...]) -> Change:
    if before is None:
        gone = tuple(key for key in kept_ids if key not in quiz.places)
        return Change(quiz.items, gone, reordered=True, of_quiz=True)
    old = {item.id: item for item in before.items}
    changed = tuple(item for item in quiz.items if old.get(item.id) is not item)
    gone = tuple(item_id for item_id in old if item_id not in quiz.places)
    of_quiz = before.fields is not quiz.fields or before.local is not quiz.local
    return Change(changed, gone, [*old] != [*quiz.places], of_quiz)


def _write_quiz(db: apsw.Connection, quiz: "Quiz", fields: bytes, now: float) -> int:
    revision = db.execute(
        "INSERT INTO quiz (id, title, created_at, edited_at, fields, local) VALUES (?1, ?2, ?3, ?3, ?4, ?5)"
        " ON CONFLICT (id) DO UPDATE SET title = ?2, edited_at = ?3, fields = ?4, local = ?5, revision = revision + 1"
        " RETURNING revision",
        (quiz.id, quiz.title, now, fields, _json(quiz.local)),
    ).get
    assert isinstance(revision, int)
    return revision


def _write_items(
    db: apsw.Connection, quiz: "Quiz", change: Change, shas: Mapping[str, bytes], problem_counts: Mapping[str, int]
) -> None:
    db.executemany("DELETE FROM item WHERE quiz = ? AND id = ?", [(quiz.id, item_id) for item_id in change.gone])
    db.executemany(
        "INSERT OR REPLACE INTO item (quiz, id, place, points, entry_type, title, type, first_words, problem_count,"
        " rules, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                quiz.id,
                item.id,
                quiz.places[item.id],
                item.points,
                item.entry_type,
                item.summary.title,
                item.summary.type,
                item.summary.first_words,
                _problem_count(item, problem_counts),
                rules(),
                shas[item.id],
            )
            for item in change.changed
        ],
    )
    if change.reordered:
        db.executemany(
            "UPDATE item SET place = ?3 WHERE quiz = ?1 AND id = ?2 AND place != ?3",
            [(quiz.id, item_id, place) for item_id, place in quiz.places.items()],
        )


def _problem_count(item: Item, known: Mapping[str, int]) -> int:
    """As it is known; else counted here: lists and filters tell of questions that nobody has opened, too."""
    return known[item.id] if item.id in known else len(problems(item))


def write_columns(db: apsw.Connection, quiz_id: str) -> None:
    """Write what lists tell of a quiz as a whole."""
    db.execute(
        "UPDATE quiz SET (question_count, points, problem_count) = (SELECT count(*) FILTER (WHERE entry_type = 'Item'),"
        " coalesce(sum(points), 0), coalesce(sum(problem_count), 0) FROM item WHERE item.quiz = quiz.id) WHERE id = ?",
        (quiz_id,),
    )


def _write_history(
    db: apsw.Connection,
    quiz: "Quiz",
    change: Change,
    shas: Mapping[str, bytes],
    fields: bytes,
    what: str,
    now: float,
) -> None:
    order = "\n".join(quiz.places) if change.reordered else None
    db.execute(
        "INSERT INTO history (quiz, at, what, fields, local, item_order) VALUES (?, ?, ?, ?, ?, ?)",
        (quiz.id, now, what, fields, _json(quiz.local), order),
    )
    number = db.last_insert_rowid()
    db.executemany(
        "INSERT INTO history_item (history, item, points, entry_type, content) VALUES (?, ?, ?, ?, ?)",
        [(number, item.id, item.points, item.entry_type, shas[item.id]) for item in change.changed],
    )


def _write_words(db: apsw.Connection, quiz: "Quiz", change: Change) -> None:
    stale = [*change.gone, *(item.id for item in change.changed), *([""] if change.of_quiz else [])]
    stale_rows = [(quiz.id, item_id) for item_id in stale]
    db.executemany("DELETE FROM words WHERE rowid = (SELECT key FROM word_key WHERE quiz = ? AND item = ?)", stale_rows)
    db.executemany("DELETE FROM word_key WHERE quiz = ? AND item = ?", stale_rows)
    rows = [(quiz.id, item.id, _text(item)) for item in change.changed]
    if change.of_quiz:
        rows.append((quiz.id, "", _text_of_quiz(quiz)))
    db.executemany("INSERT INTO word_key (quiz, item) VALUES (?, ?)", [row[:2] for row in rows])
    db.executemany(
        "INSERT INTO words (rowid, quiz, item, text)"
        " VALUES ((SELECT key FROM word_key WHERE quiz = ?1 AND item = ?2), ?1, ?2, ?3)",
        rows,
    )


def _write_tags(db: apsw.Connection, quiz: "Quiz", change: Change) -> None:
    tags: list[tuple[str, tuple[str, ...]]] = [(item_id, ()) for item_id in change.gone]
    tags += [(item.id, item.local.tags or ()) for item in change.changed]
    if change.of_quiz:
        tags.append(("", quiz.local.tags or ()))
    write_tags(db, quiz.id, tags)


def _text_of_quiz(quiz: "Quiz") -> str:
    return " ".join([quiz.title, plain_text(quiz.fields.instructions or ""), *(quiz.local.tags or ())])


def _text(item: Item) -> str:
    """Every word of an item: text, answers, feedback, then its title and tags, which lists show apart."""
    wire = item.entry.wire()
    title = wire.pop("title", None)
    return " ".join([*_strings(wire), *_strings(title), *(item.local.tags or ())])


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [plain_text(value)]
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in _SILENT for text in _strings(part)]
    return [text for part in value for text in _strings(part)] if isinstance(value, list) else []


_SILENT = frozenset(
    {"id", "interaction_type_slug", "scoring_algorithm", "calculator_type", "image_url", "value", "type"}
)
