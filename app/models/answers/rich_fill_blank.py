"""The blanks of a text, in lines."""

from collections.abc import Iterator
from html import escape

from app.message import Message, message
from app.models.answers.line import AnswerLine, Mark, plain, said
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.rich_fill_blank import RichFillBlankQuestion


def lines(question: RichFillBlankQuestion) -> Iterator[AnswerLine]:
    """Each blank with what is taken in it, then the words of the bank that are right nowhere."""
    for number, blank in enumerate(question.blanks, start=1):
        yield from blank_lines(number, blank)
    if any(blank.answer_type == AnswerType.WORDBANK for blank in question.blanks):
        for word in question.wrong_words:
            yield plain(word.item_body, right=False, note=message("In the word bank:"))
        if question.reuses_words:
            yield said(message("Words can be used again"))


def blank_lines(number: int, blank: Blank) -> Iterator[AnswerLine]:
    """What a blank is filled with, and how that is compared."""
    yield said(message("Blank {number}, {how}", number=number, how=how_filled(blank)))
    if blank.answer_type == AnswerType.DROPDOWN:
        for choice in blank.choices:
            yield plain(choice.item_body, right=choice.id == blank.right, level=1)
    elif blank.answer_type == AnswerType.WORDBANK:
        yield plain(blank.text, right=True, level=1)
    else:
        for text in blank.accepted:
            yield AnswerLine(escape(text), Mark.RIGHT, None, 1)


def how_filled(blank: Blank) -> Message:
    """Where the answer comes from, or how what is typed is compared."""
    if blank.answer_type == AnswerType.DROPDOWN:
        return message("chosen from a list")
    if blank.answer_type == AnswerType.WORDBANK:
        return message("from the word bank")
    if blank.algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH:
        return message(
            "close enough: 1 letter may differ",
            plural="close enough: {count} letters may differ",
            count=blank.edit_distance,
        )
    return _TYPED.get(str(blank.algorithm), message("typed"))


_TYPED = {
    ScoringAlgorithm.TEXT_CONTAINS_ANSWER.value: message("contains"),
    ScoringAlgorithm.TEXT_EQUIVALENCE.value: message("exactly"),
    ScoringAlgorithm.TEXT_IN_CHOICES.value: message("one of these"),
    ScoringAlgorithm.TEXT_REGEX.value: message("fits the pattern"),
}
