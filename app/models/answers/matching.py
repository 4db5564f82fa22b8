"""The pairs to put together, in lines."""

from collections.abc import Iterator
from html import escape

from app.message import message
from app.models.answers.line import AnswerLine, Mark, partial_credit, plain, shuffled
from app.models.questions.matching import MatchingQuestion


def lines(question: MatchingQuestion) -> Iterator[AnswerLine]:
    """Each pair, then the answers that belong to none."""
    for pair in question.pairs:
        yield AnswerLine(f"{escape(pair.prompt)} – {escape(pair.answer)}", Mark.RIGHT)
    for text in question.distractors:
        yield plain(text, right=False, note=message("Belongs to none:"))
    yield partial_credit(question.gives_partial_credit)
    yield from shuffled(question.shuffled)
