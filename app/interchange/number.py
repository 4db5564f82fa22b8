"""Numbers as these files have them: plain decimals, the powers of the wire written out."""

import re
from decimal import Decimal
from typing import Final

from app.models.number import decimal_of

_LONGEST: Final = 300
_WHOLE = re.compile(r"(-?\d+)\.0")


def number_text(number: str | float | None) -> str:
    """A number of the wire for a file, "" where it is none; digits stay as they were written."""
    text = "" if number is None else str(number).strip()
    if re.fullmatch(r"-?\d+(?:\.\d+)?", text):
        return text
    value = decimal_of(text)
    return "" if value is None else decimal_text(value)


def decimal_text(value: Decimal) -> str:
    """A decimal for a file."""
    if abs(value.adjusted()) > _LONGEST:
        return f"{value:E}"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def tidy(text: str) -> str:
    """A number of a file for a person: exports write 200.0 for 200. "" where it is none."""
    text = text.strip()
    if decimal_of(text) is None:
        return ""
    whole = _WHOLE.fullmatch(text)
    return whole[1] if whole else text


def plain_number(value: Decimal) -> int | float:
    """The number as the wire has it."""
    return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)
