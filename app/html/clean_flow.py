"""A pasted tree as blocks: what is seen as a paragraph is one, whatever it was made of."""

from collections.abc import Iterator
from dataclasses import replace

from app.html import clean_equation, clean_link, clean_table
from app.html.clean_line import BREAK, kept, lines
from app.html.clean_mark import Marks
from app.html.clean_place import Place, is_hidden, is_pixel, list_tag, picture_tag, place_in, spaced
from app.html.equation import equation_source
from app.html.node import Node
from app.html.rich import Atom, Block, Container, Inline, Words
from app.html.tag import Tag

_BLOCKS = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "address", "figure", "figcaption"}
    | {"dl", "dt", "dd", "details", "summary", "form", "fieldset", "legend", "center", "hr", "body", "caption", "html"}
)
_SILENT = frozenset(
    {"head", "style", "script", "title", "meta", "link", "template", "noscript", "svg", "iframe", "object", "embed"}
    | {"video", "audio", "canvas", "map", "select", "textarea", "input", "xml", "colgroup", "col", "rp"}
)


class Flow:
    """Takes nodes in and has `blocks`; `lost` counts pictures that were not on the clipboard."""

    def __init__(self, ids: Iterator[int]) -> None:
        self.ids = ids
        self.blocks: list[Block] = []
        self.lost = 0
        self._inlines: list[Inline] = []
        self._place = Place()

    def read(self, node: Node, place: Place) -> None:
        """Take in what is in `node`."""
        for child in node.children:
            if isinstance(child, str):
                self.words(child, place)
            else:
                self.element(child, place)

    def words(self, text: str, place: Place) -> None:
        """Take in words; outside preformatted text a line end is a space."""
        plain = text.replace("\r", "") if place.tag == "pre" else spaced(text)
        if plain.strip() or self._inlines:
            self._add(Words(plain, place.marks.tags), place)

    def element(self, node: Node, place: Place) -> None:
        """Take in an element."""
        if clean_equation.is_for_the_eye(node) or is_hidden(node):
            return
        if clean_equation.is_equation(node):
            self._equation(node, place)
        elif node.name not in _SILENT:
            self._visible(node, place_in(node, place))

    def end(self) -> None:
        """End the block under way."""
        place, inlines = self._place, self._inlines
        self._inlines = []
        found = [kept(inlines)] if place.tag == "pre" else lines(inlines)
        self.blocks += [Block(line, place.block_tag, place.containers) for line in found if line]

    def block(self, node: Node, place: Place) -> None:
        """Take in an element that begins a line and ends one."""
        self.end()
        self.read(node, place)
        self.end()

    def _add(self, inline: Inline, place: Place) -> None:
        if not self._inlines:
            self._place = place
        self._inlines.append(inline)

    def _visible(self, node: Node, place: Place) -> None:
        """Of elements that are named nowhere only what is in them counts."""
        match node.name:
            case "br":
                self._break(node, place)
            case "img":
                self._picture(node, place)
            case "ul" | "ol":
                self._list(node, place)
            case "table":
                self._table(node, place)
            case "blockquote":
                self._quote(node, place)
            case "pre":
                self._preformatted(node, place)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.block(node, replace(place, tag=node.name))
            case name:
                (self.block if name in _BLOCKS else self.read)(node, place)

    def _break(self, node: Node, place: Place) -> None:
        if "page-break-before" not in node.style:
            self._add(BREAK, place)

    def _preformatted(self, node: Node, place: Place) -> None:
        """Source code; but mail programs write whole messages so."""
        is_mail = any(name.startswith("moz-") for name in node.classes)
        self.block(node, place if is_mail else replace(place, tag="pre", marks=Marks()))

    def _quote(self, node: Node, place: Place) -> None:
        self.block(node, place.within(Container(next(self.ids), Tag.of("blockquote"))))

    def _list(self, node: Node, place: Place) -> None:
        """A list; one that stands between items, as Google Docs writes it, belongs to the item before it."""
        self.end()
        inner = place.within(Container(next(self.ids), list_tag(node)))
        item: Place | None = None
        for child in node.elements:
            if item is None or child.name not in ("ul", "ol"):
                item = inner.within(Container(next(self.ids), Tag.of("li")))
            part = Node("div", child.attributes, child.children) if child.name == "li" else Node("div", {}, [child])
            self.element(part, item)
        self.end()

    def _table(self, node: Node, place: Place) -> None:
        """A table as one; one that only lays a mail out as what is in its cells."""
        self.end()
        self.block(Node("div", {}, clean_table.strays(node)), place)
        rows = clean_table.rows(node)
        if clean_table.is_layout(node, rows):
            for cell in (cell for row in rows for cell in row):
                self.block(cell, place)
        else:
            self._cells(node, rows, place)

    def _cells(self, node: Node, rows: list[list[Node]], place: Place) -> None:
        for caption in (child for child in node.elements if child.name == "caption"):
            self.block(caption, place)
        cells = [[self._cell(cell) for cell in row] for row in rows]
        self.blocks += clean_table.blocks(cells, place.containers, self.ids)

    def _cell(self, node: Node) -> clean_table.Cell:
        inner = Flow(self.ids)
        place = place_in(node, Place())
        bold = place.marks.strong and node.name != "th"  # which is bold anyway
        inner.block(node, replace(place, align="", marks=replace(place.marks, strong=bold)))
        self.lost += inner.lost
        return clean_table.lifted(clean_table.Cell(clean_table.tag_of(node), tuple(inner.blocks)))

    def _picture(self, node: Node, place: Place) -> None:
        address = clean_link.picture(node.get("src"))
        if node.get("data-emoji") or "emoji" in node.classes:
            self.words(node.get("alt"), place)
        elif address and not is_pixel(node):
            self._add(Atom(picture_tag(node, address).opening, place.marks.tags), place)
        elif not is_pixel(node):
            self.lost += 1

    def _equation(self, node: Node, place: Place) -> None:
        if clean_equation.is_display(node):
            self.end()
        if latex := clean_equation.latex(node):
            self._add(Atom(equation_source(latex), place.marks.tags), place)
        elif source := clean_equation.math_source(node):
            self._add(Atom(source, place.marks.tags), place)
        else:
            self.words(node.text, place)
        if clean_equation.is_display(node):
            self.end()
