"""A tolerant tree of HTML as other programs write it, Word's conditional comments and Office Math included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.html.lenient import LenientParser

_DEPTH = 80
"""Elements deeper than this are opened and closed at once: their words stay, and nothing recurses without end."""
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "section"}
    | {"article", "header", "footer", "dl", "figure", "form", "main", "nav", "aside", "address"}
)
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **{name: (frozenset({"p"}), frozenset({"td", "th", "li", "table", "blockquote", "div"})) for name in _BLOCKS},
    "li": (frozenset({"li", "p"}), frozenset({"ul", "ol", "table"})),
    "td": (frozenset({"td", "th", "p", "li"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th", "p", "li"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr", "td", "th", "p", "li"}), frozenset({"table"})),
}
"""For a start tag: the open elements that it ends, and those behind which it does not look."""
_WALLS = frozenset({"td", "th", "table"})
_PARTS_OF_TABLES = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "table"})
_OFFICE_MATH = re.compile(r"\[if gte msEquation[^\]]*\]>(.*?)(?:<!\[endif\])?\s*\Z", re.DOTALL | re.IGNORECASE)
_MATH_PICTURE = re.compile(r"\[?if !msEquation", re.IGNORECASE)
FALLBACK = "word-fallback"
"""The name of what Word gives to programs that know no equations."""


@dataclass(slots=True)
class Node:
    """An element; the root has no name."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node | str]" = field(default_factory=list)

    def get(self, attribute: str) -> str:
        """A value, "" where there is none."""
        return self.attributes.get(attribute, "")

    @property
    def classes(self) -> frozenset[str]:
        """Its classes, as written."""
        return frozenset(self.get("class").split())

    @property
    def style(self) -> dict[str, str]:
        """What its `style` declares, in lower case."""
        if "style" not in self.attributes:
            return {}
        pairs = (part.partition(":") for part in self.get("style").lower().split(";"))
        return {name.strip(): value.strip() for name, _, value in pairs if value}

    @property
    def elements(self) -> "list[Node]":
        """Its children without words."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> "Iterator[Node]":
        """Itself and all elements in it, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.elements)

    def first(self, *names: str) -> "Node | None":
        """The first element in it, or itself, with one of these names."""
        return next((node for node in self.walk() if node.name in names), None)

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def tree(html: str) -> Node:
    """The root over `html`. Where the marks of a clipboard's fragment are, only what is between them has words."""
    builder = _Builder(inside="<!--StartFragment" not in html)
    builder.feed(html)
    builder.close()
    return builder.root


class _Builder(LenientParser):
    def __init__(self, *, inside: bool) -> None:
        super().__init__()
        self.root = Node("")
        self._open = [self.root]
        self._inside = inside

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_implied(tag)
        node = self._added(tag, attrs)
        if tag not in _VOID and len(self._open) < _DEPTH:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ":" in tag or any(node.name == "math" for node in self._open):
            self._added(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].name
            if name == tag:
                del self._open[depth:]
                return
            if name in _WALLS and tag not in _PARTS_OF_TABLES:
                return

    def handle_data(self, data: str) -> None:
        if self._inside or self._open[-1].name == "style":
            self._open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        if data.startswith(("StartFragment", "EndFragment")):
            self._inside = data.startswith("Start")
        elif (math := _OFFICE_MATH.match(data)) is not None and self._inside:
            self._open[-1].children += tree(math[1]).children
        elif _MATH_PICTURE.match(data) is not None:
            self.handle_starttag(FALLBACK, [])
        elif data.startswith(("[endif", "endif")):
            self.handle_endtag(FALLBACK)

    def unknown_decl(self, data: str) -> None:
        # `<![if …]>`: Python takes it for a declaration up to 3.13.5, for a comment afterwards.
        self.handle_comment(data)

    def _added(self, tag: str, attrs: list[tuple[str, str | None]]) -> Node:
        node = Node(tag, {name: value or "" for name, value in attrs})
        if self._inside or tag not in _VOID:
            self._open[-1].children.append(node)
        return node

    def _end_implied(self, tag: str) -> None:
        ended, walls = _ENDS.get(tag, (frozenset(), frozenset()))
        cut = len(self._open)
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name in walls:
                break
            cut = depth if self._open[depth].name in ended else cut
        del self._open[cut:]
