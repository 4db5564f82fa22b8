"""The answers of multiple answers, in lines."""

from collections.abc import Iterator

from app.models.answers.line import AnswerLine, answer, partial_credit, shuffled
from app.models.questions.multi_answer import MultiAnswerQuestion


def lines(question: MultiAnswerQuestion) -> Iterator[AnswerLine]:
    """Each choice, then how they count together."""
    for choice in question.choices:
        yield answer(choice.item_body, right=choice.id in question.right)
    yield partial_credit(question.gives_partial_credit)
    yield from shuffled(question.shuffle.shuffled)
