"""What the kept attempts of a quiz tell of its questions, and the attempts as a table for a file."""

from collections.abc import Sequence

import apsw

from app.html.text import plain_text
from app.library.results.keeping import answers
from app.library.results.row import Answer, AttemptRow, ResultSet
from app.models.results.analysis import Given, QuestionFigures, figures

_RIGHT = {"true": True, "false": False}
"""What Canvas says of an answer; anything else is in between, or a person's matter."""
_WORDS = 80
"""As much of an answer as the analysis shows."""


def attempt_figures(db: apsw.Connection, kept: ResultSet, rows: Sequence[AttemptRow]) -> tuple[QuestionFigures, ...]:
    """Of attempts that were handed in; reads their answers, which takes its time where they are many."""
    attempts = [
        (row.score or 0.0, [_given(one) for one in answers(db, kept.key, row.submission_id, row.attempt)])
        for row in rows
    ]
    return figures([(one.id, one.name, one.points) for one in kept.questions], attempts)


def attempt_table(rows: Sequence[AttemptRow]) -> list[tuple[str | int | float | None, ...]]:
    """The attempts, a head first."""
    head = ("student", "name", "attempt", "state", "score", "kept_score", "handed_in", "to_mark")
    return [
        head,
        *((r.student_id, r.name, r.attempt, r.state, r.score, r.kept_score, r.finished_at, r.waiting) for r in rows),
    ]


def _given(one: Answer) -> Given:
    return Given(one.question_id, plain_text(one.text, _WORDS), one.points, _RIGHT.get(one.correct))
