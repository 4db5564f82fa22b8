"""Categories and what belongs into them, in lines."""

from collections.abc import Iterator
from html import escape

from app.message import message
from app.models.answers.line import AnswerLine, plain, said, shuffled
from app.models.questions.categorization import CategorizationQuestion


def lines(question: CategorizationQuestion) -> Iterator[AnswerLine]:
    """Each category with its answers below it, then the answers that belong nowhere."""
    for category in question.categories:
        yield said(message("Category:"), escape(category.item_body or ""))
        for one in question.answers_of(category.id):
            yield plain(one.item_body, right=True, level=1)
    for one in question.distractors:
        yield plain(one.item_body, right=False, note=message("Belongs nowhere:"))
    yield from shuffled(bool(question.properties and question.properties.shuffled))
