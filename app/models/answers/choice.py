"""The answers of multiple choice, in lines."""

from collections.abc import Iterator, Mapping

from app.message import message
from app.models.answers.line import AnswerLine, answer, said, shuffled
from app.models.questions.choice import ChoiceQuestion


def lines(question: ChoiceQuestion) -> Iterator[AnswerLine]:
    """Each choice with what it earns where that differs, and its feedback below it."""
    feedback: Mapping[str, str | None] = question.answer_feedback or {}
    for choice in question.choices:
        earns = message("{points:g} points:", points=question.points_of(choice.id)) if question.varies_points else None
        yield answer(choice.item_body, right=choice.id == question.right, note=earns)
        if html := feedback.get(choice.id):
            yield said(message("Feedback:"), html, 1)
    yield from shuffled(question.shuffle.shuffled)
