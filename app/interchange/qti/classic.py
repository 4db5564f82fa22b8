"""QTI 1.2 without the signs of New Quizzes: Canvas Classic quizzes, and what other systems write."""

from app.interchange.qti.read import question_documents, read
from app.interchange.source import Source

__all__ = ["fits", "read"]


def fits(source: Source) -> bool:
    """Whether it holds QTI 1.2 at all."""
    return next(question_documents(source), None) is not None
