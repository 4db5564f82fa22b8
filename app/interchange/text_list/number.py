"""Numbers that an answer may be, as people write them: `3.5`, `3.5 ± 0.1`, `200 ± 5 %`, `1 to 2`, several with `;`."""

import re
from collections.abc import Sequence

from app.models.number import typed_number
from app.models.questions.numeric import ExactAnswer, MarginAnswer, MarginType, NumericAnswer, RangeAnswer

_RANGE = re.compile(r"\s*(\S+?)\s*(?:\.\.|\bto\b)\s*(\S+)\s*")


def numbers(text: str) -> Sequence[NumericAnswer]:
    """The right answers; empty where one of them is no number."""
    found = [_number(part) for part in text.split(";")]
    return [one for one in found if one is not None] if None not in found else []


def _number(text: str) -> NumericAnswer | None:
    between = _RANGE.fullmatch(text)
    if between is not None:
        least, most = typed_number(between[1]), typed_number(between[2])
        return RangeAnswer.new(least, most) if least is not None and most is not None else None
    value, sign, margin = text.replace("+/-", "±").partition("±")
    number, off = typed_number(value), typed_number(margin.strip().removesuffix("%"))
    if number is None:
        return None
    if not sign or off is None:
        return ExactAnswer.new(number)
    percent = margin.rstrip().endswith("%")
    return MarginAnswer.new(number, off, MarginType.PERCENT if percent else MarginType.ABSOLUTE)
