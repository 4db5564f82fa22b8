"""The answers of a statement, in lines."""

from collections.abc import Iterator

from app.models.answers.line import AnswerLine, plain
from app.models.questions.true_false import TrueFalseQuestion


def lines(question: TrueFalseQuestion) -> Iterator[AnswerLine]:
    """Both labels; none is right while it is not chosen."""
    for value, label in zip((True, False), question.labels, strict=True):
        yield plain(label, right=question.right is value)
