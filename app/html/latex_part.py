"""LaTeX put together from parts, as the readers of MathML and of Word's equations do."""

from collections.abc import Iterable

from app.html.math_sign import ends_in_command, sign

OPENING = {"(": "(", "[": "[", "{": r"\{", "|": "|", "‖": r"\|", "⟨": r"\langle", "⌊": r"\lfloor", "⌈": r"\lceil"}
CLOSING = {")": ")", "]": "]", "}": r"\}", "|": "|", "‖": r"\|", "⟩": r"\rangle", "⌋": r"\rfloor", "⌉": r"\rceil"}
_MATRICES = {"()": "pmatrix", "[]": "bmatrix", "{}": "Bmatrix", "||": "vmatrix", "‖‖": "Vmatrix", "{": "cases"}
_TALL = (r"\frac", r"\sum", r"\prod", r"\int", r"\begin", r"\binom", r"\left", r"\underset", r"\overset")


class Unreadable(Exception):
    """There is no LaTeX here for something in a formula."""


def joined(parts: Iterable[str]) -> str:
    """Pieces in a row, a space where a command would swallow the letter after it."""
    latex = ""
    for part in parts:
        latex += " " + part if part[:1].isalpha() and ends_in_command(latex) else part
    return latex


def group(latex: str) -> str:
    """As an argument of a command: in braces."""
    return "{" + latex.strip() + "}"


def base(latex: str) -> str:
    """As what an exponent stands on: in braces where it is more than one sign."""
    one = len(latex) <= 1 or (latex[0] == "\\" and latex[1:].isalpha())
    return latex if one or latex.startswith(r"\left") else group(latex)


def fenced(opening: str, inner: str, closing: str) -> str:
    """`inner` between signs, which grow with it where it is tall; "" is an invisible one."""
    first, last = OPENING.get(opening), CLOSING.get(closing)
    if opening and closing and not any(tall in inner for tall in _TALL):
        return joined([first or sign(opening), inner, last or sign(closing)])
    begin = first or (sign(opening) if opening else ".")
    end = last or (sign(closing) if closing else ".")
    return joined([rf"\left{begin}", inner, rf"\right{end}"])


def matrix(rows: list[list[str]], opening: str = "", closing: str = "") -> str:
    """A matrix in the environment of its fences."""
    name = "matrix" if not opening and not closing else _MATRICES.get(opening + closing, "")
    body = r" \\ ".join(" & ".join(row) for row in rows)
    if name:
        return rf"\begin{{{name}}} {body} \end{{{name}}}"
    return fenced(opening, rf"\begin{{matrix}} {body} \end{{matrix}}", closing)
