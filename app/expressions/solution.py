"""Values for the variables of a formula, and what it comes to, rounded as people round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from app.expressions.error import Undefined
from app.expressions.formula import Formula

MOST = 200
"""Solutions that a question may have (canvas-facts 3.11)."""

_TRIES = 40
"""How often each solution is tried before the generator gives up."""


@dataclass(frozen=True, slots=True)
class Span:
    """A variable: values from `least` to `most`, both included, with so many decimals."""

    name: str
    least: Decimal
    most: Decimal
    decimals: int = 0

    @property
    def count(self) -> int:
        """How many values it has, 0 where its ends are swapped."""
        return max(int((self.most - self.least).scaleb(self.decimals)) + 1, 0) if self.most >= self.least else 0

    def at(self, place: int) -> Decimal:
        """The value at a 0-based place."""
        return self.least + Decimal(place).scaleb(-self.decimals)


@dataclass(frozen=True, slots=True)
class Worked:
    """The value of each variable, and the result."""

    values: Mapping[str, Decimal]
    result: Decimal


def result(formula: Formula, values: Mapping[str, Decimal], decimals: int) -> Decimal:
    """What the formula comes to, rounded half away from zero. Raises Undefined where it has no value.

    The last signs of a float are noise, so it is taken at 12 digits before it is rounded: 1.005 * 100 is 100.5.
    """
    number = Decimal(f"{formula.value({name: float(value) for name, value in values.items()}):.12g}")
    rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)  # no minus before a zero


def solutions(
    formula: Formula, spans: Sequence[Span], *, count: int, decimals: int, random: Random
) -> tuple[Worked, ...]:
    """As many solutions as asked for, each with other values; fewer where there are not that many.

    Values for which the formula has no result are passed over. Raises KeyError where a variable has no span.
    """
    wanted, total = min(count, MOST), _combinations(spans)
    made: dict[tuple[Decimal, ...], Worked] = {}
    for place in _places(total, wanted * _TRIES, random):
        values = _values(spans, place)
        try:
            worked = Worked(values, result(formula, values, decimals))
        except (Undefined, ArithmeticError):
            continue
        made[tuple(values.values())] = worked
        if len(made) == wanted:
            break
    return tuple(made.values())


def _combinations(spans: Sequence[Span]) -> int:
    total = 1
    for span in spans:
        total *= span.count
    return total


def _places(total: int, tries: int, random: Random) -> Sequence[int]:
    """Places among all combinations: every one in a random order where they are few, else random ones."""
    if total <= tries:
        return random.sample(range(total), total)
    return [random.randrange(total) for _ in range(tries)]


def _values(spans: Sequence[Span], place: int) -> dict[str, Decimal]:
    values = {}
    for span in spans:
        place, at = divmod(place, span.count)
        values[span.name] = span.at(at)
    return values
