"""A number: `render_fib` of decimals; each condition is an answer."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from app.interchange.maker import numeric
from app.interchange.number import decimal_text, number_text, tidy
from app.interchange.qti.build import add
from app.interchange.qti.conditions import Condition, Test
from app.interchange.qti.draft import Draft
from app.interchange.qti.item import QtiItem, Read
from app.interchange.qti.types.choices import RESPONSE
from app.message import Message, message
from app.models.number import decimal_of
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
from app.models.questions.numeric_interval import taken_by

_LOW, _HIGH = ("vargte", "vargt"), ("varlte", "varlt")


def read(item: QtiItem) -> Read:
    """Every condition that scores; answers without bounds, which Canvas refuses, are exact here."""
    answers: list[NumericAnswer] = []
    lost: list[Message] = []
    for one in item.scoring:
        answer = _answer(one)
        if answer is not None:
            answers.append(answer)
        elif one.tests:
            lost.append(message("An answer that is no number."))
    if not answers:
        lost.append(message("No right answer: the file has none."))
    return numeric(item.stem, answers or [ExactAnswer.new()]), lost


def _answer(condition: Condition) -> NumericAnswer | None:
    value = next((test for test in condition.equal if decimal_of(test.value) is not None), None)
    low, high = _bound(condition, _LOW), _bound(condition, _HIGH)
    if value is None:
        if low is None or high is None:
            return None
        return RangeAnswer.new(tidy(low.value), tidy(high.value))
    number, given = tidy(value.value), value.attributes
    if "precisiontype" in given and tidy(given.get("precision", "")):
        return PreciseAnswer.new(number, tidy(given["precision"])).replaced(precision_type=given["precisiontype"])
    if "margintype" in given and tidy(given.get("margin", "")):
        return MarginAnswer.new(number, tidy(given["margin"])).replaced(margin_type=given["margintype"])
    if low is None or high is None:
        return ExactAnswer.new(number)
    return _by_bounds(number, low, high)


def _bound(condition: Condition, kinds: tuple[str, str]) -> Test | None:
    found = (test for test in condition.tests if test.kind in kinds and decimal_of(test.value) is not None)
    return next(found, None)


def _by_bounds(number: str, low: Test, high: Test) -> NumericAnswer:
    """What the bounds around a number mean where the file does not say it, as Canvas Classic does not."""
    value, least, most = (decimal_of(text) or Decimal() for text in (number, low.value, high.value))
    margin = value - least
    if least == most == value:
        return ExactAnswer.new(number)
    if margin <= 0 or most - value != margin:
        return RangeAnswer.new(tidy(low.value), tidy(high.value))
    digits = -(margin * 2).normalize().adjusted()
    if low.kind == "vargt" and digits >= 0 and margin * 2 == Decimal(1).scaleb(-digits):
        return PreciseAnswer.new(number, str(digits), PrecisionType.DECIMALS)
    return MarginAnswer.new(number, decimal_text(margin), MarginType.ABSOLUTE)


def write(question: NumericQuestion, draft: Draft) -> None:
    """Each answer with the bounds that it takes, and how they are meant: Canvas refuses one without."""
    _write(question, draft, _attributes)


def write_bounds(question: NumericQuestion, draft: Draft) -> None:
    """Each answer with its bounds alone, as Classic quizzes have it."""
    _write(question, draft, lambda _: {})


def _write(question: NumericQuestion, draft: Draft, attributes: Callable[[NumericAnswer], Mapping[str, str]]) -> None:
    draft.stem(question.item_body)
    row = add(draft.presentation, "response_str", ident=RESPONSE, rcardinality="Single")
    add(add(row, "render_fib", fibtype="Decimal"), "response_label", ident="answer1")
    for answer in question.answers:
        interval = taken_by(answer)
        if interval is None:
            draft.lost.append(message("A number that is not complete."))
            continue
        variables = draft.condition(scored="100")
        inner = variables
        if not isinstance(answer, RangeAnswer):
            inner = add(variables, "or")
            text = number_text(getattr(answer, "value", None))
            add(inner, "varequal", text, respident=RESPONSE, **attributes(answer))
        both = add(inner, "and")
        ends = (answer.start, answer.end) if isinstance(answer, RangeAnswer) else (None, None)
        low = number_text(ends[0]) or decimal_text(interval.least)
        high = number_text(ends[1]) or decimal_text(interval.most)
        add(both, "vargte" if interval.closed else "vargt", low, respident=RESPONSE)
        add(both, "varlte", high, respident=RESPONSE)


def _attributes(answer: NumericAnswer) -> dict[str, str]:
    if isinstance(answer, MarginAnswer):
        return {"margintype": str(answer.margin_type or MarginType.ABSOLUTE), "margin": number_text(answer.margin)}
    if isinstance(answer, PreciseAnswer):
        kind = str(answer.precision_type or PrecisionType.DECIMALS)
        return {"precisiontype": kind, "precision": number_text(answer.precision)}
    return {}
