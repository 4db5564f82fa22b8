"""A formula with its variables, in lines."""

from collections.abc import Iterator
from html import escape

from app.message import message
from app.models.answers.line import AnswerLine, Mark, said
from app.models.questions.formula import FormulaQuestion
from app.models.questions.numeric import MarginType


def lines(question: FormulaQuestion) -> Iterator[AnswerLine]:
    """The formula, the range of each variable, the margin and how many solutions there are."""
    yield AnswerLine(f"<code>{escape(question.formula)}</code>", Mark.RIGHT)
    for one in question.variables:
        note = message("from {least} to {most}:", least=_text(one.min), most=_text(one.max))
        yield said(note, f"<code>{escape(one.name or '')}</code>", 1)
    margin = question.margin
    unit = " %" if margin.margin_type == MarginType.PERCENT else ""
    yield said(message("Margin: ± {margin}{unit}", margin=_text(margin.margin), unit=unit))
    count = len(question.solutions)
    yield said(message("1 solution", plural="{count} solutions", count=count))


def _text(value: object) -> str:
    return "…" if value is None or value == "" else str(value)
