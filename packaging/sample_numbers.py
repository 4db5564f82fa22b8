"""The sample's questions that are answered by a number: numeric and formula."""

from random import Random

from sample_part import ids, item, paragraph

from app.html.equation import equation_source
from app.models.item import Item
from app.models.question import CalculatorType
from app.models.questions.formula import FormulaQuestion, Variable
from app.models.questions.generated import with_generated
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    MarginType,
    NumericAnswer,
    NumericQuestion,
    PreciseAnswer,
    PrecisionType,
    RangeAnswer,
)

_SEED = 7


def peaks(number: int) -> Item:
    """A range, a margin in units, and an exact number in scientific notation."""
    stem = paragraph(
        "Chlorophyll <em>a</em> takes up light best at two wavelengths. Give one of them, in nanometres or in metres."
    )
    answers = (
        RangeAnswer.new("425", "435"),
        MarginAnswer.new("662", "5"),
        ExactAnswer.new("4.3*10^-7"),
    )
    return item(number, _numeric(number, answers), 1, stem)


def glucose(number: int) -> Item:
    """A margin in per cent, decimals, and significant digits."""
    stem = paragraph(
        "What is the molar mass of glucose, C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>? Give it in g/mol to two decimals,"
        " in kg/mol to three significant digits, or roughly in mg/mol."
    )
    answers = (
        PreciseAnswer.new("180.16", "2"),
        PreciseAnswer.new("0.180", "3", PrecisionType.SIGNIFICANT_DIGITS),
        MarginAnswer.new("180160", "1", MarginType.PERCENT),
    )
    return item(number, _numeric(number, answers), 2, stem, calculator_type=CalculatorType.SCIENTIFIC)


def magnification(number: int) -> Item:
    """A margin in per cent, and an equation in the text."""
    equation = equation_source(r"M = \frac{\text{drawn size}}{\text{real size}}")
    stem = paragraph(
        "A cell that is `real` µm wide is `drawn` mm wide in your drawing. How many times is it magnified?"
    ) + paragraph(equation)
    question = _formula("1000*drawn/real", ("real", "20", "80", 0), ("drawn", "30", "120", 0))
    question = question.with_margin("1", MarginType.PERCENT)
    return item(number, _solved(question, 5, 1), 2, stem, calculator_type=CalculatorType.BASIC)


def duckweed(number: int) -> Item:
    """A function, a variable with decimals, a margin in units."""
    stem = paragraph(
        "There are `n` plants of duckweed on a pond. Their number doubles every `d` days. "
        "How many will there be after 12 days?"
    )
    question = _formula("round(n*2^(12/d))", ("n", "5", "50", 0), ("d", "1.5", "4", 1))
    question = question.with_margin("2", MarginType.ABSOLUTE)
    return item(number, _solved(question, 3, 0), 2, stem, calculator_type=CalculatorType.SCIENTIFIC)


def _numeric(number: int, answers: tuple[NumericAnswer, ...]) -> NumericQuestion:
    rows = tuple(one.replaced(id=id) for id, one in zip(ids(number), answers, strict=False))
    return NumericQuestion.new().with_answers(rows)


def _formula(formula: str, *variables: tuple[str, str, str, int]) -> FormulaQuestion:
    rows = (Variable(name=name, min=least, max=most, precision=decimals) for name, least, most, decimals in variables)
    return FormulaQuestion.new().with_formula(formula).with_variables(tuple(rows))


def _solved(question: FormulaQuestion, count: int, decimals: int) -> FormulaQuestion:
    solved = with_generated(question, count=count, decimals=decimals, random=Random(_SEED))
    assert solved is not None
    return solved
