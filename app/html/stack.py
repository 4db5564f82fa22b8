"""The elements that are open at a place in a text."""

from collections.abc import Callable
from collections.abc import Container as Names
from dataclasses import dataclass

from app.html.element import CELLS, ENDS_PARAGRAPH, FOREIGN, HEADINGS, IN_TABLES, ROW_GROUPS, SPECIAL, TAKES_HTML, Role
from app.html.limit import DEPTH
from app.html.rich import Container
from app.html.tag import Tag


class TooDeep(Exception):
    """More elements are open than anything but an attack has."""


@dataclass(slots=True)
class Open:
    """An element that is open: where it began, and how much was there before it."""

    name: str
    role: Role
    tag: Tag
    start: int
    inside: int  # where its start tag ends
    blocks: int = 0
    count: int = 0
    container: Container | None = None
    spoiled: bool = False  # it cannot be taken apart
    ended: bool = False  # its end tag came, but it still has an open block in it

    @property
    def is_again(self) -> bool:
        """Whether it has no start tag here: formatting that goes on, or a part of a table that is understood."""
        return self.inside <= self.start


_TABLE_EDGE = CELLS | {"table", "caption", "object", "button"}
_PARAGRAPH = frozenset({"p"})
_ITEM_EDGE = SPECIAL - {"address", "div", "p"}
# What a start tag ends although its end tag did not come, and where looking for it stops (WHATWG 13.2.6.4.7).
_IMPLIED: dict[str, tuple[Names[str], Names[str]]] = {
    "li": ({"li"}, _ITEM_EDGE),
    "dt": ({"dt", "dd"}, _ITEM_EDGE),
    "dd": ({"dt", "dd"}, _ITEM_EDGE),
    "option": ({"option"}, {"select", "datalist", "optgroup"}),
    "optgroup": ({"optgroup", "option"}, {"select"}),
    "td": (CELLS, {"tr", "table"}),
    "th": (CELLS, {"tr", "table"}),
    "tr": ({"tr"}, ROW_GROUPS | {"table"}),
    **dict.fromkeys(ROW_GROUPS, (ROW_GROUPS | {"colgroup", "caption"}, {"table"})),
}


class Stack:
    """The open elements, outermost first. `closed` is told of each that ends, innermost first."""

    def __init__(self, closed: Callable[[Open, int, bool], None]) -> None:
        self.open: list[Open] = []
        self._closed = closed

    @property
    def top(self) -> str:
        """The innermost element's name, "" where none is open."""
        return self.open[-1].name if self.open else ""

    def push(self, element: Open) -> None:
        """Open one more. Raises TooDeep, which also keeps every search in the stack short."""
        if len(self.open) > DEPTH:
            raise TooDeep
        self.open.append(element)

    def find(self, names: Names[str], edge: Names[str]) -> int | None:
        """The place of the innermost open element of `names` that is not outside one of `edge`."""
        place = len(self.open)
        for element in reversed(self.open):
            place -= 1
            if element.name in names and not element.ended:
                return place
            if element.name in edge:
                return None
        return None

    @property
    def foreign(self) -> int | None:
        """The place of the MathML or SVG that is open and takes no HTML here."""
        return self.find(FOREIGN, TAKES_HTML)

    def ended_by(self, name: str) -> int | None:
        """The place of the element that the end tag of `name` ends; None where it ends nothing."""
        if name in HEADINGS:
            return self.find(HEADINGS, _TABLE_EDGE)
        if name in IN_TABLES or name == "table":
            return self.find({name}, {"table"})
        if name in FOREIGN:
            return self.find({name}, ())
        return self.find({name}, _TABLE_EDGE if name in SPECIAL else SPECIAL)

    def imply(self, name: str, at: int) -> None:
        """End what the start tag of `name` ends without a tag of its own."""
        if name in _IMPLIED and (place := self.find(*_IMPLIED[name])) is not None:
            self.pop(place, at, at)
        if name in ENDS_PARAGRAPH and (place := self.find(_PARAGRAPH, _TABLE_EDGE)) is not None:
            self.pop(place, at, at)
        if name in HEADINGS and self.top in HEADINGS:
            self.pop(len(self.open) - 1, at, at)

    def pop(self, place: int, at: int, end: int) -> None:
        """End all from `place` on at `at`; its own end tag, if there is one, reaches to `end`."""
        while len(self.open) > place:
            own = len(self.open) == place + 1
            self._closed(self.open.pop(), end if own else at, not own or end == at)
        while self.open and self.open[-1].ended:
            self._closed(self.open.pop(), end, True)
