"""The elements of HTML by what they are in an editor."""

from typing import Literal

Role = Literal["mark", "line", "container", "table", "atom", "block_atom", "columns", "void", "break"]

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that stay open behind the end of their paragraph until their own end tag (WHATWG 13.2.4.3).
FORMATTING = frozenset({"a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"})
MARKS = FORMATTING | {
    *("abbr", "acronym", "bdi", "cite", "del", "dfn", "ins", "kbd", "mark", "q", "samp", "span", "sub", "sup"),
    *("time", "var"),
}
LINES = HEADINGS | {"p", "pre"}
LISTS = frozenset({"ul", "ol"})
SECTIONS = frozenset({"address", "article", "aside", "center", "div", "footer", "header", "main", "nav", "section"})
ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})
TABLE_PARTS = ROW_GROUPS | {"table", "tr", "colgroup"}
IN_TABLES = ROW_GROUPS | CELLS | {"tr", "caption", "col", "colgroup"}
CONTAINERS = LISTS | SECTIONS | ROW_GROUPS | CELLS | {"li", "blockquote", "tr"}
# What is kept whole and stands on a line of its own.
BLOCK_ATOMS = frozenset(
    {"hr", "table", "details", "dialog", "dir", "dl", "fieldset", "figcaption", "figure", "form", "hgroup", "menu"}
    | {"caption", "dd", "dt", "summary", "listing", "plaintext", "search", "xmp"}
)
BLOCKS = LINES | CONTAINERS | BLOCK_ATOMS | {"table"}
# What an end tag of an inline element does not reach over.
SPECIAL = BLOCKS | {"button", "object", "select", "template", "iframe", "applet", "marquee"}
# What ends a paragraph that is open.
ENDS_PARAGRAPH = BLOCKS - ROW_GROUPS - CELLS - {"tr", "caption"}
# Inside these `<x/>` is complete; what is of HTML alone ends them, but in some of their parts (WHATWG 13.2.6.5).
FOREIGN = frozenset({"math", "svg"})
ENDS_FOREIGN = (
    HEADINGS | LISTS | (FORMATTING - {"a", "font"}) | {"blockquote", "br", "center", "dd", "div", "dl", "dt", "embed"}
) | {"hr", "img", "li", "listing", "menu", "meta", "p", "pre", "ruby", "span", "sub", "sup", "table", "var"}
TAKES_HTML = frozenset({"mi", "mo", "mn", "ms", "mtext", "annotation-xml", "foreignobject", "desc", "title"})


def role(name: str) -> Role:
    """What an element is read as."""
    return _ROLES.get(name, "void" if name in VOID else "atom")


_ROLES: dict[str, Role] = {
    **dict.fromkeys(BLOCK_ATOMS, "block_atom"),
    **dict.fromkeys(MARKS, "mark"),
    **dict.fromkeys(LINES, "line"),
    **dict.fromkeys(CONTAINERS, "container"),
    "table": "table",
    "colgroup": "columns",
    "br": "break",
}
