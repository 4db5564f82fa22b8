"""What one click does about the problems of a formula question."""

from random import Random
from typing import Final

from app.checks.fix import ItemFix, question_fix
from app.expressions.solution import MOST
from app.message import message
from app.models.questions.formula import FormulaQuestion, Variable
from app.models.questions.generated import formula_of, result_decimals, spans, with_generated
from app.models.rearranged import exchanged, removed

_USUAL_COUNT: Final = 10
"""Solutions where the question does not say how many there are to be, as Canvas's builder begins."""


def added_variable(name: str) -> ItemFix:
    """A variable that the formula or the question names, and nobody has."""
    return question_fix(
        FormulaQuestion,
        message('Add "{name}"', name=name),
        lambda question: question.with_variables((*question.variables, Variable.new(name))),
    )


def removed_variable(name: str, place: int) -> ItemFix:
    """Away with a variable that is used nowhere; `place` counts from 0."""
    return question_fix(
        FormulaQuestion,
        message('Remove "{name}"', name=name),
        lambda question: question.with_variables(removed(question.variables, place)),
    )


def swapped_range(place: int) -> ItemFix:
    """The ends of the range of the variable at `place`, from 0, the other way round."""

    def swapped(question: FormulaQuestion) -> FormulaQuestion:
        one = question.variables[place]
        return question.with_variables(exchanged(question.variables, place, one.replaced(min=one.max, max=one.min)))

    return question_fix(FormulaQuestion, message("Swap them"), swapped)


def first_solutions(count: int) -> ItemFix:
    """Only the first so many of them."""
    words = message("Keep the first {count}", count=count)
    return question_fix(FormulaQuestion, words, lambda question: question.with_solutions(question.solutions[:count]))


def generated_anew(question: FormulaQuestion) -> ItemFix | None:
    """Other solutions, as many as there are to be; None where the formula or a range does not serve."""
    read, ranges = formula_of(question), spans(question.variables)
    if read is None or ranges is None or not {*read.names} <= {span.name for span in ranges}:
        return None
    words = message("Generate them anew") if question.solutions else message("Generate them")
    return question_fix(FormulaQuestion, words, _generated)


def _generated(question: FormulaQuestion) -> FormulaQuestion:
    """The same question gets the same ones: a fix is undone and done again."""
    count = min(question.wanted_solutions or _USUAL_COUNT, MOST)
    luck = Random(question.formula)
    return with_generated(question, count=count, decimals=result_decimals(question), random=luck) or question
