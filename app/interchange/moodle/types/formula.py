"""Calculated questions: a formula whose names stand in braces, and sets of numbers for them."""

import re
from decimal import Decimal
from itertools import islice
from random import Random

from lxml.etree import _Element as Element

from app.expressions.error import Undefined
from app.expressions.solution import result
from app.interchange.moodle.draft import Draft
from app.interchange.moodle.entry import Entry, Read, share_of
from app.interchange.moodle.text import raw
from app.interchange.number import decimal_text, number_text, tidy
from app.message import Message, message
from app.models.item import Item
from app.models.number import decimal_of, whole_of
from app.models.questions.formula import FormulaQuestion, Solution, SolutionInput, Variable
from app.models.questions.generated import formula_of, result_decimals, with_generated
from app.models.questions.numeric import MarginType

_NAME = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")
_TICKED = re.compile(r"`([^`<>]+)`")
_POW = re.compile(r"\bpow\(([^(),]+),([^(),]+)\)")
_POWER = re.compile(r"(\{\w+\}|\d+(?:\.\d+)?)\s*\^\s*(\{\w+\}|\d+(?:\.\d+)?)")
_RELATIVE, _NOMINAL = "1", "2"
_MOST_SETS = 200
_WANTED = 10


def read(entry: Entry, _points: float) -> Read:
    """The first formula that earns points; its results are computed here."""
    lost: list[Message] = []
    right = [row for row in entry.rows if share_of(row) > 0]
    if len(right) > 1:
        lost.append(message("Formulas after the first one: Canvas has one."))
    row = right[0] if right else None
    variables, values = _datasets(entry.element)
    names = {one.name for one in variables}
    stem = _NAME.sub(lambda found: f"`{found[1]}`" if found[1] in names else found[0], entry.stem)
    if "{=" in entry.stem:
        lost.append(message("Computed numbers in the text: they stand as they were written."))
    question = FormulaQuestion.new().replaced(item_body=stem).with_variables(variables)
    written = _POW.sub(r"(\1)^(\2)", _NAME.sub(r"\1", raw(row))).strip().lstrip("=").strip()
    question = question.with_formula(written)
    if row is not None:
        question = _with_margin(question, row, lost)
    decimals = whole_of((row.findtext("correctanswerlength") if row is not None else None) or None)
    solved = _solved(question, values, min(max(decimals if decimals is not None else 2, 0), 10), lost)
    if entry.element.find("units/unit") is not None:
        lost.append(message("Units: in Canvas the answer is a number alone."))
    return solved, lost


def _with_margin(question: FormulaQuestion, row: Element, lost: list[Message]) -> FormulaQuestion:
    """Moodle's relative margin is a share, Canvas's is in per cent."""
    margin = decimal_of(tidy(row.findtext("tolerance") or "")) or Decimal()
    kind = (row.findtext("tolerancetype") or _NOMINAL).strip()
    if kind not in (_RELATIVE, _NOMINAL):
        lost.append(message("A geometric margin: it is taken as a share of the answer."))
    if kind == _NOMINAL:
        return question.with_margin(decimal_text(abs(margin)), MarginType.ABSOLUTE)
    return question.with_margin(decimal_text(abs(margin) * 100), MarginType.PERCENT)


def _datasets(element: Element) -> tuple[tuple[Variable, ...], list[dict[str, Decimal]]]:
    """The variables, and the numbers of each set."""
    variables: list[Variable] = []
    columns: dict[str, list[Decimal]] = {}
    for row in element.iterfind("dataset_definitions/dataset_definition"):
        name = raw(row.find("name")).strip()
        if not name or name in columns:
            continue
        low, high = (tidy(raw(row.find(part))) or "1" for part in ("minimum", "maximum"))
        precision = whole_of(tidy(raw(row.find("decimals"))) or None) or 0
        variables.append(Variable(name=name, min=low, max=high, precision=precision))
        numbers = (decimal_of(tidy(one.findtext("value") or "")) for one in row.iter("dataset_item"))
        columns[name] = [number for number in islice(numbers, _MOST_SETS) if number is not None]
    sets = zip(*columns.values(), strict=False)
    return tuple(variables), [dict(zip(columns, row, strict=True)) for row in sets]


def _solved(
    question: FormulaQuestion, values: list[dict[str, Decimal]], decimals: int, lost: list[Message]
) -> FormulaQuestion:
    """The question with what its formula comes to for each set of numbers."""
    read = formula_of(question)
    if read is None or not {*read.names} <= {one.name for one in question.variables}:
        lost.append(message("Its formula: Canvas does not know it as it is written, so correct it."))
        return question
    solutions = []
    for one in values:
        try:
            output = result(read, one, decimals)
        except Undefined:
            lost.append(message("A set of numbers for which the formula has no value."))
            continue
        inputs = tuple(SolutionInput(name=name, value=decimal_text(value)) for name, value in one.items())
        solutions.append(Solution(inputs=inputs, output=f"{output:f}"))
    if solutions:
        return question.with_solutions(tuple(solutions))
    made = with_generated(question, count=_WANTED, decimals=decimals, random=Random(0))
    lost.append(message("Its sets of numbers: the file has none, and new ones are made."))
    return made or question


def write(question: FormulaQuestion, draft: Draft, _item: Item) -> None:
    """The formula, and a list of numbers for each variable."""
    names = {one.name for one in question.variables if one.name}
    formula = re.sub(r"\b[A-Za-z_]\w*\b(?!\s*\()", lambda found: _braced(found[0], names), question.formula)
    formula = _POWER.sub(r"pow(\1,\2)", formula)
    row = draft.plain("answer", formula, fraction="100")
    margin = question.margin.tolerance or Decimal()
    percent = question.margin.margin_type == MarginType.PERCENT
    draft.value("tolerance", decimal_text(margin / 100 if percent else margin), row)
    draft.value("tolerancetype", _RELATIVE if percent else _NOMINAL, row)
    draft.value("correctanswerformat", "1", row)
    draft.value("correctanswerlength", str(result_decimals(question)), row)
    definitions = draft.value("dataset_definitions", "")
    for one in question.variables:
        _write_dataset(question, one, draft, definitions)
    draft.lost.append(message("Its formula: Moodle computes the results itself, so try the question there."))
    if "^" in formula:
        draft.lost.append(message("Powers of brackets: Moodle wants pow(a, b), so correct the formula there."))


def stem(question: FormulaQuestion) -> str:
    """The text with its names in braces."""
    return _TICKED.sub(r"{\1}", question.item_body or "")


def _braced(name: str, names: set[str]) -> str:
    return f"{{{name}}}" if name in names else name


def _write_dataset(question: FormulaQuestion, variable: Variable, draft: Draft, parent: Element) -> None:
    name = variable.name or ""
    row = draft.value("dataset_definition", "", parent)
    for part, text in (
        ("status", "private"), ("name", name), ("distribution", "uniform"), ("minimum", number_text(variable.min)),
        ("maximum", number_text(variable.max)), ("decimals", str(variable.decimals)),
    ):  # fmt: skip
        draft.plain(part, text, row)
        if part == "name":
            draft.value("type", "calculated", row)
    numbers = [one.values.get(name) for one in question.solutions]
    draft.value("itemcount", str(len(numbers)), row)
    items = draft.value("dataset_items", "", row)
    for place, number in enumerate(numbers, start=1):
        item = draft.value("dataset_item", "", items)
        draft.value("number", str(place), item)
        draft.value("value", "" if number is None else decimal_text(number), item)
    draft.value("number_of_items", str(len(numbers)), row)
