"""Quizzes here whose questions begin like those of a quiz on Canvas: the candidates for being the same."""

import json
from collections.abc import Iterable

import apsw

_ALIKE = """
SELECT quiz.id FROM item JOIN quiz ON quiz.id = item.quiz
WHERE entry_type = 'Item' AND deleted_at IS NULL AND first_words IN (SELECT value FROM json_each(?1))
AND quiz.id NOT IN (SELECT quiz FROM link WHERE account = ?2 AND course = ?3)
GROUP BY quiz.id ORDER BY count(*) DESC, edited_at DESC, quiz.id
"""


def quizzes_that_begin_alike(db: apsw.Connection, first_words: Iterable[str], account: str, course: str) -> list[str]:
    """The ids of quizzes with such questions, most of them first; those that are in this course are left out."""
    wanted = sorted({words for words in first_words if words})
    return [str(row[0]) for row in db.execute(_ALIKE, (json.dumps(wanted), account, course))]
