"""A formula: read once, computed for many values. Floats only, so that nothing can grow without limit."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.expressions.error import FormulaError, Undefined
from app.expressions.function import CONSTANTS, FUNCTIONS
from app.expressions.token import Token, tokens
from app.message import message

Values = Mapping[str, float]
Node = Callable[[Values], float]

DEEPEST = 50
"""How deep brackets may be nested (reliability.md 3.4)."""


@dataclass(frozen=True, slots=True)
class Formula:
    """`names` are its variables, in the order in which they first stand there."""

    names: tuple[str, ...]
    node: Node

    def value(self, values: Values) -> float:
        """What it comes to. Raises Undefined where it has no value, KeyError where a variable is missing."""
        try:
            result = self.node(values)
        except (ValueError, ZeroDivisionError, OverflowError) as error:
            raise Undefined from error
        if isinstance(result, complex) or not math.isfinite(result):
            raise Undefined
        return float(result)


@lru_cache(maxsize=64)  # it is read by each check, and by the table of solutions
def formula(text: str) -> Formula:
    """Read a formula: + - * / ^, brackets, names, the functions of `FUNCTIONS`; "5x" is 5 * x.

    Raises FormulaError with the place of what is wrong.
    """
    return _Reader(text).read()


class _Reader:
    """Descends by precedence: sum, product, sign, power, value. ^ binds to the right and before a sign."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens(text))
        self._place = 0
        self._depth = 0
        self._names: dict[str, None] = {}

    def read(self) -> Formula:
        if self._ends:
            raise FormulaError(message("The formula is empty."))
        node = self._sum()
        if not self._ends:
            raise self._unexpected()
        return Formula(tuple(self._names), node)

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    @property
    def _ends(self) -> bool:
        return self._next.kind == "end"

    def _take(self, *signs: str) -> str:
        """The next sign if it is one of these, "" else."""
        token = self._next
        if token.kind != "sign" or token.text not in signs:
            return ""
        self._place += 1
        return token.text

    def _sum(self) -> Node:
        node = self._product()
        while sign := self._take("+", "-"):
            node = _added(node, self._product(), 1 if sign == "+" else -1)
        return node

    def _product(self) -> Node:
        node = self._signed()
        while True:
            if sign := self._take("*", "/"):
                node = (_times if sign == "*" else _over)(node, self._signed())
            elif self._multiplies():
                node = _times(node, self._power())
            else:
                return node

    def _multiplies(self) -> bool:
        """Whether a factor follows without a sign, as in 5x or 2(a + b)."""
        before, token = self._tokens[self._place - 1], self._next
        opens = token.kind == "name" or token.text == "("
        return opens and (before.kind == "number" or before.text == ")")

    def _signed(self) -> Node:
        self._descend()
        sign = self._take("+", "-")
        node = self._signed() if sign else self._power()
        self._depth -= 1
        return _negated(node) if sign == "-" else node

    def _power(self) -> Node:
        base = self._value()
        return _raised(base, self._signed()) if self._take("^") else base

    def _value(self) -> Node:
        token = self._next
        if self._take("("):
            return self._bracketed(token)
        if token.kind not in ("number", "name"):
            raise self._unexpected()
        self._place += 1
        if token.kind == "number":
            return _constant(float(token.text))
        opening = self._next
        if self._take("("):
            return self._called(token, opening)
        return self._named(token)

    def _bracketed(self, opening: Token) -> Node:
        self._descend()
        node = self._sum()
        self._depth -= 1
        self._close(opening)
        return node

    def _named(self, token: Token) -> Node:
        if token.text in CONSTANTS:
            return _constant(CONSTANTS[token.text])
        if token.text in FUNCTIONS:
            words = message("{name} needs brackets: {name}(…).", name=token.text)
            raise FormulaError(words, token.place, len(token.text))
        self._names[token.text] = None
        name = token.text
        return lambda values: values[name]

    def _called(self, name: Token, opening: Token) -> Node:
        function = FUNCTIONS.get(name.text)
        if function is None:
            words = message('There is no function "{name}".', name=name.text)
            raise FormulaError(words, name.place, len(name.text))
        self._descend()
        arguments = [self._sum()]
        while self._take(","):
            arguments.append(self._sum())
        self._depth -= 1
        self._close(opening)
        if len(arguments) < function.least or (function.most is not None and len(arguments) > function.most):
            words = message("{name} takes another number of values.", name=name.text)
            raise FormulaError(words, name.place, len(name.text))
        compute = function.compute
        return lambda values: compute([argument(values) for argument in arguments])

    def _descend(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FormulaError(message("The brackets are nested too deep."), self._next.place)

    def _close(self, opening: Token) -> None:
        if not self._take(")"):
            if self._ends:
                raise FormulaError(message("A bracket is opened here and never closed."), opening.place)
            raise self._unexpected()

    def _unexpected(self) -> FormulaError:
        token = self._next
        if token.kind == "end":
            return FormulaError(message("The formula ends too early."), token.place)
        words = message('"{text}" cannot stand here.', text=token.text)
        return FormulaError(words, token.place, len(token.text))


def _constant(number: float) -> Node:
    return lambda _values: number


def _added(left: Node, right: Node, sign: int) -> Node:
    return lambda values: left(values) + sign * right(values)


def _times(left: Node, right: Node) -> Node:
    return lambda values: left(values) * right(values)


def _over(left: Node, right: Node) -> Node:
    return lambda values: left(values) / right(values)


def _negated(node: Node) -> Node:
    return lambda values: -node(values)


def _raised(base: Node, power: Node) -> Node:
    return lambda values: math.pow(base(values), power(values))
