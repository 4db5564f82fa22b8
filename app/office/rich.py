"""Rich text of Canvas as paragraphs of a document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from app.html.atom import AtomKind, kind_of, label_of
from app.html.element import CELLS
from app.html.equation import equation
from app.html.look import Look, block_look, look
from app.html.read import read
from app.html.rich import Block, Inline, Words
from app.html.tag import Tag
from app.html.text import plain_text
from app.message import Message, message
from app.office.document import WordDocument, add_words, put_words
from app.office.equation import office_math
from app.office.markup import add
from app.office.picture import Picture, add_picture

FindPicture = Callable[[Tag], Picture | None]
"""The picture of an `img`, None where it is not at hand."""
GAP: Final = "_______"
_CARRIED: Final = frozenset(
    ("b", "strong", "i", "em", "cite", "dfn", "var", "u", "ins", "s", "strike", "del", "sub", "sup", "a")
)
_SCHEMES: Final = ("http://", "https://", "mailto:")
_LAYOUT: Final = message("Lists, headings, quotes and the like are plain paragraphs in Word.")
_COLOURS: Final = message("Colours, highlighting and fonts of the text.")


@dataclass
class RichWriter:
    """Writes texts into a document; `lost` is what they lose, for the caller to take and empty."""

    document: WordDocument
    picture: FindPicture
    table_style: str = "TableGrid"
    lost: list[Message] = field(default_factory=list)

    def write(
        self,
        html: str,
        line: Element,
        *,
        further: str | None = None,
        look: str | None = None,
        into: Element | None = None,
    ) -> None:
        """Write a text into `line`, a paragraph that is there, and what follows into new ones of style `further`.

        `look` names a style of signs for all words of it.
        """
        blocks = read(html).blocks
        free, before, place = True, None, 0
        while place < len(blocks):
            rows, end = _table(blocks, place) if into is None else ([], place)
            if rows:
                self._table(rows)
                free, place, before = False, end, None
                continue
            block = blocks[place]
            self._block(block, before, line if free else self.document.paragraph(further, into), look)
            free, before, place = False, block, place + 1

    def _block(self, block: Block, before: Block | None, line: Element, style: str | None) -> None:
        shown = block_look(block, before)
        if shown.level or shown.pre or shown.quote_depth or shown.list_kind or shown.align or shown.indent:
            self.lost.append(_LAYOUT)
        if shown.begins_item:
            add_words(line, "• ")
        for inline in block.inlines:
            self._inline(inline, line, style, bold=bool(shown.level))

    def _inline(self, inline: Inline, line: Element, style: str | None, *, bold: bool) -> None:
        if isinstance(inline, Words):
            self._words(inline, line, style, bold=bold)
            return
        kind = kind_of(inline)
        if kind == AtomKind.EQUATION and (drawn := equation(inline)) is not None:
            self._equation(drawn.latex, line)
        elif kind == AtomKind.PICTURE:
            self._picture(Tag(inline.source), line)
        elif kind == AtomKind.BLANK:
            add_words(line, GAP)
        else:
            self.lost.append(message("{what}: not in a Word document.", what=label_of(inline)))
            if words := plain_text(inline.source):
                add_words(line, words)

    def _words(self, words: Words, line: Element, style: str | None, *, bold: bool) -> None:
        shown = look(words.marks)
        if any(tag.name not in _CARRIED or "style" in tag.opening for tag in words.marks):
            self.lost.append(_COLOURS)
        parent = line
        if shown.href.lower().startswith(_SCHEMES):
            parent = add(line, "w:hyperlink", r_id=self.document.package.link(shown.href))
        run = add(parent, "w:r")
        self._put_look(add(run, "w:rPr"), shown, style, bold=bold)
        put_words(run, words.text)

    def _put_look(self, into: Element, shown: Look, style: str | None, *, bold: bool) -> None:
        if style or shown.href:
            add(into, "w:rStyle", val=style or "Hyperlink")
        for wanted, name in ((shown.bold or bold, "w:b"), (shown.italic, "w:i"), (shown.strike, "w:strike")):
            if wanted:
                add(into, name)
        if shown.underline:
            add(into, "w:u", val="single")
        if shown.script is not None:
            add(into, "w:vertAlign", val="subscript" if shown.script == "sub" else "superscript")
        if shown.colour or shown.background or shown.marked or shown.code:
            self.lost.append(_COLOURS)

    def _equation(self, latex: str, line: Element) -> None:
        math = office_math(latex)
        if math is not None:
            line.append(math)
            return
        self.lost.append(
            message("An equation that Word cannot show ({latex}): it stands there as LaTeX.", latex=latex[:40])
        )
        add_words(line, rf"\({latex}\)")

    def _picture(self, tag: Tag, line: Element) -> None:
        found = self.picture(tag)
        if found is not None:
            add_picture(add(line, "w:r"), found, self.document.package, number=self.document.next_picture())
            return
        address = tag.attribute("src")
        name = address.partition("?")[0].rstrip("/").rpartition("/")[2][:60] or "…"
        self.lost.append(message("Picture {name}: only its address is in the file.", name=name))
        parent = line
        if address.lower().startswith(_SCHEMES):
            parent = add(line, "w:hyperlink", r_id=self.document.package.link(address))
        add_words(parent, tag.attribute("alt") or name, style="Hyperlink")

    def _table(self, rows: Sequence[Sequence[Sequence[Block]]]) -> None:
        for cells, row in zip(self.document.table([len(row) for row in rows], self.table_style), rows, strict=True):
            for cell, blocks in zip(cells, row, strict=True):
                for block in blocks:
                    self._block(block, None, self.document.paragraph(into=cell), None)


def _table(blocks: Sequence[Block], place: int) -> tuple[list[list[list[Block]]], int]:
    """The rows of a table that begins here, each cell with its blocks, and the place behind it; none is no table."""
    table = next((one.id for one in blocks[place].containers if one.tag.name == "table"), None)
    rows: dict[int, dict[int, list[Block]]] = {}
    while table is not None and place < len(blocks):
        chain = blocks[place].containers
        if all(one.id != table for one in chain):
            break
        row = next((one.id for one in chain if one.tag.name == "tr"), 0)
        cell = next((one.id for one in chain if one.tag.name in CELLS), 0)
        rows.setdefault(row, {}).setdefault(cell, []).append(blocks[place])
        place += 1
    return [list(row.values()) for row in rows.values()], place
