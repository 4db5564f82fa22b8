"""From HTML to blocks, the way a browser understands it, over pieces of exact source."""

from app.html.draft import Draft, has_unfit
from app.html.element import (
    CELLS,
    ENDS_FOREIGN,
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
from app.html.rich import Atom, Block, Piece, RichText
from app.html.stack import Open, Stack, TooDeep
from app.html.tag import Tag
from app.html.token import Token, tokens

_SPACE = " \t\n\r\f"
_FORMATTING_EDGE = CELLS | {"table", "caption", "object"}
_TABLE = frozenset({"table"})
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
        self._draft = Draft(html)
        self._again: list[Open] = []  # formatting that goes on in the next words (WHATWG 13.2.4.3)
        self._whole = 0  # how many elements are open from the outermost one on that is kept whole
        self._tags: dict[str, Tag] = {}

    @property
    def is_finished(self) -> bool:
        """Whether the text does not end within a tag or a comment."""
        return self._draft.cut.loose is None

    def pieces(self) -> tuple[Piece, ...]:
        """Read all."""
        take = {"words": self._words, "open": self._open, "close": self._close, "comment": self._comment}
        for token in tokens(self._html):
            if token.kind != "raw":
                take[token.kind](token)
        left = [*self._again, *(element for element in self._stack.open if not element.ended)]
        self.missing = "".join(element.tag.closing for element in reversed(left))
        self._stack.pop(0, len(self._html), len(self._html))
        self._draft.flush()
        return self._draft.cut.finished(self.missing)

    # Words

    def _words(self, token: Token) -> None:
        if not token.finished:
            self._draft.cut.loose = token.start
        raw, draft = self._html[token.start : token.end], self._draft
        if self._whole or (not draft.line.begun and not draft.leaf and not raw.strip(_SPACE)):
            return
        if self._stack.top in TABLE_PARTS:
            draft.grids[-1].spoiled |= bool(raw.strip(_SPACE))
            return
        self._begin(token.start)
        if has_unfit(raw, finished=token.finished):
            draft.spoil(self._stack.open)
        first = self._stack.top == "pre" and token.start == self._stack.open[-1].inside
        draft.add_words(raw, first=first, finished=token.finished)

    def _comment(self, token: Token) -> None:
        shown = self._stack.open or self._draft.line.begun
        if shown and not self._whole and self._stack.top not in TABLE_PARTS:
            self._draft.add_atom(self._html[token.start : token.end])

    # Start tags

    def _open(self, token: Token) -> None:
        foreign = self._stack.foreign if self._whole else None
        if foreign is not None and token.name in ENDS_FOREIGN:
            self._stack.pop(foreign, token.start, token.start)
        elif foreign is not None:
            if not self._is_complete(token):
                self._push(token, "atom")
            return
        if token.name in IN_TABLES and not self._draft.grids and self._stack.find(_TABLE, ()) is None:
            self._mean_nothing(token, 0)
            return
        self._stack.imply(token.name, token.start)
        if not self._whole:
            self._open_by_role(token)
        elif token.name not in VOID:
            self._push(token, "atom")

    def _open_by_role(self, token: Token) -> None:
        self._meet_table(token)
        kind = role(token.name)
        if kind == "mark":
            self._open_mark(token)
        elif kind in {"break", "void", "atom"}:
            self._open_inline(token, kind)
        else:
            self._open_block(token, kind)

    def _open_mark(self, token: Token) -> None:
        if token.name == "a":
            self._close_formatting(Token("close", "a", token.start, token.start))
        tag = self._tag(token)
        self._again = [old for old in self._again if old.tag != tag and not old.name == token.name == "a"]
        self._begin(token.start)
        self._push(token, "mark")
        self._set_marks()

    def _open_inline(self, token: Token, kind: Role) -> None:
        self._begin(token.start)
        if kind == "break":
            self._draft.line.add_break(self._draft.marks)
        elif kind == "void" or (token.name in FOREIGN and self._is_complete(token)):
            self._draft.add_atom(self._html[token.start : token.end])
        else:
            self._push(token, "atom")

    def _open_block(self, token: Token, kind: Role) -> None:
        if self._draft.leaf is not None:
            self._draft.spoil(self._stack.open)
        self._break(token.start)
        if token.name in VOID:
            self._draft.add_own_line(self._html[token.start : token.end])
            self._break(token.end)
            return
        if token.name == "tr" and self._stack.top == "table":
            self._push_element(Open("tbody", "container", Tag("<tbody>"), token.start, token.start))
        self._push(token, kind)
        if kind == "line":
            self._draft.leaf = self._tag(token)

    def _push(self, token: Token, kind: Role) -> None:
        self._push_element(Open(token.name, kind, self._tag(token), token.start, token.end))

    def _push_element(self, element: Open) -> None:
        element.blocks, element.count = len(self._draft.cut.blocks), self._draft.line.count
        self._stack.push(element)
        if element.role in {"container", "table"}:
            self._draft.begin_container(element)
        if element.role == "table":
            self._draft.grids.append(Grid(spoiled=bool(self._again)))
        self._whole += bool(self._whole) or element.role in {"atom", "block_atom", "columns"}

    def _meet_table(self, token: Token) -> None:
        grids, top = self._draft.grids, self._stack.top
        if grids and top in CELLS:
            grids[-1].spoiled |= token.name == "table"
        elif grids:
            grids[-1].meet(token.name, top, self._tag(token))

    def _tag(self, token: Token) -> Tag:
        opening = self._html[token.start : token.end]
        return self._tags.get(opening) or self._tags.setdefault(opening, Tag(opening))

    def _is_complete(self, token: Token) -> bool:
        return self._html[token.end - 2] == "/"

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
            self._close_nothing(token)
        self._settle(token.end)

    def _close_nothing(self, token: Token) -> None:
        self._mean_nothing(token, 0)
        if token.name == "p" and not self._whole and self._draft.leaf is None:
            self._draft.flush()

    def _mean_nothing(self, token: Token, since: int) -> None:
        """The tag has no meaning in the source of anything that begins at `since` or behind it."""
        self._draft.cut.strays.append((token.start, token.end, since))

    def _close_formatting(self, token: Token) -> None:
        place = self._stack.find({token.name}, _FORMATTING_EDGE)
        if place is None:
            named = [element for element in self._again if element.name == token.name]
            self._again = [element for element in self._again if element not in named[-1:]]
            self._mean_nothing(token, named[-1].start + 1 if named else 0)
        elif not SPECIAL.isdisjoint(element.name for element in self._stack.open[place + 1 :]):
            element = self._stack.open[place]
            element.ended = True
            self._mean_nothing(token, element.start + 1)
            self._set_marks()
        else:
            if self._stack.open[place].is_again:
                self._mean_nothing(token, self._stack.open[place].start + 1)
            self._stack.pop(place, token.start, token.end)

    def _ended(self, element: Open, end: int, implied: bool) -> None:
        self._draft.note_missing(element, end, implied=implied)
        if self._whole:
            self._end_within(element, end)
        elif element.role == "mark":
            self._end_mark(element, end, implied)
        elif element.role == "line":
            self._draft.end_line(element, end)
        else:
            self._draft.end_container(element, end)

    def _end_within(self, element: Open, end: int) -> None:
        self._whole -= 1
        if element.role == "columns":
            self._draft.head_table(self._stack.open[-1], end)
        elif not self._whole:
            self._draft.keep(element, end)

    def _end_mark(self, element: Open, end: int, implied: bool) -> None:
        self._set_marks()
        bare = (element.blocks, element.count) == (len(self._draft.cut.blocks), self._draft.line.count)
        if bare and not implied and any(element.tag.attribute(name) for name in _NAMED):
            self._draft.add_atom(self._html[element.start : end])
        if implied and not element.ended and element.name in FORMATTING and not self._goes_on(element.tag):
            self._again.insert(0, element)

    def _goes_on(self, tag: Tag) -> bool:
        return any(element.tag == tag for element in self._again)

    # Where lines and pieces begin and end

    def _begin(self, at: int) -> None:
        """Something inline comes: in a line of its own where none is open, within the formatting that goes on."""
        self._settle(at)
        if self._again:
            again, self._again = self._again, []
            for old in again:
                self._push_element(Open(old.name, "mark", old.tag, old.start, old.start))
            self._set_marks()

    def _break(self, at: int) -> None:
        if self._draft.leaf is None:
            self._draft.flush()
        self._settle(at)

    def _settle(self, at: int) -> None:
        if not self._stack.open and not self._again and not self._draft.line.begun:
            self._draft.cut.at(at)

    def _set_marks(self) -> None:
        opened = self._stack.open
        self._draft.marks = tuple(element.tag for element in opened if element.role == "mark" and not element.ended)
