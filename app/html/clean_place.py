"""Where pasted words stand, and what the attributes of an element around them say about that."""

import re
from dataclasses import dataclass, replace

from app.html.clean_link import link
from app.html.clean_mark import PLAIN, Marks, marked
from app.html.node import Node
from app.html.rich import Container
from app.html.tag import Tag

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALIGNED = frozenset({"center", "right", "justify"})
_NUMBERS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"} | (
    {"lower-roman": "i", "upper-roman": "I"}
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\ud800-\udfff]")
_COMMENTS = frozenset({"comment-list", "comment", "footer", "header"})


@dataclass(frozen=True, slots=True)
class Place:
    """The format of words, the elements around their block, and what kind of block it is."""

    marks: Marks = PLAIN
    containers: tuple[Container, ...] = ()
    tag: str = "p"
    align: str = ""
    is_rtl: bool = False

    @property
    def block_tag(self) -> Tag:
        """The element of a block here."""
        style = (("style", f"text-align: {self.align};"),) if self.align else ()
        return Tag.of(self.tag, (*style, *((("dir", "rtl"),) if self.is_rtl else ())))

    def within(self, container: Container) -> "Place":
        """The place in one more element."""
        return replace(self, containers=(*self.containers, container))


def place_in(node: Node, around: Place) -> Place:
    """The place in `node`, which may be aligned, written from the right, a link, bold…"""
    marks = marked(node, around.marks)
    if node.name == "a":
        marks = replace(marks, href=link(node.get("href")) or marks.href)
    if marks.strong and (node.name in HEADINGS or around.tag in HEADINGS):
        marks = replace(marks, strong=False)  # a heading is bold anyway
    direction = node.style.get("direction") or node.get("dir").lower()
    is_rtl = direction == "rtl" if direction in ("rtl", "ltr") else around.is_rtl
    align = alignment(node, around.align)
    if (marks, align, is_rtl) == (around.marks, around.align, around.is_rtl):
        return around
    return replace(around, marks=marks, align=align, is_rtl=is_rtl)


def alignment(node: Node, around: str = "") -> str:
    """How its paragraphs are aligned, "" for the way that all are."""
    written = node.style.get("text-align") or node.get("align").lower() or ("center" if node.name == "center" else "")
    if not written or node.name in ("img", "table"):
        return around
    return written if written in _ALIGNED else ""


def is_hidden(node: Node) -> bool:
    """Whether nobody sees an element where it was copied, or it is a note beside the text."""
    style = node.style
    if style.get("display") == "none" or style.get("visibility") == "hidden" or style.get("mso-hide") == "all":
        return True
    is_deleted = node.name == "del" and bool(node.get("datetime"))
    return "hidden" in node.attributes or is_deleted or style.get("mso-element") in _COMMENTS


def is_pixel(node: Node) -> bool:
    """Whether a picture is there to be counted, not to be seen."""
    return any(node.get(side).strip() in ("0", "1") for side in ("width", "height"))


def list_tag(node: Node) -> Tag:
    """The start tag of a list; how it is numbered stays."""
    if node.name != "ol":
        return Tag.of("ul")
    style = next((element.style["list-style-type"] for element in (node, *node.elements) if _numbered(element)), "")
    type_ = node.get("type") if node.get("type") in _NUMBERS.values() else _NUMBERS.get(style, "")
    start = node.get("start").strip()
    attributes = (("type", type_),) if type_ else ()
    return Tag.of("ol", (*attributes, *((("start", start),) if start.isdigit() and start != "1" else ())))


def picture_tag(node: Node, address: str) -> Tag:
    """The tag of a picture: its address, its alt text where it has one, its size in pixels."""
    alt = (("alt", node.get("alt")),) if "alt" in node.attributes else ()
    sizes = ((side, node.get(side).strip()) for side in ("width", "height"))
    return Tag.of("img", (("src", address), *alt, *((side, size) for side, size in sizes if size.isdigit())))


def spaced(text: str) -> str:
    """Words as HTML shows them: any white space is one space."""
    return _SPACE.sub(" ", _UNFIT.sub("", text))


def _numbered(node: Node) -> bool:
    return "list-style-type" in node.style
