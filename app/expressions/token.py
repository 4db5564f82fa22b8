"""The signs of a formula, cut into numbers, names and operators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.expressions.error import FormulaError
from app.message import message

LONGEST = 500
"""Signs of a formula (reliability.md 3.4)."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[A-Za-z][A-Za-z0-9_]*)|(?P<sign>[-+*/^(),]))"
)
_SAME = {"\u2212": "-", "\u00d7": "*", "\u00b7": "*", "\u00f7": "/", ":": "/"}


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` "end" stands behind the last one. `place` is the 0-based sign at which it begins."""

    kind: Literal["number", "name", "sign", "end"]
    text: str
    place: int


def tokens(formula: str) -> Iterator[Token]:
    """The tokens of a formula. Raises FormulaError at a sign that means nothing."""
    if len(formula) > LONGEST:
        raise FormulaError(message("The formula is longer than {most} signs.", most=LONGEST), LONGEST)
    written = "".join(_SAME.get(sign, sign) for sign in formula)
    place = 0
    while written[place:].strip():
        found = _TOKEN.match(written, place)
        if found is None:
            raise _unknown(written, place)
        kind: Literal["number", "name", "sign"] = found.lastgroup  # type: ignore[assignment] # one of the three groups
        yield Token(kind, found[kind], found.start(kind))
        place = found.end()
    yield Token("end", "", len(written.rstrip()))


def _unknown(formula: str, place: int) -> FormulaError:
    place += len(formula[place:]) - len(formula[place:].lstrip())
    if formula[place] == "=":
        return FormulaError(message('A formula has no "=": write only what is computed.'), place)
    return FormulaError(message('"{sign}" means nothing in a formula.', sign=formula[place]), place)
