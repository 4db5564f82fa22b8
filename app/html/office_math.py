"""Word's equations (Office Math, as its HTML has them) in LaTeX: the usual constructs, None for what is rarer."""

from collections.abc import Callable, Mapping

from app.html.latex_part import Unreadable, base, fenced, group, joined, matrix
from app.html.math_sign import sign, signs, words
from app.html.node import Node

_ACCENTS = {
    **{"̂": "hat", "^": "hat", "̃": "tilde", "~": "tilde", "⃗": "vec", "→": "vec", "̅": "bar", "¯": "bar", "̇": "dot"},
    **{"̈": "ddot", "̆": "breve", "̌": "check", "́": "acute", "̀": "grave"},
}
_FACES = {"double-struck": "mathbb", "script": "mathcal", "fraktur": "mathfrak", "sans-serif": "mathsf"}
_PROPERTIES = "pr"
_LIMITS = frozenset({"lim", "max", "min", "sup", "inf", "liminf", "limsup"})


def latex_of_office_math(node: Node) -> str | None:
    """The formula of an `m:oMath` element; None where it says more than we can write."""
    try:
        return _inner(node).strip() or None
    except Unreadable:
        return None


def _inner(node: Node) -> str:
    """What is in an element. Word's fonts (span, i, b) stand between any two elements and say nothing."""
    parts = []
    for child in node.children:
        if isinstance(child, str):
            parts.append(signs("".join(child.split())) if node.name.startswith("m:") else "")
        elif not child.name.startswith("m:"):
            parts.append(_inner(child))
        elif not child.name.endswith(_PROPERTIES) or child.name in ("m:omathpara",):
            parts.append(_latex(child))
    return joined(parts)


def _latex(node: Node) -> str:
    write = _WRITERS.get(node.name)
    if write is None:
        raise Unreadable(node.name)
    return write(node)


def _parts(node: Node, name: str) -> list[Node]:
    """Its own parts of that name, through the fonts around them."""
    found = []
    for child in node.elements:
        if child.name == name:
            found.append(child)
        elif not child.name.startswith("m:"):
            found += _parts(child, name)
    return found


def _part(node: Node, name: str) -> str:
    return "".join(_inner(part) for part in _parts(node, name))


def _property(node: Node, kind: str, name: str) -> str | None:
    """A property's value, "" where it is there without one, None where it is not there."""
    for part in _parts(node, f"m:{kind}pr"):
        found = part.first(f"m:{name}")
        if found is not None:
            return found.attributes.get("m:val", "")
    return None


def _is_on(value: str | None) -> bool:
    return value is not None and value not in ("off", "0", "false")


def _run(node: Node) -> str:
    text = "".join(child if isinstance(child, str) else child.text for child in node.children)
    text = " ".join(text.split()) if text.strip() else ""
    if _property(node, "r", "nor") is not None:
        return words(text)
    face = _FACES.get(_property(node, "r", "scr") or "")
    if face is not None:
        return rf"\{face}{{{signs(text)}}}"
    upright = _property(node, "r", "sty") == "p" and text.isalpha() and len(text) > 1
    return words(text) if upright else signs(text.replace(" ", ""))


def _fraction(node: Node) -> str:
    above, below = _part(node, "m:num"), _part(node, "m:den")
    kind = _property(node, "f", "type")
    if kind in ("lin", "skw"):
        return joined([base(above), "/", base(below)])
    if kind in ("noBar", "nobar"):
        return rf"{{{group(above)} \atop {group(below)}}}"
    return rf"\frac{group(above)}{group(below)}"


def _root(node: Node) -> str:
    index = _part(node, "m:deg").strip()
    return rf"\sqrt[{index}]{group(_part(node, 'm:e'))}" if index else rf"\sqrt{group(_part(node, 'm:e'))}"


def _scripts(node: Node) -> str:
    return base(_part(node, "m:e")) + _below(node) + _above(node)


def _scripts_before(node: Node) -> str:
    return "{}" + _below(node) + _above(node) + base(_part(node, "m:e"))


def _below(node: Node) -> str:
    below = _part(node, "m:sub").strip()
    return f"_{group(below)}" if below else ""


def _above(node: Node) -> str:
    above = _part(node, "m:sup").strip()
    return f"^{group(above)}" if above else ""


def _sum(node: Node) -> str:
    written = _property(node, "nary", "chr")
    return joined([sign(written or "∫") + _below(node) + _above(node), _part(node, "m:e")])


def _fences(node: Node) -> str:
    opening, closing = _property(node, "d", "begchr"), _property(node, "d", "endchr")
    opening, closing = "(" if opening is None else opening, ")" if closing is None else closing
    parts = _parts(node, "m:e")
    table = _table_in(parts[0]) if len(parts) == 1 else None
    if table is not None:
        return matrix(_rows(table), opening, closing)
    return fenced(opening, (_property(node, "d", "sepchr") or "|").join(map(_inner, parts)), closing)


def _table_in(part: Node) -> Node | None:
    """The matrix that is all that the fences hold."""
    inner = [child for child in part.elements if child.name != "m:ctrlpr"]
    while len(inner) == 1 and not inner[0].name.startswith("m:"):
        inner = inner[0].elements
    return inner[0] if len(inner) == 1 and inner[0].name in ("m:m", "m:eqarr") else None


def _rows(table: Node) -> list[list[str]]:
    if table.name == "m:eqarr":
        return [[_inner(line).replace(r"\&", "&")] for line in _parts(table, "m:e")]
    return [[_inner(cell) for cell in _parts(row, "m:e")] for row in _parts(table, "m:mr")]


def _lines(node: Node) -> str:
    lines = r" \\ ".join(row[0] for row in _rows(node))
    return rf"\begin{{aligned}} {lines} \end{{aligned}}"


def _function(node: Node) -> str:
    return joined([_part(node, "m:fname"), _part(node, "m:e")])


def _limit_below(node: Node) -> str:
    nucleus, below = _part(node, "m:e"), group(_part(node, "m:lim"))
    return f"{nucleus}_{below}" if nucleus.strip("\\") in _LIMITS else rf"\underset{below}{group(nucleus)}"


def _limit_above(node: Node) -> str:
    return rf"\overset{group(_part(node, 'm:lim'))}{group(_part(node, 'm:e'))}"


def _accent(node: Node) -> str:
    command = _ACCENTS.get(_property(node, "acc", "chr") or "̂")
    if command is None:
        raise Unreadable(node.name)
    return rf"\{command}{group(_part(node, 'm:e'))}"


def _bar(node: Node) -> str:
    command = "overline" if _property(node, "bar", "pos") == "top" else "underline"
    return rf"\{command}{group(_part(node, 'm:e'))}"


def _braced(node: Node) -> str:
    above = _property(node, "groupchr", "pos") == "top"
    if (_property(node, "groupchr", "chr") or "⏟") not in "⏞⏟":
        raise Unreadable(node.name)
    return rf"\{'overbrace' if above else 'underbrace'}{group(_part(node, 'm:e'))}"


_WRITERS: Mapping[str, Callable[[Node], str]] = {
    "m:r": _run,
    "m:t": lambda node: signs(node.text),
    **dict.fromkeys(("m:omath", "m:omathpara", "m:e", "m:num", "m:den"), _inner),
    "m:f": _fraction,
    "m:rad": _root,
    **dict.fromkeys(("m:ssub", "m:ssup", "m:ssubsup"), _scripts),
    "m:spre": _scripts_before,
    "m:nary": _sum,
    "m:d": _fences,
    "m:m": lambda node: matrix(_rows(node)),
    "m:eqarr": _lines,
    "m:func": _function,
    "m:limlow": _limit_below,
    "m:limupp": _limit_above,
    "m:acc": _accent,
    "m:bar": _bar,
    "m:groupchr": _braced,
    "m:box": lambda node: _part(node, "m:e"),
    "m:borderbox": lambda node: rf"\boxed{group(_part(node, 'm:e'))}",
    "m:phant": lambda node: rf"\phantom{group(_part(node, 'm:e'))}",
}
