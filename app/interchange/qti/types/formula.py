"""A formula: `itemproc_extension/calculated`. Canvas does not compute: the solutions stand there."""

import re

from lxml.etree import _Element as Element

from app.interchange.number import number_text, tidy
from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft
from app.interchange.qti.item import QtiItem, Read
from app.interchange.qti.types.choices import RESPONSE
from app.interchange.xml import first, text_of, within
from app.message import Message, message
from app.models.number import whole_of
from app.models.questions.formula import FormulaMargin, FormulaQuestion, Solution, SolutionInput, Variable
from app.models.questions.generated import result_decimals
from app.models.questions.numeric import MarginType

_NAME = re.compile(r"\[([A-Za-z_][A-Za-z0-9_]*)\]")


def read(item: QtiItem) -> Read:
    """Formula, variables and solutions. Variables of Canvas Classic stand in brackets, here in backticks."""
    data = first(item.element, "calculated")
    variables = tuple(_variable(row) for row in _rows(first(data, "vars"), "var"))
    solutions = tuple(_solution(row) for row in within(data, "var_set"))
    names = {one.name for one in variables}
    formulas = [text_of(row).strip() for row in within(data, "formula")]
    stem = item.stem
    if "`" not in stem:
        stem = _NAME.sub(lambda found: f"`{found[1]}`" if found[1] in names else found[0], stem)
    margin = _margin(first(data, "answer_tolerance"))
    question = FormulaQuestion.new().replaced(item_body=stem)
    question = question.with_variables(variables).with_formula("".join(formulas[-1:])).with_solutions(solutions)
    lost: list[Message] = []
    if len(formulas) > 1:
        lost.append(message("Formulas before the last one: Canvas has one."))
    if not solutions:
        lost.append(message("Its solutions: the file has none."))
    return question.with_margin((margin.margin and str(margin.margin)) or "0", _margin_type(margin)), lost


def _rows(parent: Element | None, name: str) -> list[Element]:
    return [] if parent is None else parent.findall(name)


def _variable(row: Element) -> Variable:
    least, most = tidy(text_of(row.find("min"))), tidy(text_of(row.find("max")))
    return Variable(name=row.get("name") or "", min=least, max=most, precision=whole_of(row.get("scale")) or 0)


def _solution(row: Element) -> Solution:
    inputs = tuple(SolutionInput(name=one.get("name") or "", value=tidy(text_of(one))) for one in row.findall("var"))
    return Solution(inputs=inputs, output=tidy(text_of(row.find("answer"))))


def _margin(row: Element | None) -> FormulaMargin:
    text = text_of(row).strip()
    kind = "" if row is None else (row.get("margin_type") or "").lower()
    percent = text.endswith("%") or kind == MarginType.PERCENT
    margin = tidy(text.rstrip("%")) or "0"
    return FormulaMargin(margin=margin, margin_type=MarginType.PERCENT if percent else MarginType.ABSOLUTE)


def _margin_type(margin: FormulaMargin) -> MarginType:
    return MarginType.PERCENT if margin.margin_type == MarginType.PERCENT else MarginType.ABSOLUTE


def write(question: FormulaQuestion, draft: Draft) -> None:
    """Everything that stands in the key."""
    draft.stem(question.item_body)
    row = add(draft.presentation, "response_str", ident=RESPONSE, rcardinality="Single")
    add(add(row, "render_fib", fibtype="Decimal"), "response_label", ident="answer1")
    add(draft.condition(scored="100"), "other")
    data = add(add(draft.element, "itemproc_extension"), "calculated")
    margin = number_text(question.margin.margin) or "0"
    percent = question.margin.margin_type == MarginType.PERCENT
    add(data, "answer_tolerance", f"{margin}%" if percent else margin)
    decimals = str(result_decimals(question))
    formulas = add(data, "formulas", decimal_places=decimals, scientific_notation="false")
    add(formulas, "formula", question.formula)
    _write_rows(question, data)
    if question.wanted_solutions != len(question.solutions):
        draft.lost.append(message("How many solutions are wanted: those that are there count."))


def _write_rows(question: FormulaQuestion, data: Element) -> None:
    rows = add(data, "vars")
    for one in question.variables:
        row = add(rows, "var", name=one.name or "", scale=str(one.decimals))
        add(row, "min", number_text(one.min))
        add(row, "max", number_text(one.max))
    sets = add(data, "var_sets")
    for n, solution in enumerate(question.solutions, start=1):
        row = add(sets, "var_set", ident=str(n))
        for given in solution.inputs or ():
            add(row, "var", number_text(given.value), name=given.name or "")
        add(row, "answer", number_text(solution.output))
