"""What our drawing of formulas knows: asked of its converter, which prints what it does not know as words.

Loaded with the first formula alone: the converter's tables cost more than all of `app.html`.
"""

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

from latex2mathml import commands, exceptions
from latex2mathml.converter import convert

_BINOMIAL = re.compile(r"\\[dt]?binom\b")
_PLACE = "\u25a1"
_UNKNOWN = re.compile(r"<m[iot]\w*[^>]*>(\\[a-zA-Z]+)")
_NEGATION = "&#x029F8;"
_ALIGNED = re.compile(r"\\(begin|end)\{(?:aligned|gathered|align)\}")
ENVIRONMENTS = frozenset(name.removeprefix("\\") for name in commands.MATRICES) | {"aligned", "gathered"}
FAILURES: tuple[type[Exception], ...] = (
    *(kind for kind in vars(exceptions).values() if isinstance(kind, type) and issubclass(kind, Exception)),
    *(ArithmeticError, AssertionError, AttributeError, LookupError, ParseError, RecursionError, TypeError, ValueError),
)
"""What the converter raises for LaTeX that it cannot read; it does not say which for what."""
_PARTS = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3}
SCRIPTS_TWICE = (exceptions.DoubleSubscriptsError, exceptions.DoubleSuperscriptsError)


def prepared(latex: str) -> str:
    """LaTeX as the drawing understands it: it gets `\\binom` wrong where there are braces in braces."""
    for _ in range(latex.count("binom")):
        latex = _without_binomial(latex)
    return _ALIGNED.sub(r"\\\1{align*}", latex).replace(_PLACE, r"\square ")


def unknown_commands(latex: str) -> tuple[str, ...]:
    """The commands that would be printed as words, `\\not` among them where it has no sign to strike out.

    Raises one of FAILURES.
    """
    mathml = convert(prepared(latex))
    _check(fromstring(mathml))
    found = tuple(dict.fromkeys(_UNKNOWN.findall(mathml)))
    return (*found, r"\not") if _NEGATION in mathml else found


def _check(math: Element) -> None:
    """The converter lets some commands go without all that they need."""
    for element in math.iter():
        if len(element) < _PARTS.get(element.tag.rpartition("}")[2], 0):
            raise ValueError(element.tag)


def _without_binomial(latex: str) -> str:
    """The first binomial as a fraction without a line, in brackets."""
    found = _BINOMIAL.search(latex)
    if found is None:
        return latex
    above, rest = _argument(latex[found.end() :])
    below, rest = _argument(rest)
    return rf"{latex[: found.start()]}\left( {{{{{above}}} \atop {{{below}}}}} \right) {rest}"


def _argument(latex: str) -> tuple[str, str]:
    """The first argument without its braces, and what comes after it."""
    latex = latex.lstrip()
    if not latex.startswith("{"):
        return latex[:1], latex[1:]
    depth = 0
    for place, character in enumerate(latex):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return latex[1:place], latex[place + 1 :]
    return latex[1:], ""
