"""What Word, Google Docs, Excel, LibreOffice, mail programs and web pages put on the clipboard, as clean HTML.

The outcome is the editable subset of rich-text.md: no styles but alignment, links that lead to the web, nothing that
runs. Pictures are never fetched here: their addresses are reported, and those that the HTML carries with it
(`data:`) are for the caller to take in.
"""

import re
from dataclasses import dataclass
from itertools import count

from app.html.blocks import blocks as words_of
from app.html.clean_bare import bare
from app.html.clean_colour import with_colours_as_lines
from app.html.clean_equation import without_twins
from app.html.clean_excel import with_cell_styles
from app.html.clean_flow import Flow
from app.html.clean_place import Place
from app.html.clean_safe import safe
from app.html.clean_word import formats, with_lists
from app.html.limit import TAGS
from app.html.node import Node, tree
from app.html.paragraphs import html_of
from app.html.write import fragment

MOST = 4_000_000
"""Characters of HTML that are read at once; a clipboard with more gives its plain text."""

_HEADER = re.compile(r"\s*Version:\d[^<]*", re.IGNORECASE)
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c")
_PARENTS = {"li": ("ul", ("ul", "ol")), "tr": ("table", ("table", "tbody", "thead", "tfoot")), "td": ("tr", ("tr",))}
_PICTURE = re.compile(r'<img (?!class="equation_image)[^>]*?src="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Pasted:
    """Clean HTML, the addresses of its pictures, and how many pictures were not on the clipboard (`file:`, `cid:`)."""

    html: str
    pictures: tuple[str, ...] = ()
    lost: int = 0


def cleaned(html: str) -> str:
    """The clean HTML alone."""
    return pasted(html).html


def pasted(html: str, *, coloured: bool = False) -> Pasted:
    """The HTML of a clipboard, cleaned; of one that no text could hold (`app/html/limit.py`) the words.

    `coloured`: words in a colour, or on one, get a line below. Else they are as all others.
    """
    if html.count("<") > TAGS:
        return Pasted(html_of(words_of(html)))
    root = tree(_HEADER.sub("", html[:MOST], count=1))
    styles = " ".join(node.text for node in root.walk() if node.name == "style")
    with_cell_styles(root, styles)
    if coloured:
        with_colours_as_lines(root)
    with_lists(root, formats(styles))
    without_twins(root)
    _give_parents(root)
    flow = Flow(count(1))
    flow.block(root, Place())
    clean = safe(fragment(tuple(bare(flow.blocks))))
    return Pasted(clean, tuple(dict.fromkeys(_PICTURE.findall(clean))), flow.lost)


def from_plain(text: str) -> str:
    """Plain text as paragraphs: one for each line; where blank lines part it, one for each part."""
    plain = _LINE_ENDS.sub("\n", text).strip("\n")
    parts = re.split(r"\n[ \t]*\n\s*", plain) if re.search(r"\n[ \t]*\n", plain) else plain.split("\n")
    return html_of([part for part in parts if part.strip()])


def _give_parents(node: Node) -> None:
    """Items without their list and cells without their table, as a selection that begins in one has them."""
    for inner in list(node.walk()):
        for name, (parent, right) in _PARENTS.items():
            if inner.name not in right and any(child.name == name for child in inner.elements):
                inner.children = _grouped(inner.children, name, parent)


def _grouped(children: "list[Node | str]", name: str, parent: str) -> "list[Node | str]":
    """Each run of elements of a name in one parent; white space among them goes."""
    made: list[Node | str] = []
    for child in children:
        last = made[-1] if made else None
        if isinstance(child, Node) and child.name == name:
            if isinstance(last, Node) and last.name == parent and not last.attributes:
                last.children.append(child)
            else:
                made.append(Node(parent, {}, [child]))
        elif isinstance(child, Node) or child.strip() or not isinstance(last, Node):
            made.append(child)
    return made
