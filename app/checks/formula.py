"""Checks of formula questions (canvas-facts 3.11)."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.formula_fix import (
    added_variable,
    first_solutions,
    generated_anew,
    removed_variable,
    swapped_range,
)
from app.checks.problem import Problem, error, warning
from app.expressions.error import FormulaError, Undefined
from app.expressions.formula import Formula, formula
from app.expressions.function import CONSTANTS, FUNCTIONS
from app.expressions.solution import MOST, result
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.formula import FormulaQuestion, Solution, Variable
from app.models.questions.generated import formula_of


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """A formula that cannot be read; variables missing, unused or without a range; solutions that are wrong."""
    assert isinstance(question, FormulaQuestion)
    return (*_of_formula(question), *_of_variables(question), *_of_margin(question), *_of_solutions(question))


def _of_formula(question: FormulaQuestion) -> Iterator[Problem]:
    try:
        read = formula(question.formula)
    except FormulaError as wrong:
        words = message("The formula is wrong at sign {place}: {what}", place=wrong.place + 1, what=wrong.message)
        shown = wrong.message if not question.formula.strip() else words
        yield error("formula", "bad-formula", shown, message("Correct it there."))
        return
    known = {variable.name for variable in question.variables}
    for name in read.names:
        if name not in known:
            words = message('The formula uses "{name}", which is no variable.', name=name)
            advice = message("Add the variable or correct its name.")
            yield error("formula", "unknown-variable", words, advice, added_variable(name))


def _of_variables(question: FormulaQuestion) -> Iterator[Problem]:
    read = formula_of(question)
    used = {*(read.names if read else ()), *question.stem_names}
    names = [variable.name for variable in question.variables]
    for place, variable in enumerate(question.variables):
        field = f"variables/{place}"
        if not variable.name or not _is_name(variable.name):
            words = message("Variable {place} has no fit name.", place=place + 1)
            yield error(
                field, "bad-variable-name", words, message("Begin with a letter, go on with letters or digits.")
            )
        elif names.count(variable.name) > 1:
            yield error(field, "equal-variables", message('"{name}" stands there twice.', name=variable.name))
        elif read is not None and variable.name not in used:
            words = message('The variable "{name}" is used nowhere.', name=variable.name)
            fix = removed_variable(variable.name, place)
            yield warning(field, "unused-variable", words, message("Use it in the formula or remove it."), fix)
        yield from _of_range(variable, place)
    for name in question.stem_names:
        if name not in names:
            words = message('The question names "{name}" in backticks, which is no variable.', name=name)
            advice = message("Add it, or take the backticks away.")
            yield error("variables", "unknown-stem-variable", words, advice, added_variable(name))


def _is_name(name: str) -> bool:
    return name[0].isalpha() and name.isalnum() and name.isascii() and name not in {**CONSTANTS, **FUNCTIONS}


def _of_range(variable: Variable, place: int) -> Iterator[Problem]:
    name, field = variable.name or "", f"variables/{place}"
    if variable.least is None or variable.most is None:
        words = message('The range of "{name}" is not complete.', name=name)
        yield error(field, "no-range", words, message("Write the smallest and the largest value."))
    elif variable.least > variable.most:
        words = message('The smallest value of "{name}" is above the largest.', name=name)
        yield error(field, "range-upside-down", words, message("Swap them."), swapped_range(place))


def _of_margin(question: FormulaQuestion) -> Iterator[Problem]:
    if question.margin.tolerance is None or question.margin.tolerance < 0:
        words = message("The margin is no number from 0 up.")
        yield error("margin", "bad-margin", words, message("Write how far an answer may be off."))


def _of_solutions(question: FormulaQuestion) -> Iterator[Problem]:
    if not question.solutions:
        words = message("There are no solutions: students would get no numbers.")
        yield error("solutions", "no-solutions", words, message("Generate them."), generated_anew(question))
    if len(question.solutions) > MOST:
        words = message("Canvas takes at most {most} solutions.", most=MOST)
        yield error("solutions", "too-many-solutions", words, message("Remove some."), first_solutions(MOST))
    read = formula_of(question)
    wrong = [place for place, one in enumerate(question.solutions) if _is_wrong(one, read, question)]
    if wrong:
        words = message(
            "{count} solution does not fit the formula, the first in row {row}.",
            plural="{count} solutions do not fit the formula, the first in row {row}.",
            count=len(wrong),
            row=wrong[0] + 1,
        )
        advice = message("Correct it or generate them anew.")
        yield error(f"solutions/{wrong[0]}", "wrong-solution", words, advice, generated_anew(question))
    outside = [place for place, one in enumerate(question.solutions) if _is_outside(one, question)]
    if outside:
        words = message("Row {row} has a value outside its range.", row=outside[0] + 1)
        hint = message("Keep it if it is meant, or generate the solutions anew.")
        yield warning(f"solutions/{outside[0]}", "solution-out-of-range", words, hint, generated_anew(question))


def fits(solution: Solution, read: Formula | None) -> bool:
    """Whether the result is what the formula gives, at the decimals that it shows; false while one is no number."""
    if read is None or solution.result is None:
        return read is None
    values = {name: value for name, value in solution.values.items() if value is not None}
    decimals = max(-int(solution.result.as_tuple().exponent), 0)
    try:
        return result(read, values, decimals) == solution.result
    except (Undefined, KeyError, ArithmeticError):
        return False


def _is_wrong(solution: Solution, read: Formula | None, question: FormulaQuestion) -> bool:
    missing = any(solution.values.get(variable.name or "") is None for variable in question.variables)
    return missing or not fits(solution, read)


def _is_outside(solution: Solution, question: FormulaQuestion) -> bool:
    return any(_outside(variable, solution.values.get(variable.name or "")) for variable in question.variables)


def _outside(variable: Variable, value: Decimal | None) -> bool:
    if value is None or variable.least is None or variable.most is None:
        return False
    return not variable.least <= value <= variable.most
