"""Finding words in titles and texts, without a model."""

import apsw

from app.library.row import Hit


def hits(db: apsw.Connection, text: str, limit: int = 200) -> list[Hit]:
    """Where all the words stand, the last one perhaps only begun; the best hits first."""
    words = [word.replace('"', '""') for word in text.split()]
    if not words:
        return []
    query = " ".join(f'"{word}"' for word in words) + "*"
    rows = db.execute(
        "SELECT quiz, item, snippet(words, 2, '', '', '…', 12) FROM words WHERE words MATCH ?"
        " AND quiz IN (SELECT id FROM quiz WHERE deleted_at IS NULL) ORDER BY rank LIMIT ?",
        (query, limit),
    )
    return [Hit(*columns) for columns in rows]
