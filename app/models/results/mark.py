"""Points and comments for the answers of one attempt (Quiz Submissions API, Manual Scoring).

`null` means "no change" to Canvas, and so does a field that is missing; what is sent never has a null. An empty
comment removes the one that was there.
"""

from app.models.value import Map, Value


class QuestionMark(Value):
    """What a teacher gives for one answer; None is no change."""

    score: float | None = None
    comment: str | None = None


class AttemptMark(Value):
    """What changed in one attempt; `fudge_points` are added to its score, below 0 too."""

    attempt: int
    fudge_points: float | None = None
    questions: Map[QuestionMark] | None = None
