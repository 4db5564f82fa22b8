"""Word's lists: paragraphs that only look like list items, made into lists."""

import re
from dataclasses import dataclass

from app.html.node import Node

_PLACE = re.compile(r"\b(l\d+)\s+level(\d+)")
_LEVEL = re.compile(r"@list\s+(l\d+):level(\d+)\s*\{(.*?)\}", re.DOTALL)
_FORMAT = re.compile(r"mso-level-number-format:\s*([\w-]+)")
_NUMBER = re.compile(r"[(\[]?(?:(\d+)|([a-zA-Z])|([ivxlcdmIVXLCDM]+))[.):\]]+\Z")
_ROMAN = frozenset("ivxIVX")
_TYPES = {"alpha-lower": "a", "alpha-upper": "A", "roman-lower": "i", "roman-upper": "I"}

Formats = dict[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class _Item:
    level: int
    name: str
    type: str
    start: int


def formats(styles: str) -> Formats:
    """What the style sheet says of each level of each list."""
    found: Formats = {}
    for name, level, body in _LEVEL.findall(styles):
        if (written := _FORMAT.search(body)) is not None:
            found[(name, int(level))] = written[1]
    return found


def with_lists(node: Node, known: Formats) -> None:
    """Put the list paragraphs in `node`, at any depth, into real lists."""
    for inner in list(node.walk()):
        if any(_place(child) for child in inner.elements):
            inner.children = _grouped(inner.children, known)


def _place(node: Node) -> tuple[str, int] | None:
    found = _PLACE.search(node.style.get("mso-list", "")) if node.name in ("p", "h1", "h2", "h3", "div", "li") else None
    return (found[1], int(found[2])) if found is not None else None


def _grouped(children: "list[Node | str]", known: Formats) -> "list[Node | str]":
    """Each run of list paragraphs as one list; blank words between them are nothing."""
    made: list[Node | str] = []
    open_lists: list[tuple[_Item, Node]] = []
    for child in children:
        place = _place(child) if isinstance(child, Node) else None
        if isinstance(child, Node) and place is not None:
            item = _item(child, place, known)
            _nest(open_lists, item, made).children.append(Node("li", {}, [Node("div", {}, child.children)]))
        elif isinstance(child, Node) or child.strip():
            open_lists.clear()
            made.append(child)
    return made


def _nest(open_lists: list[tuple[_Item, Node]], item: _Item, made: "list[Node | str]") -> Node:
    """The list that an item belongs to, begun where there is none yet."""
    while open_lists and open_lists[-1][0].level > item.level:
        open_lists.pop()
    if open_lists and open_lists[-1][0].level == item.level:
        last, found = open_lists[-1]
        if (last.name, last.type) == (item.name, item.type):
            return found
        open_lists.pop()
    begun = _begun(item)
    (open_lists[-1][1].elements[-1].children if open_lists else made).append(begun)
    open_lists.append((item, begun))
    return begun


def _begun(item: _Item) -> Node:
    attributes = {"start": str(item.start)} if item.start > 1 else {}
    attributes |= {"type": item.type} if item.type not in ("", "1") else {}
    return Node("ol" if item.type else "ul", attributes)


def _item(node: Node, place: tuple[str, int], known: Formats) -> _Item:
    """What its marker says, taken out of it; the style sheet where the marker is not there."""
    name, level = place
    kind, start = known.get(place, ""), 1
    type_ = "" if kind in ("bullet", "image", "") else _TYPES.get(kind, "1")
    marker = _taken_marker(node)
    if marker:
        type_, start = _numbering(marker, type_)
    return _Item(level, name, type_, start)


def _taken_marker(node: Node) -> str:
    for inner in node.walk():
        for child in inner.elements:
            if child.style.get("mso-list") == "ignore":
                inner.children.remove(child)
                return child.text.replace("\u00a0", " ").strip()
    return ""


def _numbering(marker: str, known: str) -> tuple[str, int]:
    """The kind of numbers, "" for a bullet, and the number. `i.` may be a letter: then the style sheet decides."""
    found = _NUMBER.match(marker)
    if found is None or (found[2] == "o" and not known):
        return "", 1
    if found[1]:
        return "1", int(found[1])
    letter = found[2] or ""
    if found[3] or (letter in _ROMAN and known not in ("a", "A")):
        return ("i" if marker.strip("([").islower() else "I"), 1
    return ("a" if letter.islower() else "A"), ord(letter.lower()) - ord("a") + 1
