"""An equation in the forms that Canvas has: its picture tag, delimiters among the words, and MathML.

The tag is what the rich content editor of Canvas inserts: the LaTeX in `data-equation-content`, in `alt` after
"LaTeX: ", and escaped twice in the address of the picture. New Quizzes shows it from the LaTeX.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from html import escape, unescape
from urllib.parse import quote, unquote

from app.html.mathml import latex_of_mathml
from app.html.rich import Atom
from app.html.tag import Tag


class Form(StrEnum):
    """How an equation is written in the HTML."""

    IMAGE = "image"
    INLINE = "inline"
    DISPLAY = "display"
    DOLLARS = "dollars"
    MATHML = "mathml"


@dataclass(frozen=True, slots=True)
class Equation:
    """LaTeX and the form in which the item has it."""

    latex: str
    form: Form = Form.IMAGE


_ADDRESS = re.compile(r"/equation_images/([^?\"']*)")
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"LaTeX(?: formula)?:\s*", re.IGNORECASE)
_DELIMITERS = {Form.INLINE: (r"\(", r"\)"), Form.DISPLAY: (r"\[", r"\]"), Form.DOLLARS: ("$$", "$$")}
_DELIMITED = re.compile(r"\\\((?P<inline>.+?)\\\)|\\\[(?P<display>.+?)\\\]|\$\$(?P<dollars>[^$]+?)\$\$", re.DOTALL)
# What JavaScript's encodeURIComponent leaves as it is, beside letters and digits.
_SAFE = "!~*'()"


def equation(atom: Atom) -> Equation | None:
    """What an atom says as an equation, None where it is something else or MathML beyond our LaTeX."""
    source = atom.source.strip()
    if _IMAGE.fullmatch(source):
        latex = _image_latex(Tag(source))
        return Equation(latex) if latex else None
    if source[:5].lower() == "<math":
        latex = latex_of_mathml(source) or ""
        return Equation(latex, Form.MATHML) if latex else None
    found = _DELIMITED.fullmatch(source)
    return _delimited_equation(found) if found is not None else None


def equation_source(latex: str, form: Form = Form.IMAGE, original: str = "") -> str:
    """The HTML of an equation. Attributes that `original` has beside its own stay; MathML becomes a picture tag."""
    opening, closing = _DELIMITERS.get(form, ("", ""))
    if opening and closing not in latex:
        return f"{opening}{escape(latex, quote=False)}{closing}"
    if not _IMAGE.fullmatch(original.strip()):
        return Tag.of("img", (("class", "equation_image"), *_attributes(latex), ("data-ignore-a11y-check", ""))).opening
    tag = Tag(original.strip())
    if _image_latex(tag) == latex:
        return tag.opening
    for name, value in _attributes(latex):
        tag = tag.replaced(name, value)
    return tag.opening


def _attributes(latex: str) -> tuple[tuple[str, str], ...]:
    address = quote(quote(latex, safe=_SAFE), safe=_SAFE)
    return (
        ("title", latex),
        ("src", f"/equation_images/{address}?scale=1"),
        ("alt", f"LaTeX: {latex}"),
        ("data-equation-content", latex),
    )


def _image_latex(tag: Tag) -> str:
    content, address = tag.attribute("data-equation-content"), _ADDRESS.search(tag.attribute("src"))
    if content.strip():
        return content.strip()
    if address is not None:
        return unquote(unquote(address[1])).strip()
    is_ours = "equation_image" in tag.attribute("class").split()
    return _ALT.sub("", tag.attribute("alt")).strip() if is_ours else ""


def _delimited_equation(found: re.Match[str]) -> Equation | None:
    form = Form(found.lastgroup or Form.INLINE)
    latex = unescape(found[form.value]).strip()
    return Equation(latex, form) if latex and "<" not in found[form.value] else None
