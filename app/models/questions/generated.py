"""Solutions made for a formula question (canvas-facts 3.11: Canvas deals them and does not compute)."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from app.expressions.error import FormulaError
from app.expressions.formula import Formula, formula
from app.expressions.solution import Span, Worked, solutions
from app.models.questions.formula import FormulaQuestion, Solution, SolutionInput, Variable

USUAL_DECIMALS = 2
"""Decimals of the results where no solution says otherwise."""


def formula_of(question: FormulaQuestion) -> Formula | None:
    """The question's formula, None while it cannot be read."""
    try:
        return formula(question.formula)
    except FormulaError:
        return None


def result_decimals(question: FormulaQuestion) -> int:
    """How many decimals the results have: the most that a solution shows."""
    written = [str(one.output) for one in question.solutions if one.result is not None]
    return max((len(text.partition(".")[2].partition("*")[0]) for text in written), default=USUAL_DECIMALS)


def spans(variables: Sequence[Variable]) -> tuple[Span, ...] | None:
    """The ranges of the variables, None where one is not complete."""
    found = []
    for one in variables:
        if not one.name or one.least is None or one.most is None or one.most < one.least:
            return None
        found.append(Span(one.name, one.least, one.most, one.decimals))
    return tuple(found)


def with_generated(question: FormulaQuestion, *, count: int, decimals: int, random: Random) -> FormulaQuestion | None:
    """The question with so many new solutions, or as many as there are; None where formula or ranges do not serve."""
    read, ranges = formula_of(question), spans(question.variables)
    if read is None or ranges is None or not {*read.names} <= {span.name for span in ranges}:
        return None
    made = solutions(read, ranges, count=count, decimals=decimals, random=random)
    return question.with_solutions(tuple(_written(one) for one in made)) if made else None


def _written(worked: Worked) -> Solution:
    inputs = tuple(SolutionInput(name=name, value=_text(value)) for name, value in worked.values.items())
    return Solution(inputs=inputs, output=_text(worked.result))


def _text(number: Decimal) -> str:
    return f"{number:f}"
