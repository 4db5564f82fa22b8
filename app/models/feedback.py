"""Feedback that students see after answering (New Quiz Items, QuestionFeedback)."""

from app.models.value import Value


class Feedback(Value):
    """Rich HTML for everybody, for a right and for a wrong answer; any of them may be missing."""

    neutral: str | None = None
    correct: str | None = None
    incorrect: str | None = None
