"""Several attempts at a quiz, and the score that counts in the end (New Quizzes API, MultipleAttemptsSettings)."""

from collections.abc import Sequence
from statistics import fmean

from app.models.settings import MultipleAttempts, ScoreToKeep


def allowed_attempts(rules: MultipleAttempts | None) -> int | None:
    """How often a student may try; None for any number of times."""
    if rules is None or not rules.multiple_attempts_enabled:
        return 1
    return max(rules.max_attempts, 1) if rules.attempt_limit and rules.max_attempts else None


def kept_score(points: Sequence[float], rules: MultipleAttempts | None) -> float:
    """What counts of the points of all attempts, in their order; the highest where nothing is set. 0 of none."""
    if not points:
        return 0
    match rules.score_to_keep if rules is not None else None:
        case ScoreToKeep.AVERAGE:
            return fmean(points)
        case ScoreToKeep.FIRST:
            return points[0]
        case ScoreToKeep.LATEST:
            return points[-1]
    return max(points)
