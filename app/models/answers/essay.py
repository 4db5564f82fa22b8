"""What an essay asks for, in lines."""

from collections.abc import Iterator

from app.message import message
from app.models.answers.line import AnswerLine, said
from app.models.questions.essay import EssayQuestion


def lines(question: EssayQuestion) -> Iterator[AnswerLine]:
    """The notes for whoever grades, and what a student writes with."""
    options = question.options
    if question.notes:
        yield said(message("Notes for grading:"), question.notes)
    yield said(message("With the rich editor") if options.rce else message("Plain text"))
    if options.word_limit_enabled:
        least, most = options.least or 0, options.most or 0
        yield said(message("{least} to {most} words", least=least, most=most))
    if options.word_count:
        yield said(message("Words are counted"))
    if options.spell_check:
        yield said(message("With a spell check"))
