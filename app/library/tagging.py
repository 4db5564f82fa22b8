"""Tags of questions and quizzes beside their documents, so that lists and search find them without a model."""

from collections.abc import Iterable

import apsw

from app.models.tag import clean_tags, tag_key


def write_tags(db: apsw.Connection, quiz: str, tags: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Keep the tags of some items of a quiz inside the caller's transaction; "" stands for the quiz itself."""
    rows = [(item, clean_tags(given)) for item, given in tags]
    db.executemany("DELETE FROM tag WHERE quiz = ? AND item = ?", [(quiz, item) for item, _ in rows])
    db.executemany(
        "INSERT INTO tag (quiz, item, place, label, key) VALUES (?, ?, ?, ?, ?)",
        [(quiz, item, place, label, tag_key(label)) for item, labels in rows for place, label in enumerate(labels)],
    )


def used_tags(db: apsw.Connection) -> list[str]:
    """Every tag that a question or quiz of this library has, as it is mostly written, in the order of the alphabet."""
    rows = db.execute(
        "SELECT label, max(times) FROM (SELECT key, label, count(*) AS times FROM tag"
        " WHERE quiz NOT IN (SELECT id FROM quiz WHERE deleted_at IS NOT NULL) GROUP BY key, label)"
        " GROUP BY key ORDER BY key"
    )
    return [label for label, _ in rows]
