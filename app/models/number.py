"""Numbers in the forms in which the wire has them: 3, "3", "123,456.789", "1.23*10^4" (canvas-facts 3.10)."""

import re
from decimal import Decimal

from app.models.value import Number

_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:(?:[*×]10\^|[eE])(?P<power>[+-]?\d{1,4}))?"
)


def decimal_of(number: Number | None) -> Decimal | None:
    """The exact value; None for what is missing or no number. Commas are read between thousands only."""
    if number is None:
        return None
    found = _NUMBER.fullmatch(re.sub(r"\s+", "", str(number)).replace("\u2212", "-"))
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
