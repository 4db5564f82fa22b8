"""The blanks of an old fill in the blank, in lines."""

from collections.abc import Iterator

from app.models.answers.line import AnswerLine
from app.models.answers.rich_fill_blank import lines as lines_of_blanks
from app.models.conversion import converted
from app.models.questions.fill_blank import FillBlankQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion


def lines(question: FillBlankQuestion) -> Iterator[AnswerLine]:
    """The same as today's question would have."""
    turned = converted(question, RichFillBlankQuestion.slug).question
    assert isinstance(turned, RichFillBlankQuestion)
    return lines_of_blanks(turned)
