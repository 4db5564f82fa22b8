"""The rows to put in order, in lines."""

from collections.abc import Iterator
from html import escape

from app.message import message
from app.models.answers.line import AnswerLine, said
from app.models.questions.ordering import OrderingQuestion


def lines(question: OrderingQuestion) -> Iterator[AnswerLine]:
    """The rows in their right order between the labels of both ends."""
    labels = question.labels
    if labels.top_label:
        yield said(message("Above:"), escape(labels.top_label))
    for number, row in enumerate(question.choices, start=1):
        yield said(message("{number}.", number=number), row.item_body or "")
    if labels.bottom_label:
        yield said(message("Below:"), escape(labels.bottom_label))
    if labels.display_answers_paragraph:
        yield said(message("In a line"))
