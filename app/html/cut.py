"""The pieces of a text, cut from its source as it is read."""

from bisect import bisect_left
from html import escape

from app.html.rich import Atom, Block, Piece


class Cut:
    """Gathers the blocks of the piece under way. Every sign of the source comes into one piece."""

    def __init__(self, html: str) -> None:
        self.blocks: list[Block] = []
        self.spoiled = False  # the piece under way is not to be taken apart
        self.loose: int | None = None  # where a tag begins that the text ends in
        self.strays: list[tuple[int, int, int]] = []  # tags without meaning in what begins behind the third
        self._html = html
        self._start = 0
        self._pieces: list[Piece] = []

    def add(self, block: Block) -> None:
        """One more block."""
        self.blocks.append(Block(block.inlines, block.tag, block.containers, len(self._pieces)))

    def drop(self, place: int) -> None:
        """Forget the blocks from `place` on."""
        del self.blocks[place:]

    def replace(self, place: int, block: Block) -> None:
        """One block for all from `place` on."""
        self.drop(place)
        self.add(block)

    def source(self, start: int, end: int) -> str:
        """The source of what is kept whole, so that it can stand anywhere.

        A tag that the text ends in becomes words, to swallow nothing; tags that mean nothing here are left out.
        """
        loose = end if self.loose is None else max(start, self.loose)
        parts, place = [], start
        for begin, after, since in self.strays[bisect_left(self.strays, (start, 0, 0)) :]:
            if after > min(loose, end):
                break
            if since <= start:
                parts.append(self._html[place:begin])
                place = after
        return "".join((*parts, self._html[place : min(loose, end)], escape(self._html[loose:end], quote=False)))

    def at(self, place: int) -> None:
        """End the piece under way, if it has begun."""
        if place > self._start:
            self._end(place, "")

    def finished(self, missing: str) -> tuple[Piece, ...]:
        """All pieces; `missing` end tags complete what is kept whole."""
        if self._start < len(self._html):
            self._end(len(self._html), missing)
        return tuple(self._pieces)

    def _end(self, place: int, missing: str) -> None:
        source = self._html[self._start : place]
        if self.spoiled:
            self.blocks.clear()
            self.add(Block((Atom(self.source(self._start, place) + missing),)))
        self._pieces.append(Piece(source, tuple(self.blocks)))
        self._start, self.blocks, self.spoiled = place, [], False
