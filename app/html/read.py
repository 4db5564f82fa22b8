"""From HTML to blocks, the way a browser understands it, over pieces of exact source."""

from html import unescape

from app.html.cut import Cut
from app.html.element import (
    CELLS,
    FOREIGN,
    FORMATTING,
    IN_TABLES,
    SPECIAL,
    TABLE_PARTS,
    VOID,
    Role,
    role,
)
from app.html.grid import Grid
from app.html.inline_equation import split_at_equations
from app.html.line import Line
from app.html.rich import Atom, Block, Container, Piece, RichText
from app.html.stack import Open, Stack, TooDeep
from app.html.tag import Tag
from app.html.token import Token, tokens
from app.html.unfit import UNFIT

_NAMED = ("id", "name", "class")


def read(html: str) -> RichText:
    """The text that `html` shows. What is not understood is kept whole; nothing raises, and time is linear."""
    reader = _Reader(html)
    try:
        return RichText(reader.pieces())
    except TooDeep:
        return RichText((Piece(html, (Block((Atom(html),), piece=0),)),))


def missing_end(source: str) -> str | None:
    """The end tags that are missing at the end of a piece; None where it ends within a tag or a comment."""
    reader = _Reader(source)
    try:
        reader.pieces()
    except TooDeep:
        return None
    return reader.missing if reader.is_finished else None


class _Reader:
    def __init__(self, html: str) -> None:
        self.missing = ""
        self._html = html
        self._stack = Stack(self._ended)
        self._line = Line()
        self._cut = Cut(html)
        self._grids: list[Grid] = []
        self._again: list[Tag] = []  # formatting that goes on in the next words (WHATWG 13.2.4.3)
        self._marks: tuple[Tag, ...] = ()
        self._containers: tuple[Container, ...] = ()
        self._leaf: Tag | None = None
        self._whole = 0  # how many elements are open from the outermost one on that is kept whole
        self._tail = (0, "")  # the end tags that are missing at a place in what is kept whole
        self._ids = 0
        self._tags: dict[str, Tag] = {}

    @property
    def is_finished(self) -> bool:
        """Whether the text does not end within a tag or a comment."""
        return self._cut.loose is None

    def pieces(self) -> tuple[Piece, ...]:
        """Read all."""
        take = {"words": self._words, "open": self._open, "close": self._close, "comment": self._comment}
        for token in tokens(self._html):
            if token.kind != "raw":
                take[token.kind](token)
        left = [element.tag for element in self._stack.open if not element.ended]
        self.missing = "".join(tag.closing for tag in reversed([*self._again, *left]))
        self._stack.pop(0, len(self._html), len(self._html))
        self._flush()
        return self._cut.finished(self.missing)

    # Words

    def _words(self, token: Token) -> None:
        if not token.finished:
            self._cut.loose = token.start
        raw = self._html[token.start : token.end]
        if self._whole or (not self._line.begun and not self._leaf and not raw.strip(" \t\n\r\f")):
            return
        if self._stack.top in TABLE_PARTS:
            self._grids[-1].spoiled |= bool(raw.strip(" \t\n\r\f"))
            return
        self._begin(token.start)
        if "\\(" in raw and self._takes_equations():
            for part, is_equation in split_at_equations(raw):
                if is_equation:
                    self._line.add_atom(Atom(part, self._marks))
                else:
                    self._add(part, token)
        else:
            self._add(raw, token)

    def _add(self, raw: str, token: Token) -> None:
        text = unescape(raw) if "&" in raw and token.finished else raw
        if UNFIT.search(text):
            self._spoil()
        if not self._is_kept():
            self._line.add_words(text, self._marks)
        elif self._stack.top == "pre" and token.start == self._stack.open[-1].inside:
            self._line.add_kept(text.removeprefix("\n"), self._marks)
        else:
            self._line.add_kept(text, self._marks)

    def _is_kept(self) -> bool:
        return self._leaf is not None and self._leaf.name == "pre"

    def _takes_equations(self) -> bool:
        return not self._is_kept() and all(tag.name != "code" for tag in self._marks)

    def _spoil(self) -> None:
        """What is being read cannot be taken apart: the line, or the piece where none is open."""
        if self._leaf is None:
            self._cut.spoiled = True
        for element in self._stack.open:
            element.spoiled |= element.role == "line"

    def _comment(self, token: Token) -> None:
        if not self._whole and (self._leaf or self._line.begun):
            self._line.add_atom(Atom(self._html[token.start : token.end], self._marks))

    # Start tags

    def _open(self, token: Token) -> None:
        name = token.name
        if name in IN_TABLES and not self._grids and self._stack.find({"table"}, ()) is None:
            self._cut.strays.append((token.start, token.end))
            return
        self._stack.imply(name, token.start)
        if self._whole:
            self._open_within(token)
            return
        self._spoil_table(token)
        kind = role(name)
        if kind == "mark":
            self._open_mark(token)
        elif kind in {"break", "void", "atom"}:
            self._open_inline(token, kind)
        else:
            self._open_block(token, kind)

    def _open_within(self, token: Token) -> None:
        complete = token.name in VOID or (self._is_foreign() and self._html[token.end - 2] == "/")
        if not complete:
            self._push(token, "atom")

    def _is_foreign(self) -> bool:
        return any(element.name in FOREIGN for element in self._stack.open[-self._whole :])

    def _open_mark(self, token: Token) -> None:
        if token.name == "a":
            self._close_formatting(Token("close", "a", token.start, token.start))
            self._again = [tag for tag in self._again if tag.name != "a"]
        self._begin(token.start)
        self._push(token, "mark")
        self._marks = self._open_marks()

    def _open_inline(self, token: Token, kind: Role) -> None:
        self._begin(token.start)
        if kind == "break":
            self._line.add_break(self._marks)
        elif kind == "void":
            self._line.add_atom(Atom(self._html[token.start : token.end], self._marks))
        else:
            self._push(token, "atom")

    def _open_block(self, token: Token, kind: Role) -> None:
        if self._leaf is not None:
            self._spoil()
        self._break(token.start)
        if token.name in VOID:
            self._cut.add(Block((Atom(self._html[token.start : token.end], self._marks),), None, self._containers))
            self._break(token.end)
            return
        if token.name == "tr" and self._stack.top == "table":
            self._push_container(Open("tbody", "container", Tag("<tbody>"), token.start, token.start))
        self._push(token, kind)
        if kind == "line":
            self._leaf = self._stack.open[-1].tag

    def _push(self, token: Token, kind: Role) -> None:
        opening = self._html[token.start : token.end]
        tag = self._tags.setdefault(opening, Tag(opening))
        element = Open(token.name, kind, tag, token.start, token.end)
        if kind in {"container", "table"}:
            self._push_container(element)
            return
        element.blocks, element.count = len(self._cut.blocks), self._line.count
        self._stack.push(element)
        self._whole += bool(self._whole) or kind in {"atom", "block_atom", "columns"}

    def _push_container(self, element: Open) -> None:
        self._ids += 1
        element.container = Container(self._ids, element.tag)
        element.blocks = len(self._cut.blocks)
        self._stack.push(element)
        self._containers = (*self._containers, element.container)
        if element.name == "table":
            self._grids.append(Grid(spoiled=bool(self._again)))

    def _spoil_table(self, token: Token) -> None:
        if not self._grids or self._stack.top in CELLS:
            if token.name == "table" and self._grids:
                self._grids[-1].spoiled = True
            return
        opening = self._html[token.start : token.end]
        self._grids[-1].meet(token.name, self._stack.top, self._tags.setdefault(opening, Tag(opening)))

    # End tags

    def _close(self, token: Token) -> None:
        name = token.name
        if name == "br" and not self._whole:
            self._open_inline(token, "break")
        elif name in FORMATTING:
            self._close_formatting(token)
        elif (place := self._stack.ended_by(name)) is not None:
            self._stack.pop(place, token.start, token.end)
            if name in CELLS:
                self._again.clear()
        else:
            self._cut.strays.append((token.start, token.end))
            if name == "p" and not self._whole and self._leaf is None:
                self._flush()
        self._settle(token.end)

    def _close_formatting(self, token: Token) -> None:
        place = self._stack.find({token.name}, CELLS | {"table", "caption", "object"})
        if place is None:
            named = [tag for tag in self._again if tag.name == token.name]
            if named:
                self._again.remove(named[-1])
            else:
                self._cut.strays.append((token.start, token.end))
        elif not SPECIAL.isdisjoint(element.name for element in self._stack.open[place + 1 :]):
            self._stack.open[place].ended = True
            self._marks = self._open_marks()
        else:
            self._stack.pop(place, token.start, token.end)

    def _ended(self, element: Open, end: int, implied: bool) -> None:
        self._note_missing(element, end, implied)
        if self._whole:
            self._whole -= 1
            if not self._whole:
                self._keep(element, end)
        elif element.role == "mark":
            self._end_mark(element, end, implied)
        elif element.role == "line":
            self._end_line(element, end)
        else:
            self._end_container(element, end)

    def _note_missing(self, element: Open, end: int, implied: bool) -> None:
        before = self._tail[1] if implied and self._tail[0] == end else ""
        is_missing = implied and not element.ended and element.start < element.inside
        self._tail = (end, before + element.tag.closing if is_missing else before)

    def _whole_block(self, element: Open, end: int) -> Block:
        return Block((self._atom(element, end),), None, self._containers)

    def _atom(self, element: Open, end: int) -> Atom:
        return Atom(self._cut.source(element.start, end) + self._tail[1], self._marks)

    def _keep(self, element: Open, end: int) -> None:
        if element.role == "columns":
            self._head_table(end)
            return
        if element.role == "block_atom":
            self._cut.add(self._whole_block(element, end))
        else:
            self._line.add_atom(self._atom(element, end))

    def _end_line(self, element: Open, end: int) -> None:
        if element.spoiled:
            self._line.taken()
            self._cut.replace(element.blocks, self._whole_block(element, end))
        else:
            self._flush()
        self._leaf = None

    def _end_mark(self, element: Open, end: int, implied: bool) -> None:
        self._marks = self._open_marks()
        bare = (element.blocks, element.count) == (len(self._cut.blocks), self._line.count)
        if bare and not implied and any(element.tag.attribute(name) for name in _NAMED):
            self._line.add_atom(Atom(self._html[element.start : end], self._marks))
        if implied and not element.ended and element.name in FORMATTING and element.tag not in self._again:
            self._again.insert(0, element.tag)

    def _end_container(self, element: Open, end: int) -> None:
        self._flush()
        inner, self._containers = self._containers, self._containers[:-1]
        found = self._cut.blocks[element.blocks :]
        if element.name in CELLS | {"li"} and not found:
            self._cut.add(Block((), None, inner))
        elif element.name == "div" and len(found) == 1 and found[0].tag is None and found[0].containers == inner:
            self._end_div(element, found[0])
        elif element.name == "table" and not self._grids.pop().is_regular:
            self._cut.replace(element.blocks, self._whole_block(element, end))

    def _end_div(self, element: Open, block: Block) -> None:
        if not (len(block.inlines) == 1 and isinstance(block.inlines[0], Atom)):
            self._cut.replace(element.blocks, Block(block.inlines, element.tag, self._containers))

    def _head_table(self, end: int) -> None:
        table = self._stack.open[-1]
        if table.container is not None and not self._grids[-1].rows:
            table.container = Container(table.container.id, Tag(self._html[table.start : end]))
            self._containers = (*self._containers[:-1], table.container)

    # Where lines and pieces begin and end

    def _begin(self, at: int) -> None:
        """Something inline comes: in a line of its own where none is open, within the formatting that goes on."""
        self._settle(at)
        again, self._again = self._again, []
        for tag in again:
            self._push_again(tag, at)
        if again:
            self._marks = self._open_marks()

    def _push_again(self, tag: Tag, at: int) -> None:
        self._stack.push(Open(tag.name, "mark", tag, at, at, len(self._cut.blocks), self._line.count))

    def _break(self, at: int) -> None:
        if self._leaf is None:
            self._flush()
        self._settle(at)

    def _settle(self, at: int) -> None:
        if not self._stack.open and not self._again and not self._line.begun:
            self._cut.at(at)

    def _flush(self) -> None:
        if self._line.begun:
            self._cut.add(Block(self._line.taken(), self._leaf, self._containers))

    def _open_marks(self) -> tuple[Tag, ...]:
        return tuple(element.tag for element in self._stack.open if element.role == "mark" and not element.ended)
