"""Numbers in the forms in which the wire has them: 3, "3", "123,456.789", "1.23*10^4" (canvas-facts 3.10)."""

import re
from decimal import Decimal
from functools import lru_cache

from app.models.value import Number

_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:(?:[*×]10\^|[eE])(?P<power>[+-]?\d{1,4}))?"
)


def decimal_of(number: Number | None) -> Decimal | None:
    """The exact value; None for what is missing or no number. Commas are read between thousands only."""
    return None if number is None else _read(str(number))


@lru_cache(maxsize=4096)  # the checks ask for the same few numbers again and again
def _read(text: str) -> Decimal | None:
    if text.isdecimal():
        return Decimal(text)
    found = _NUMBER.fullmatch("".join(text.split()).replace("\u2212", "-"))
    if found is None:
        return None
    return Decimal(f"{found['sign']}{found['digits'].replace(',', '')}e{found['power'] or 0}")


def whole_of(number: Number | None) -> int | None:
    """The whole number; None for what is missing, no number, or has a part behind the point."""
    value = decimal_of(number)
    return int(value) if value is not None and value == value.to_integral_value() else None


def like(before: Number | None, value: int) -> Number:
    """`value` in the form that stood there before: as a number where that was one, else as text."""
    return value if isinstance(before, (int, float)) else str(value)


_TYPED = re.compile(
    r"(?P<sign>[+-]?)(?P<digits>\d+(?:[.,]\d*)?|[.,]\d+|\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d*)?)"
    r"(?:(?:\s*[*×x·]\s*10\s*\^?\s*|[eE])(?P<power>[+-]?\d{1,4}))?"
)


def typed_number(text: str, *, decimal_comma: bool = False) -> str | None:
    """What a person typed as the wire has it: a dot, no thousands, powers as `*10^n`; None where it is no number.

    Digits stay as they were typed ("1.50"). Where both signs stand there the last one is the decimal; one comma alone
    is taken as the decimal unless three digits follow and `decimal_comma` is false ("1,234" is a thousand then).
    """
    found = _TYPED.fullmatch(text.strip().replace("\u2212", "-").replace("\u00a0", " "))
    if found is None:
        return None
    digits = _with_dot(found["digits"].replace(" ", "").replace("'", ""), decimal_comma)
    sign = "-" if found["sign"] == "-" else ""
    power = f"*10^{int(found['power'])}" if found["power"] else ""
    return f"{sign}{digits}{power}"


def _with_dot(digits: str, decimal_comma: bool) -> str:
    signs = [sign for sign in digits if sign in ".,"]
    if not signs:
        return digits
    decimal = signs[-1] if len(set(signs)) == 2 or len(signs) == 1 else ""
    if signs == [","] and not decimal_comma and len(digits.partition(",")[2]) == 3 and digits[0] not in ",0":
        decimal = ""
    whole, _, part = digits.rpartition(decimal) if decimal else (digits, "", "")
    whole = (whole if decimal else digits).replace(".", "").replace(",", "") or "0"
    return f"{whole}.{part}" if part else whole
