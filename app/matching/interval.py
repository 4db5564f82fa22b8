"""Which numbers an answer takes (canvas-facts 3.16). Exact decimals throughout, never binary floats."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """From `least` to `most`; the upper end is always in it, the lower one where `closed`."""

    least: Decimal
    most: Decimal
    closed: bool = True

    def takes(self, number: Decimal) -> bool:
        """Whether a number lies in it."""
        return (self.least <= number if self.closed else self.least < number) and number <= self.most

    def meets(self, other: "Interval") -> bool:
        """Whether both take some number."""
        low, high = max(self.least, other.least), min(self.most, other.most)
        return low < high or (low == high and self.takes(low) and other.takes(low))


def exact(value: Decimal) -> Interval:
    """This very number: 1.0 is 1."""
    return Interval(value, value)


def within_margin(value: Decimal, margin: Decimal) -> Interval:
    """Give or take, in the value's own unit, both ends included."""
    return Interval(value - abs(margin), value + abs(margin))


def within_percent(value: Decimal, percent: Decimal) -> Interval:
    """Give or take so many hundredths of the value, both ends included."""
    return within_margin(value, abs(value) * percent / 100)


def to_decimals(value: Decimal, digits: int) -> Interval:
    """What rounds to the value at so many decimals; the lower end is not in it."""
    return _around(value, -digits)


def to_significant(value: Decimal, digits: int) -> Interval:
    """What rounds to the value at so many significant digits; the lower end is not in it."""
    return _around(value, value.adjusted() - digits + 1 if value else 0)


def _around(value: Decimal, place: int) -> Interval:
    """Half a unit of the digit at 10^place to both sides of the rounded value."""
    unit = Decimal(1).scaleb(place)
    rounded = (value / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP) * unit
    return Interval(rounded - unit / 2, rounded + unit / 2, closed=False)
