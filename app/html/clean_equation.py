"""Equations in pasted HTML: Word's, MathML, and what MathJax, KaTeX, Wikipedia and Canvas draw them with."""

import re
from html import escape

from app.html.equation import Equation, Form, equation
from app.html.mathml import latex_of, unwrapped
from app.html.node import FALLBACK, Node, tree
from app.html.office_math import latex_of_office_math
from app.html.rich import Atom
from app.html.tag import Tag

_TEX_SCRIPT = re.compile(r"math/tex")
_DRAWN = frozenset({"katex", "katex-display", "MathJax", "MathJax_Display", "MathJax_SVG", "mwe-math-element"})
_FOR_THE_EYE = frozenset({"katex-html", "MathJax_Preview", "MJX_Assistive_MathML"})
_WIKI_PICTURE = re.compile(r"mwe-math-fallback-image")


def is_equation(node: Node) -> bool:
    """Whether an element stands for one equation, whatever is drawn in it."""
    if node.name in ("math", "m:omath", "m:omathpara", "mjx-container"):
        return True
    if node.name == "script":
        return _TEX_SCRIPT.match(node.get("type")) is not None
    if node.name == "img":
        return _picture_equation(node) is not None
    return bool(node.classes & _DRAWN)


def is_for_the_eye(node: Node) -> bool:
    """Whether an element only draws what another one beside it says."""
    return node.name in (FALLBACK, "mjx-assistive-mml") or bool(node.classes & _FOR_THE_EYE)


def latex(node: Node) -> str | None:
    """The LaTeX of an equation's element, None where we have none for it."""
    if node.name.startswith("m:"):
        return latex_of_office_math(node)
    if node.name == "script":
        return node.text.strip() or None
    if node.name == "img":
        found = _picture_equation(node)
        return found.latex if found is not None else None
    return _drawn_latex(node)


def is_display(node: Node) -> bool:
    """Whether an equation stands on a line of its own."""
    if node.name == "script":
        return "mode=display" in node.get("type")
    displayed = node.get("display") in ("block", "true") or bool(node.classes & {"katex-display", "MathJax_Display"})
    return displayed or node.name == "m:omathpara"


def math_source(node: Node) -> str:
    """The MathML in an equation's element, without anything but structure; "" where there is none."""
    found = _math(node)
    return _written(found) if found is not None else ""


def _written(node: Node) -> str:
    inner = (escape(child, quote=False) if isinstance(child, str) else _written(child) for child in node.children)
    if node.name.startswith("annotation"):
        return ""
    return f"<{node.name}>{''.join(inner)}</{node.name}>"


def _math(node: Node) -> Node | None:
    if written := node.get("data-mathml"):
        return tree(written).first("math")
    return node.first("math")


def without_twins(node: Node) -> None:
    """Take what MathJax 2 draws away where the script with its LaTeX follows."""
    for inner in node.walk():
        if any(child.name == "script" and is_equation(child) for child in inner.elements):
            inner.children = [child for child in inner.children if isinstance(child, str) or not _is_drawing(child)]


def _is_drawing(node: Node) -> bool:
    return bool(node.classes & _DRAWN)


def _drawn_latex(node: Node) -> str | None:
    source = _math(node)
    if source is not None and (found := latex_of(source)) is not None:
        return found
    for inner in node.walk():
        if inner is not node and inner.name == "img" and (written := latex(inner)):
            return written
    return None


def _picture_equation(node: Node) -> Equation | None:
    if _WIKI_PICTURE.search(node.get("class")) and node.get("alt"):
        return Equation(unwrapped(node.get("alt")), Form.IMAGE)
    return equation(Atom(Tag.of("img", tuple(node.attributes.items())).opening))
