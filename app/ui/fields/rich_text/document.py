"""The document that shows a rich text. Blocks go in, blocks come out; only lines that changed are read again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QFont, QPyTextObject, QTextBlock, QTextDocument

from app.html.atom import AtomKind
from app.html.chosen import Chosen
from app.html.rich import Block
from app.html.splice import PARAGRAPH, Spot
from app.ui.fields.rich_text.line_reading import inlines_of, signs, units
from app.ui.fields.rich_text.patch import Patch, patch
from app.ui.fields.rich_text.row import Line, Row, lines, numbers
from app.ui.fields.rich_text.style import KEY, OBJECTS, Style

Objects = Mapping[AtomKind, QPyTextObject]


class RichDocument(QTextDocument):
    """A text's lines, each with its block. `typed` tells that something changed that was not shown here.

    Qt is never asked to load anything: pictures are drawn by their own object, from the library alone.
    """

    typed = Signal()

    def __init__(self, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDefaultFont(font)
        self.style = Style(font)
        self._rows: list[Row] = [Row(0)]
        self._frames: dict[int, Block] = {}
        self._last_key = 0
        self._clean = (1, 1)
        self._showing = False
        self._numbers: list[int] | None = None
        self._blank_words: Mapping[str, str] = {}
        self.contentsChange.connect(self._notice)

    def draw_objects(self, objects: Objects) -> None:
        """Let these draw the atoms."""
        for kind, drawer in objects.items():
            self.documentLayout().registerHandler(OBJECTS[kind], drawer)

    @property
    def rows(self) -> Sequence[Row]:
        """A row for each line, as it is now."""
        self._read_changed()
        return self._rows

    @property
    def lines(self) -> list[Line]:
        """The block of each line."""
        return [row.block for row in self.rows]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text."""
        return tuple(row.block for row in self.rows if row.block is not None)

    @property
    def blank_words(self) -> Mapping[str, str]:
        """What stands in the place of each blank, by its id."""
        return self._blank_words

    def show_blank_words(self, words: Mapping[str, str]) -> None:
        """Let these words stand in the places of blanks."""
        if words != self._blank_words:
            self._blank_words = dict(words)
            self.markContentsDirty(0, self.characterCount())

    def numbers(self) -> list[int]:
        """For each line the number of the list item that it begins, else 0."""
        if self._numbers is None or len(self._numbers) != self.blockCount():
            self._numbers = numbers(self.lines)
        return self._numbers

    def show_blocks(self, blocks: Sequence[Block]) -> Patch | None:
        """Show these; only lines that differ are touched. None where nothing had to be."""
        return self._replace(lines(blocks), forced=False)

    def show_again(self, font: QFont) -> None:
        """Show the same in another font or other colours."""
        now = self.lines
        self.setDefaultFont(font)
        self.style = Style(font)
        self._replace(now, forced=True)

    def chosen(self, anchor: int, position: int) -> Chosen:
        """The blocks, and the places in them of both ends of a selection."""
        blocks, spots = self.spots(anchor, position)
        return Chosen(blocks, *spots)

    def spots(self, *positions: int) -> tuple[tuple[Block, ...], list[Spot]]:
        """The blocks and the places in them of some positions; one in a line without a block makes it a paragraph."""
        ends = [self.findBlock(one) for one in positions]
        wanted = {end.blockNumber() for end in ends}
        places: dict[int, int] = {}
        blocks: list[Block] = []
        for number, row in enumerate(self.rows):
            if row.block is not None or number in wanted:
                places[number] = len(blocks)
                blocks.append(row.block or _EMPTY)
        spots = [
            Spot(places[end.blockNumber()], signs(end.text(), one - end.position()))
            for end, one in zip(ends, positions, strict=True)
        ]
        return tuple(blocks), spots

    def position(self, spot: Spot) -> int:
        """The position in the document of a place in the blocks."""
        shown = [number for number, row in enumerate(self.rows) if row.block is not None]
        if spot.block >= len(shown):
            return self.characterCount() - 1
        line = self.findBlockByNumber(shown[spot.block])
        return line.position() + units(line.text(), spot.place)

    def block_at(self, position: int) -> Block | None:
        """The block that holds a position."""
        return self.rows[self.findBlock(position).blockNumber()].block

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing, whatever a text names: Qt would open any file of this computer."""
        return None

    def _replace(self, new: list[Line], *, forced: bool) -> Patch | None:
        old = self.rows
        self._showing = True
        try:
            done = patch(self, self.style, [row.block for row in old], new, self._new_key, forced=forced)
        finally:
            self._showing = False
        keys = [row.key for row in old]
        if done is not None:
            keys[done.first : done.old_end] = done.keys
            self._numbers = None
        self._rows = [Row(key, block) for key, block in zip(keys, new, strict=True)]
        self._frames = {row.key: row.block for row in self._rows if row.block is not None}
        self._clean = (len(new), len(new))
        return done

    def _new_key(self) -> int:
        self._last_key += 1
        return self._last_key

    def _notice(self, position: int, _removed: int, added: int) -> None:
        if self._showing:
            return
        count = self.blockCount()
        first = self.findBlock(position).blockNumber()
        last = self.findBlock(position + added)
        rest = count - 1 - last.blockNumber() if last.isValid() else 0
        self._clean = (min(self._clean[0], max(first, 0)), min(self._clean[1], rest))
        self.typed.emit()

    def _read_changed(self) -> None:
        count, known = self.blockCount(), len(self._rows)
        head = min(self._clean[0], count, known)
        tail = min(self._clean[1], count - head, known - head)
        if head + tail >= count and count == known:
            return
        read = [self._row(self.findBlockByNumber(number)) for number in range(head, count - tail)]
        self._rows[head : known - tail] = read
        self._clean = (count, count)

    def _row(self, line: QTextBlock) -> Row:
        key = line.blockFormat().intProperty(KEY)
        inlines, frame = inlines_of(line), self._frames.get(key)
        if frame is not None:
            return Row(key, Block(inlines, frame.tag, frame.containers, frame.piece))
        return Row(key, Block(inlines, PARAGRAPH) if inlines else None)


_EMPTY = Block((), PARAGRAPH)
