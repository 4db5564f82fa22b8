"""The functions and constants of a formula: those that Canvas documents for its own formulas."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from app.expressions.error import Undefined

Compute = Callable[[Sequence[float]], float]


@dataclass(frozen=True, slots=True)
class Function:
    """How many numbers it takes (`most` None: any number of them), and what it makes of them. Angles are in radians."""

    compute: Compute
    least: int = 1
    most: int | None = 1


def _of_one(compute: Callable[[float], float]) -> Function:
    return Function(lambda numbers: compute(numbers[0]))


def _of_many(compute: Callable[[Sequence[float]], float]) -> Function:
    return Function(compute, 1, None)


def _whole(number: float) -> int:
    if number < 0 or number != math.floor(number) or number > 170:
        raise Undefined
    return int(number)


def _log(numbers: Sequence[float]) -> float:
    return math.log10(numbers[0]) if len(numbers) == 1 else math.log(numbers[0], numbers[1])


def _round(numbers: Sequence[float]) -> float:
    digits = 0 if len(numbers) == 1 else int(numbers[1])
    scale = 10.0 ** min(max(digits, -15), 15)
    return math.copysign(math.floor(abs(numbers[0]) * scale + 0.5) / scale, numbers[0])


CONSTANTS: Final = {"pi": math.pi, "e": math.e}

FUNCTIONS: Final[dict[str, Function]] = {
    "abs": _of_one(abs),
    "acos": _of_one(math.acos),
    "asin": _of_one(math.asin),
    "atan": _of_one(math.atan),
    "ceil": _of_one(math.ceil),
    "comb": Function(lambda numbers: math.comb(_whole(numbers[0]), _whole(numbers[1])), 2, 2),
    "cos": _of_one(math.cos),
    "cot": _of_one(lambda number: 1 / math.tan(number)),
    "count": _of_many(len),
    "csc": _of_one(lambda number: 1 / math.sin(number)),
    "deg_to_rad": _of_one(math.radians),
    "exp": _of_one(math.exp),
    "fact": _of_one(lambda number: float(math.factorial(_whole(number)))),
    "floor": _of_one(math.floor),
    "if": Function(lambda numbers: numbers[1] if numbers[0] else numbers[2], 3, 3),
    "ln": _of_one(math.log),
    "log": Function(_log, 1, 2),
    "max": _of_many(max),
    "mean": _of_many(lambda numbers: math.fsum(numbers) / len(numbers)),
    "median": _of_many(median),
    "min": _of_many(min),
    "perm": Function(lambda numbers: math.perm(_whole(numbers[0]), _whole(numbers[1])), 2, 2),
    "pow": Function(lambda numbers: math.pow(numbers[0], numbers[1]), 2, 2),
    "rad_to_deg": _of_one(math.degrees),
    "round": Function(_round, 1, 2),
    "sec": _of_one(lambda number: 1 / math.cos(number)),
    "sin": _of_one(math.sin),
    "sqrt": _of_one(math.sqrt),
    "sum": _of_many(math.fsum),
    "tan": _of_one(math.tan),
    "trunc": _of_one(math.trunc),
}
"""By name, in the alphabet's order, in which the editor lists them."""
