"""A Word document in the making: paragraphs and tables, one behind the other."""

from collections.abc import Sequence
from typing import Final

from lxml.etree import _Element as Element

from app.office.markup import add, add_text, root
from app.office.package import Package
from app.office.styles import numbering, styles

_PAGE: Final = (11906, 16838)
"""A4, in twentieths of a point."""
_MARGIN: Final = 1134


class WordDocument:
    """`body` holds what stands in it; `package` what that refers to. `look` is a `styles.xml` of the caller's own."""

    def __init__(self, look: Element | None = None) -> None:
        self.package = Package()
        self._root = root("w:document")
        self.body = add(self._root, "w:body")
        self._pictures = 0
        self.package.part("styles.xml", "styles", styles() if look is None else look)
        self.package.part("numbering.xml", "numbering", numbering())

    def paragraph(self, style: str | None = None, into: Element | None = None) -> Element:
        """A new paragraph at the end, or at the end of a cell."""
        line = add(self.body if into is None else into, "w:p")
        if style is not None:
            add(add(line, "w:pPr"), "w:pStyle", val=style)
        return line

    def table(self, rows: Sequence[int], style: str = "TableGrid") -> list[list[Element]]:
        """A table with so many cells in each row; a cell wants at least one paragraph."""
        table = add(self.body, "w:tbl")
        look = add(table, "w:tblPr")
        add(look, "w:tblStyle", val=style)
        add(look, "w:tblW", w=0, type="auto")
        grid = add(table, "w:tblGrid")
        for _ in range(max(rows, default=0)):
            add(grid, "w:gridCol")
        cells = []
        for count in rows:
            row = add(table, "w:tr")
            cells.append([add(row, "w:tc") for _ in range(count)])
        return cells

    def next_picture(self) -> int:
        """The number of a picture that is about to be put in."""
        self._pictures += 1
        return self._pictures

    def written(self, section: Element | None = None) -> bytes:
        """The file; nothing may be added any more. `section` tells of its last pages: A4 where it says nothing."""
        if section is not None:
            self.body.append(section)
            return self.package.written(self._root)
        page = add(self.body, "w:sectPr")
        add(page, "w:pgSz", w=_PAGE[0], h=_PAGE[1])
        add(page, "w:pgMar", top=_MARGIN, right=_MARGIN, bottom=_MARGIN, left=_MARGIN, header=567, footer=567, gutter=0)
        return self.package.written(self._root)


def add_words(line: Element, text: str, *, bold: bool = False, style: str | None = None) -> Element:
    """A run of plain words at the end of a paragraph; line breaks and tabs are kept."""
    run = add(line, "w:r")
    if bold or style is not None:
        look = add(run, "w:rPr")
        if style is not None:
            add(look, "w:rStyle", val=style)
        if bold:
            add(look, "w:b")
    put_words(run, text)
    return run


def put_words(run: Element, text: str) -> None:
    """Words into a run."""
    for n, line in enumerate(text.split("\n")):
        if n:
            add(run, "w:br")
        if line:
            add_text(run, "w:t", line)
