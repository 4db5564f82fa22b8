"""LaTeX as Word's equations (Office Math), by way of the MathML that the drawing of formulas uses."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Final
from xml.etree.ElementTree import Element as MathElement
from xml.etree.ElementTree import fromstring

from lxml.etree import _Element as Element

from app.html.node import Node
from app.html.office_math import latex_of_office_math
from app.office.markup import add, add_text, root

_BIG: Final = frozenset("∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂")
_OPENING: Final = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⌊": "⌋", "⌈": "⌉", "|": "|", "‖": "‖"}
_ACCENTS: Final = {"^": "̂", "~": "̃", "→": "⃗", "˙": "̇", "¨": "̈", "ˇ": "̌", "˘": "̆", "´": "́", "`": "̀"}
_BARS: Final = frozenset("―¯‾_")
_BRACES: Final = frozenset("⏞⏟")


class _Unwritable(Exception):
    """MathML of a kind that is not written."""


def office_math(latex: str) -> Element | None:
    """An `m:oMath` of a formula; None where it would not be read as the same formula again."""
    grammar = import_module("app.html.latex_grammar")  # its tables cost more than all else here
    try:
        drawn = grammar.convert(grammar.prepared(latex))
        math = root("m:oMath")
        _write(list(_plain(fromstring(drawn))), math)
        again = latex_of_office_math(node_of(math))
        same = again and _form(fromstring(grammar.convert(grammar.prepared(again)))) == _form(fromstring(drawn))
        return math if same else None
    except (_Unwritable, *grammar.FAILURES):
        return None


def node_of(element: Element) -> Node:
    """An element of Office Math as the reader of Word's HTML has it."""
    attributes = {f"m:{str(key).rpartition('}')[2]}": str(value) for key, value in element.attrib.items()}
    name = str(element.tag).rpartition("}")[2].lower()
    children: list[Node | str] = [element.text] if element.text and name == "t" else []
    children += [node_of(child) for child in element if isinstance(child.tag, str)]
    return Node(f"m:{name}", attributes, children)


def _form(element: MathElement) -> list[object]:
    """What a formula says: its signs and how they stand to each other, without rows in rows, spaces and stretching."""
    seen = (child for child in _plain(element) if _name(child) != "mspace")
    return [(_name(child), child.get("mathvariant"), _text(child), _inner_forms(child)) for child in seen]


def _inner_forms(element: MathElement) -> list[object]:
    """Each argument apart; the cells of a root without a degree are one."""
    if _name(element) == "msqrt":
        return _form(element)
    return [_form(_wrapped(part)) for part in element]


def _wrapped(element: MathElement) -> MathElement:
    wrapper = MathElement("mrow")
    wrapper.append(element)
    return wrapper


def _plain(element: MathElement) -> list[MathElement]:
    """What is in an element, rows in rows opened."""
    found: list[MathElement] = []
    for child in element:
        found += _plain(child) if _name(child) in ("mrow", "mstyle", "mpadded") else [child]
    return found


def _name(element: MathElement) -> str:
    return element.tag.rpartition("}")[2]


def _write(parts: Sequence[MathElement], into: Element) -> None:
    """Parts side by side: fences take what is between them, big operators the one behind them."""
    place = 0
    while place < len(parts):
        end = _closing(parts, place)
        if end is not None:
            _fences(parts[place + 1 : end], _text(parts[place]), "".join(map(_text, parts[end : end + 1])), into)
            place = end + 1
        else:
            writer = _WRITERS.get(_name(parts[place]))
            if writer is None:
                raise _Unwritable(_name(parts[place]))
            writer(parts[place], into)
            place += 1


def _closing(parts: Sequence[MathElement], place: int) -> int | None:
    """Where the fence that opens here is closed."""
    opening = _text(parts[place])
    if _name(parts[place]) != "mo" or opening not in _OPENING:
        return None
    if len(parts) > place + 1 and _name(parts[place + 1]) == "mtable":
        after = parts[place + 2 : place + 3]
        return place + 2 if not after or _text(after[0]) == _OPENING[opening] else None
    if parts[place].get("form") != "prefix":
        return None
    depth = 0
    for n in range(place, len(parts)):
        form = parts[n].get("form") if _name(parts[n]) == "mo" else None
        depth += (form == "prefix") - (form == "postfix")
        if depth == 0:
            return n
    return None


def _fences(inner: Sequence[MathElement], opening: str, closing: str, into: Element) -> None:
    row = add(into, "m:d")
    look = add(row, "m:dPr")
    add(look, "m:begChr", val=opening)
    add(look, "m:endChr", val=closing)
    _write(inner, add(row, "m:e"))


def _text(element: MathElement) -> str:
    return (element.text or "").strip()


def _sign(element: MathElement, into: Element) -> None:
    text = _text(element)
    if len(text) > 1 and text.isalpha():
        _name_or_sign(element, into)
    elif text:
        add_text(add(into, "m:r"), "m:t", text)


def _name_or_sign(element: MathElement, into: Element) -> None:
    text = _text(element)
    if element.get("mathvariant", "normal") != "normal":
        raise _Unwritable(element.get("mathvariant"))
    upright = len(text) > 1 or element.get("mathvariant") == "normal"
    row = add(into, "m:r")
    if upright and text.isalpha():
        add(add(row, "m:rPr"), "m:sty", val="p")
    add_text(row, "m:t", text)


def _words(element: MathElement, into: Element) -> None:
    row = add(into, "m:r")
    add(add(row, "m:rPr"), "m:nor")
    add_text(row, "m:t", (element.text or "").replace("\u00a0", " "))


def _space(element: MathElement, into: Element) -> None:
    widths = {"0.167em": "\u2009", "0.222em": "\u205f", "0.278em": "\u2005", "1em": "\u2003"}
    space = widths.get(element.get("width", ""))
    if space is None:
        raise _Unwritable("mspace")
    add_text(add(into, "m:r"), "m:t", space)


def _fraction(element: MathElement, into: Element) -> None:
    row = add(into, "m:f")
    if element.get("linethickness") == "0":
        add(add(row, "m:fPr"), "m:type", val="noBar")
    _parts(element, row, "m:num", "m:den")


def _root(element: MathElement, into: Element) -> None:
    row = add(into, "m:rad")
    if _name(element) == "mroot":
        base, degree = element
        _write(_within(degree), add(row, "m:deg"))
        _write(_within(base), add(row, "m:e"))
        return
    add(add(row, "m:radPr"), "m:degHide", val="1")
    add(row, "m:deg")
    _write(_plain(element), add(row, "m:e"))


def _scripts(element: MathElement, into: Element) -> None:
    base = _text(element[0])
    if _name(element[0]) == "mo" and base in _BIG:
        _operator(element, base, into)
        return
    kind, parts = _SCRIPTS[_name(element)]
    _parts(element, add(into, kind), "m:e", *parts)


_SCRIPTS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "msub": ("m:sSub", ("m:sub",)),
    "msup": ("m:sSup", ("m:sup",)),
    "msubsup": ("m:sSubSup", ("m:sub", "m:sup")),
}


def _operator(element: MathElement, sign: str, into: Element) -> None:
    """A sum or an integral; what it is taken of stands behind it."""
    row = add(into, "m:nary")
    add(add(row, "m:naryPr"), "m:chr", val=sign)
    below = element[1] if "sub" in _name(element) else None
    above = element[-1] if "sup" in _name(element) else None
    for name, part in (("m:sub", below), ("m:sup", above)):
        _write(_within(part) if part is not None else [], add(row, name))
    add(row, "m:e")


def _over(element: MathElement, into: Element) -> None:
    mark = _text(element[1]) if _name(element[1]) == "mo" else ""
    if mark in _BARS and mark:
        row = add(into, "m:bar")
        add(add(row, "m:barPr"), "m:pos", val="top")
    elif mark in _BRACES and mark:
        row = _braced(into, mark, "top")
    elif mark in _ACCENTS:
        row = add(into, "m:acc")
        add(add(row, "m:accPr"), "m:chr", val=_ACCENTS[mark])
    else:
        _parts(element, add(into, "m:limUpp"), "m:e", "m:lim")
        return
    _write(_within(element[0]), add(row, "m:e"))


def _under(element: MathElement, into: Element) -> None:
    mark = _text(element[1]) if _name(element[1]) == "mo" else ""
    if mark in _BARS and mark:
        row = add(into, "m:bar")
        add(add(row, "m:barPr"), "m:pos", val="bot")
    elif mark in _BRACES and mark:
        row = _braced(into, mark, "bot")
    else:
        _parts(element, add(into, "m:limLow"), "m:e", "m:lim")
        return
    _write(_within(element[0]), add(row, "m:e"))


def _braced(into: Element, sign: str, place: str) -> Element:
    row = add(into, "m:groupChr")
    look = add(row, "m:groupChrPr")
    add(look, "m:chr", val=sign)
    add(look, "m:pos", val=place)
    return row


def _table(element: MathElement, into: Element) -> None:
    table = add(into, "m:m")
    for line in element:
        row = add(table, "m:mr")
        for cell in line:
            _write(_plain(cell), add(row, "m:e"))


def _parts(element: MathElement, row: Element, *names: str) -> None:
    for name, part in zip(names, element, strict=True):
        _write(_within(part), add(row, name))


def _within(element: MathElement) -> list[MathElement]:
    return _plain(element) if _name(element) in ("mrow", "mstyle", "mpadded") else [element]


_WRITERS: Final[Mapping[str, Callable[[MathElement, Element], None]]] = {
    "mi": _name_or_sign,
    "mn": _sign,
    "mo": _sign,
    "mtext": _words,
    "mspace": _space,
    "mfrac": _fraction,
    "msqrt": _root,
    "mroot": _root,
    **dict.fromkeys(("msub", "msup", "msubsup"), _scripts),
    "mover": _over,
    "munder": _under,
    "mtable": _table,
}
