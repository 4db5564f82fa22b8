"""The blocks of a text as they are put together: the line under way, what is around it, what is kept whole."""

from collections.abc import Iterable
from html import unescape

from app.html.cut import Cut
from app.html.element import CELLS
from app.html.grid import Grid
from app.html.inline import is_comment
from app.html.inline_equation import split_at_equations
from app.html.line import Line
from app.html.rich import Atom, Block, Container
from app.html.stack import Open
from app.html.tag import Tag
from app.html.unfit import UNFIT


class Draft:
    """Is told what begins and ends, and adds the blocks that come of it to the piece under way."""

    def __init__(self, html: str) -> None:
        self.line = Line()
        self.cut = Cut(html)
        self.grids: list[Grid] = []
        self.leaf: Tag | None = None  # the paragraph, heading or preformatted text that is open
        self.marks: tuple[Tag, ...] = ()
        self._containers: tuple[Container, ...] = ()
        self._html = html
        self._tail = (0, "")  # the end tags that are missing at a place in what is kept whole
        self._ids = 0

    def add_words(self, raw: str, *, first: bool, finished: bool) -> None:
        """Words by their source. `first` are those right behind a start tag; unfinished ones are no markup at all."""
        if not finished or "\\(" not in raw or self._is_preformatted() or any(tag.name == "code" for tag in self.marks):
            self._add(raw, first, finished)
            return
        for part, is_equation in split_at_equations(raw):
            if is_equation:
                self.add_atom(part)
            else:
                self._add(part, first, finished)

    def _add(self, raw: str, first: bool, finished: bool) -> None:
        text = unescape(raw) if "&" in raw and finished else raw
        if self._is_preformatted():
            self.line.add_kept(text.removeprefix("\n") if first else text, self.marks)
        else:
            self.line.add_words(text, self.marks)

    def _is_preformatted(self) -> bool:
        return self.leaf is not None and self.leaf.name == "pre"

    def add_atom(self, source: str) -> None:
        """Something inline that is kept whole."""
        self.line.add_atom(Atom(source, self.marks))

    def add_own_line(self, source: str) -> None:
        """Something that is kept whole on a line by itself."""
        self.cut.add(Block((Atom(source, self.marks),), None, self._containers))

    def spoil(self, opened: Iterable[Open]) -> None:
        """What is being read cannot be taken apart: the line, or the piece where none is open."""
        if self.leaf is None:
            self.cut.spoiled = True
        for element in opened:
            element.spoiled |= element.role == "line"

    def begin_container(self, element: Open) -> None:
        """A list, an item, a part of a table."""
        self._ids += 1
        element.container = Container(self._ids, element.tag)
        self._containers = (*self._containers, element.container)

    def head_table(self, table: Open, end: int) -> None:
        """The columns of a table become part of its start tag."""
        if table.container is not None and not self.grids[-1].rows:
            table.container = Container(table.container.id, Tag(self._html[table.start : end]))
            self._containers = (*self._containers[:-1], table.container)

    def note_missing(self, element: Open, end: int, *, implied: bool) -> None:
        """An element ended. What is kept whole gets the end tags that it lacks."""
        before = self._tail[1] if implied and self._tail[0] == end else ""
        is_missing = implied and not element.ended and not element.is_again
        self._tail = (end, before + element.tag.closing if is_missing else before)

    def keep(self, element: Open, end: int) -> None:
        """The end of an element that is kept whole."""
        if element.role == "block_atom":
            self.add_own_line(self._source(element, end))
        else:
            self.add_atom(self._source(element, end))

    def end_line(self, element: Open, end: int) -> None:
        """The end of a paragraph, heading or preformatted text."""
        if element.spoiled:
            self.line.taken()
            self._keep_instead(element, end)
        else:
            self.flush()
        self.leaf = None

    def end_container(self, element: Open, end: int) -> None:
        """The end of a list, an item, a part of a table. Items and cells are seen without words too."""
        self.flush()
        inner, self._containers = self._containers, self._containers[:-1]
        found = self.cut.blocks[element.blocks :]
        if element.name in CELLS | {"li"} and not found:
            self.cut.add(Block((), None, inner))
        elif element.name == "div" and len(found) == 1 and _is_line(found[0], inner):
            self.cut.replace(element.blocks, Block(found[0].inlines, element.tag, self._containers))
        elif element.name == "table" and not self.grids.pop().is_regular:
            self._keep_instead(element, end)

    def flush(self) -> None:
        """End the line under way. One of comments alone is none."""
        seen, inlines = self.line.seen, self.line.taken()
        if seen:
            self.cut.add(Block(inlines, self.leaf, self._containers))

    def _keep_instead(self, element: Open, end: int) -> None:
        self.cut.drop(element.blocks)
        self.add_own_line(self._source(element, end))

    def _source(self, element: Open, end: int) -> str:
        return self.cut.source(element.start, end) + self._tail[1]


def has_unfit(raw: str, *, finished: bool) -> bool:
    """Whether words hold a sign that a text document keeps for itself."""
    return UNFIT.search(unescape(raw) if "&" in raw and finished else raw) is not None


def _is_line(block: Block, containers: tuple[Container, ...]) -> bool:
    """Whether a block is the bare words of a `<div>`, which then is their element."""
    first = block.inlines[0] if block.inlines else None
    is_atom = len(block.inlines) == 1 and isinstance(first, Atom) and not is_comment(first)
    return block.tag is None and block.containers == containers and not is_atom
