"""What is wrong with the LaTeX of an equation, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from app.message import Message, message

MOST = 4000
"""Characters; a longer formula is shown as its source."""
PLACE = "\u25a1"
"""Stands where something is still to be filled in."""

_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|[{}%#$&]|" + PLACE, re.DOTALL)
_ENVIRONMENT = re.compile(r"\s*\{([^{}]*)\}")
_DEFINITIONS = frozenset({r"\def", r"\newcommand", r"\renewcommand", r"\newenvironment", r"\DeclareMathOperator"}) | (
    frozenset({r"\let", r"\gdef", r"\edef", r"\require", r"\input", r"\include"})
)
EMPTY = message("A place is still empty.")
"""The one fault with which a formula can be drawn all the same."""
_STRAY = {
    "%": message("% hides all that follows. Write \\% for a percent sign."),
    "#": message("# stands for nothing here. Write \\# for the sign."),
    "$": message("Leave $ out: all of this is a formula already."),
    PLACE: EMPTY,
}


@dataclass(frozen=True, slots=True)
class LatexFault:
    """From `start` to `end` in the LaTeX. `breaks` where Canvas cannot show it either, not only we."""

    start: int
    end: int
    message: Message
    breaks: bool = True


def latex_faults(latex: str) -> tuple[LatexFault, ...]:
    """What is wrong and where, in order; what the drawing does not know only where all else is right.

    Takes about a millisecond, the first time 100 for the tables. Not for the window's thread.
    """
    if len(latex) > MOST:
        return (LatexFault(0, len(latex), message("This formula is too long to be drawn."), breaks=False),)
    found = sorted((*_signs(latex), *_pairs(latex)), key=lambda fault: fault.start)
    if any(fault.message != EMPTY for fault in found) or not latex.strip():
        return tuple(found)
    return (*found, *_unknown(latex))


def _signs(latex: str) -> Iterator[LatexFault]:
    """Signs that have no place in a formula, and definitions."""
    for found in _TOKEN.finditer(latex):
        if found[0] in _STRAY:
            yield LatexFault(*found.span(), _STRAY[found[0]])
        elif found[0] in _DEFINITIONS:
            words = message("{command} is not used here. Write the formula out.", command=found[0])
            yield LatexFault(*found.span(), words, breaks=False)


def _pairs(latex: str) -> Iterator[LatexFault]:
    """Braces, environments, `\\left` and `\\right` without their other half, and `&` outside a matrix."""
    stack: list[tuple[str, int, int]] = []
    for found in _TOKEN.finditer(latex):
        token, start, end = found[0], *found.span()
        opening = _OPENING.get(token)
        if token in _CLOSING:
            name, end = _named(latex, token, end)
            stack.append((_CLOSING[token] + name, start, end))
        elif opening is not None:
            name, end = _named(latex, token, end)
            if stack and stack[-1][0] == token + name:
                stack.pop()
            else:
                yield LatexFault(start, end, _alone(token + name))
        elif token == "&" and not any(wanted.startswith(r"\end") for wanted, _, _ in stack):
            yield LatexFault(start, end, message("& parts the cells of a matrix. Write \\& for the sign."))
    for wanted, start, end in stack:
        yield LatexFault(start, end, message("{end} is missing.", end=wanted))


_CLOSING = {"{": "}", r"\begin": r"\end", r"\left": r"\right"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}


def _named(latex: str, token: str, end: int) -> tuple[str, int]:
    """The name of an environment, in its braces, and where it ends; "" for braces and fences."""
    found = _ENVIRONMENT.match(latex, end) if token in (r"\begin", r"\end") else None
    return (f"{{{found[1]}}}", found.end()) if found is not None else ("", end)


def _alone(token: str) -> Message:
    if token == "}":
        return message("This }} has no {{ before it.")
    return message("{token} does not fit what is open before it.", token=token)


def _unknown(latex: str) -> Iterator[LatexFault]:
    """What the converter of the drawing says."""
    grammar = import_module("app.html.latex_grammar")
    for found in re.finditer(r"\\begin\s*\{([^{}]*)\}", latex):
        if found[1] not in grammar.ENVIRONMENTS:
            yield LatexFault(*found.span(), _not_drawn(found[0]), breaks=False)
    try:
        commands = grammar.unknown_commands(latex)
    except grammar.SCRIPTS_TWICE:
        yield LatexFault(0, len(latex), message("Two powers or two indices follow each other. Put braces around one."))
    except grammar.FAILURES:
        yield LatexFault(0, len(latex), message("Something is missing: a command does not have all that it needs."))
    else:
        for command in commands:
            yield from _places(latex, command)


def _places(latex: str, command: str) -> Iterator[LatexFault]:
    for found in re.finditer(re.escape(command) + r"(?![a-zA-Z])", latex):
        words = message("Write \\neq for “not equal”: \\not is not drawn here.") if command == r"\not" else None
        yield LatexFault(*found.span(), words or _not_drawn(command), breaks=False)


def _not_drawn(command: str) -> Message:
    return message("{command} is not drawn here. Canvas may know it.", command=command)
