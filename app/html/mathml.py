"""MathML as web pages have it, in LaTeX: the usual constructs, and None for what is rarer than that."""

from collections.abc import Callable, Mapping

from app.html.latex_part import CLOSING, OPENING, Unreadable, base, fenced, group, joined, matrix
from app.html.math_sign import FUNCTIONS, signs, words
from app.html.node import Node, tree

_TEX = frozenset({"application/x-tex", "application/x-latex", "text/x-tex", "latex", "tex"})
_OVER = {
    **{"¯": "overline", "‾": "overline", "―": "overline", "_": "overline", "^": "hat", "ˆ": "hat", "̂": "hat"},
    **{"~": "tilde", "˜": "tilde", "→": "vec", "⃗": "vec", "˙": "dot", "¨": "ddot", "⏞": "overbrace"},
    **{"ˇ": "check", "˘": "breve"},
}
_UNDER = {"_": "underline", "¯": "underline", "‾": "underline", "―": "underline", "⏟": "underbrace"}
_FACES = {
    **{"bold": "mathbf", "bold-italic": "boldsymbol", "double-struck": "mathbb", "script": "mathcal"},
    **{"fraktur": "mathfrak", "sans-serif": "mathsf", "monospace": "mathtt", "normal": "mathrm"},
}
_BIG = frozenset("∑∏∐⋃⋂⋁⋀⨁⨂∫∬∭∮")


def latex_of_mathml(source: str) -> str | None:
    """The formula of a `<math>` element in LaTeX; None where it says more than we can write."""
    math = tree(source).first("math")
    return None if math is None else latex_of(math)


def latex_of(math: Node) -> str | None:
    """The same of a parsed element. The LaTeX that it carries along is taken before its structure."""
    for node in math.walk():
        if node.name == "annotation" and node.get("encoding").lower() in _TEX:
            return unwrapped(node.text)
    try:
        return joined([_row(math.elements)]).strip() or None
    except Unreadable:
        return None


def unwrapped(latex: str) -> str:
    """LaTeX without the `{\\displaystyle …}` that Wikipedia writes around it."""
    latex = latex.strip()
    for style in (r"{\displaystyle", r"{\textstyle"):
        if latex.startswith(style) and latex.endswith("}"):
            latex = latex[len(style) : -1].strip()
    return latex


def _row(nodes: list[Node]) -> str:
    """Several elements; a pair of fences around all of them grows with what is between."""
    shown = [node for node in nodes if node.name not in ("annotation", "annotation-xml", "none")]
    opening, closing = (_operator(shown[0]), _operator(shown[-1])) if len(shown) > 1 else ("", "")
    if opening in OPENING and closing in CLOSING:
        return _between(opening, shown[1:-1], closing)
    if opening == "{" and len(shown) == 2:
        return _between(opening, shown[1:], "")
    return joined(_latex(node) for node in shown)


def _between(opening: str, inner: list[Node], closing: str) -> str:
    only = _only(inner)
    if only is not None and only.name == "mtable":
        return matrix(_cells(only), opening, closing)
    return fenced(opening, _row(inner), closing)


def _only(nodes: list[Node]) -> Node | None:
    while len(nodes) == 1 and nodes[0].name in ("mrow", "mstyle", "mpadded"):
        nodes = nodes[0].elements
    return nodes[0] if len(nodes) == 1 else None


def _operator(node: Node) -> str:
    return node.text.strip() if node.name == "mo" else ""


def _latex(node: Node) -> str:
    write = _WRITERS.get(node.name)
    if write is None:
        raise Unreadable(node.name)
    return write(node)


def _children(node: Node, count: int) -> list[str]:
    if len(node.elements) != count:
        raise Unreadable(node.name)
    return [_latex(child) for child in node.elements]


def _identifier(node: Node) -> str:
    text, face = node.text.strip(), node.get("mathvariant")
    if text in FUNCTIONS:
        return "\\" + text
    latex = signs(text) if len(text) == 1 else words(text)
    if face in _FACES and not (face == "normal" and latex.startswith("\\")):
        return rf"\{_FACES[face]}{{{signs(text)}}}"
    return latex


def _plain_operator(node: Node) -> str:
    text = node.text.strip()
    return "\\" + text if text in FUNCTIONS else words(text) if text.isalpha() and len(text) > 1 else signs(text)


def _fraction(node: Node) -> str:
    above, below = _children(node, 2)
    if node.get("linethickness") in ("0", "0px", "0pt", "0em"):
        return rf"\binom{group(above)}{group(below)}"
    return rf"\frac{group(above)}{group(below)}"


def _root(node: Node) -> str:
    radicand, index = _children(node, 2)
    return rf"\sqrt[{index}]{group(radicand)}"


def _scripts(node: Node) -> str:
    kinds = {"msub": "_", "msup": "^", "msubsup": "_^"}[node.name]
    nucleus, *scripts = _children(node, len(kinds) + 1)
    return base(nucleus) + "".join(kind + group(script) for kind, script in zip(kinds, scripts, strict=True))


def _under_over(node: Node) -> str:
    kinds = {"munder": "_", "mover": "^", "munderover": "_^"}[node.name]
    nucleus, *scripts = _children(node, len(kinds) + 1)
    if node.elements[0].text.strip() in _BIG or nucleus.removeprefix("\\") in FUNCTIONS:
        return nucleus + "".join(kind + group(script) for kind, script in zip(kinds, scripts, strict=True))
    for kind, script, mark in zip(kinds, scripts, node.elements[1:], strict=True):
        nucleus = _accented(nucleus, kind, script, mark.text.strip())
    return nucleus


def _accented(nucleus: str, kind: str, script: str, mark: str) -> str:
    command = (_UNDER if kind == "_" else _OVER).get(mark)
    if command is not None:
        return rf"\{command}{group(nucleus)}"
    if nucleus.startswith((r"\overbrace", r"\underbrace")):
        return nucleus + kind + group(script)
    return rf"\{'underset' if kind == '_' else 'overset'}{group(script)}{group(nucleus)}"


def _before_and_after(node: Node) -> str:
    """Isotopes and tensors: scripts before the sign, after `<mprescripts/>`."""
    if not node.elements:
        raise Unreadable(node.name)
    nucleus, *rest = node.elements
    names = [child.name for child in rest]
    cut = names.index("mprescripts") if "mprescripts" in names else len(rest)
    before, after = rest[cut + 1 :], rest[:cut]
    start = "{}" + _pairs(before) if before else ""
    return start + base(_latex(nucleus)) + _pairs(after)


def _pairs(nodes: list[Node]) -> str:
    latex = ""
    if len(nodes) % 2:
        raise Unreadable("mmultiscripts")
    for kind, node in zip("_^" * (len(nodes) // 2), nodes, strict=True):
        latex += "" if node.name == "none" else kind + group(_latex(node))
    return latex


def _cells(table: Node) -> list[list[str]]:
    return [
        [_row(cell.elements) for cell in row.elements] for row in table.elements if row.name in ("mtr", "mlabeledtr")
    ]


def _fences(node: Node) -> str:
    opening, closing = node.attributes.get("open", "("), node.attributes.get("close", ")")
    if len(node.elements) == 1:
        return _between(opening, node.elements, closing)
    separator = (node.attributes.get("separators", ",").strip() or ",")[:1]
    return fenced(opening, separator.join(_latex(child) for child in node.elements), closing)


def _enclosed(node: Node) -> str:
    kinds = {"box": "boxed", "updiagonalstrike": "cancel", "downdiagonalstrike": "bcancel", "top": "overline"}
    command = kinds.get(node.get("notation"))
    if command is None:
        raise Unreadable(node.get("notation"))
    return rf"\{command}{group(_row(node.elements))}"


def _space(node: Node) -> str:
    width = node.get("width")
    wide = width.endswith("em") and width[:-2].replace(".", "").isdigit() and float(width[:-2]) >= 1
    return r"\quad " if wide else r"\ " if width else ""


_WRITERS: Mapping[str, Callable[[Node], str]] = {
    **dict.fromkeys(("math", "mrow", "mstyle", "mpadded", "semantics"), lambda node: _row(node.elements)),
    "mi": _identifier,
    "mn": lambda node: signs(node.text.strip()),
    "mo": _plain_operator,
    **dict.fromkeys(("mtext", "ms"), lambda node: words(node.text) if node.text.strip() else r"\ "),
    "mspace": _space,
    "mfrac": _fraction,
    "msqrt": lambda node: rf"\sqrt{group(_row(node.elements))}",
    "mroot": _root,
    **dict.fromkeys(("msub", "msup", "msubsup"), _scripts),
    **dict.fromkeys(("munder", "mover", "munderover"), _under_over),
    "mmultiscripts": _before_and_after,
    "mtable": lambda node: matrix(_cells(node)),
    "mfenced": _fences,
    "menclose": _enclosed,
    "mphantom": lambda node: rf"\phantom{group(_row(node.elements))}",
}
