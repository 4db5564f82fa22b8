"""A question, or what is read before one, as lines of a Word document that stay on one page."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element as Element

from app.geometry.region import Region
from app.html.tag import Tag
from app.message import Message, message
from app.office.document import WordDocument, add_words
from app.office.markup import add, put
from app.office.picture import Picture as WordPicture
from app.office.picture import add_picture
from app.office.rich import RichWriter
from app.paper.number import points_text
from app.paper.sheet import Columns, Flow, Lines, Note, Part, Picture, Piece, Place, Row, Rows, Text
from app.paper.word_look import BANK, COLUMNS, LINE, MORE, NOTE, POINTS, QUESTION, ROW, SOLVED, TEXT, WordLook

Say = Callable[[Message], str]
"""The words of a message, in the language of the window."""
_SIGNS = {Place.CIRCLE: "○", Place.BOX: "☐", Place.LINE: "____", Place.NONE: ""}
_APART = "\N{EM SPACE}\N{EM SPACE}"
_HARD = "\N{NO-BREAK SPACE}"
_LEFT_COLUMN, _SHORT = 0.54, 0.55


@dataclass(frozen=True, slots=True)
class WordPictures:
    """Where pictures come from: that of an `img`, and one to mark places on, with its regions in a key."""

    of_text: Callable[[Tag], WordPicture | None]
    marked: Callable[[str, tuple[Region, ...]], WordPicture | None]


class WordPart:
    """Writes parts into a document, one after the other."""

    def __init__(self, document: WordDocument, look: WordLook, pictures: WordPictures, say: Say) -> None:
        self._document, self._look, self._pictures, self._say = document, look, pictures, say
        self.rich = RichWriter(document, pictures.of_text)
        self._free: Element | None = None

    def write(self, part: Part, *, in_key: bool = False) -> None:
        """Write one; nothing of it stands on another page than the rest, where it fits on one."""
        begin = len(self._document.body)
        line = self._document.paragraph(TEXT if part.number is None else SOLVED if in_key else QUESTION)
        if part.number is not None:
            add_words(line, f"{part.number}.", bold=True)
            _tab(line)
        self._free = line
        for place, piece in enumerate(part.pieces):
            self._piece(piece, MORE if part.number is not None else TEXT)
            if not place and part.points is not None:
                _tab(line)
                add_words(line, self._points(part.points).replace(" ", _HARD), style=POINTS)
        self._free = None
        lines = list(self._document.body)[begin:]
        if part.number is not None:
            _indent_tables(lines, self._look)
        keep_together(lines, leads=part.leads)

    def _points(self, points: float) -> str:
        one, many = "{points} point", "{points} points"
        shown = points_text(points) or "0"
        return self._say(message(one, plural=many, count=1 if points == 1 else 2, points=shown))

    def _line(self, style: str) -> Element:
        """The line of the number while nothing stands there, else a new one."""
        line, self._free = self._free, None
        return line if line is not None else self._document.paragraph(style)

    def _piece(self, piece: Piece, further: str) -> None:
        match piece:
            case Text():
                self.rich.write(piece.html, self._line(further), further=further)
            case Note():
                add_words(self._line(NOTE), self._say(piece.words))
            case Rows():
                for row in piece.rows:
                    self._row(row, self._line(ROW))
            case Columns():
                self._columns(piece)
            case Flow():
                self._flow(piece)
            case Lines():
                self._lines(piece)
            case Picture():
                self._picture(piece)

    def _row(self, row: Row, line: Element, into: Element | None = None) -> None:
        if row.place is not Place.NONE:
            add_words(line, _SIGNS[row.place] + _HARD)
        if row.label:
            add_words(line, row.label, bold=True)
            add_words(line, 2 * _HARD)
        if row.html:
            self.rich.write(row.html, line, further=MORE, into=into)
        if row.note is not None:
            said = self._say(row.note)
            add_words(line, f" ({said})" if row.html else said)

    def _columns(self, piece: Columns) -> None:
        """A table without lines."""
        self._free = None
        room = self._look.room - self._look.indent
        left = round(_LEFT_COLUMN * room)
        table = add(self._document.body, "w:tbl")
        look = add(table, "w:tblPr")
        add(look, "w:tblStyle", val=COLUMNS)
        add(look, "w:tblW", w=room, type="dxa")
        add(look, "w:tblInd", w=self._look.indent, type="dxa")
        add(look, "w:tblLayout", type="fixed")
        grid = add(table, "w:tblGrid")
        for width in (left, room - left):
            add(grid, "w:gridCol", w=width)
        row = add(table, "w:tr")
        add(add(row, "w:trPr"), "w:cantSplit")
        for width, rows in ((left, piece.left), (room - left, piece.right)):
            cell = add(row, "w:tc")
            add(add(cell, "w:tcPr"), "w:tcW", w=width, type="dxa")
            for one in rows:
                self._row(one, self._document.paragraph(into=cell), cell)
            if not rows:
                self._document.paragraph(into=cell)

    def _flow(self, piece: Flow) -> None:
        line = self._line(BANK if piece.framed else MORE)
        label = self._said(piece.label)
        if label:
            add_words(line, label, bold=True)
            add_words(line, _APART)
        for place, row in enumerate(piece.rows):
            if place:
                add_words(line, _APART + " ")
            self._row(row, line)

    def _lines(self, piece: Lines) -> None:
        label = self._said(piece.label)
        for number in range(piece.count):
            line = self._line(LINE)
            if not number and label:
                add_words(line, label + " ", bold=True)
            if piece.is_short:
                _short(line, self._look.indent + round(_SHORT * (self._look.room - self._look.indent)), self._look.room)
            _tab(line)

    def _picture(self, piece: Picture) -> None:
        self._free = None
        line = self._document.paragraph(MORE)
        found = self._pictures.marked(piece.reference, piece.regions)
        if found is None:
            add_words(line, self._say(message("The picture is not on this computer.")))
            return
        add_picture(add(line, "w:r"), found, self._document.package, number=self._document.next_picture())

    def _said(self, label: Message | str) -> str:
        return self._say(label) if isinstance(label, Message) else label


def keep_together(lines: list[Element], *, leads: bool) -> None:
    """Have Word keep lines on one page; with what follows where they lead to it."""
    found = [line for top in lines for line in top.iter("{*}p")]
    for place, line in enumerate(found):
        look = line.find("{*}pPr")
        if look is None:
            look = add(line, "w:pPr")
            line.insert(0, look)
        names = ("w:keepNext", "w:keepLines") if leads or place < len(found) - 1 else ("w:keepLines",)
        behind = 0 if look.find("{*}pStyle") is None else 1
        for name in reversed(names):
            look.insert(behind, add(look, name))


def _indent_tables(lines: list[Element], look: WordLook) -> None:
    """Have the tables of a text begin where its words do."""
    for table in lines:
        shown = table.find("{*}tblPr")
        if shown is not None and shown.find("{*}tblInd") is None:
            for width in shown.iterfind("{*}tblW"):
                put(width, w=look.room - look.indent, type="dxa")
            add(shown, "w:tblInd", w=look.indent, type="dxa")


def _tab(line: Element) -> None:
    add(add(line, "w:r"), "w:tab")


def _short(line: Element, end: int, usual: int) -> None:
    """End the line to write on earlier than usual."""
    look = line.find("{*}pPr")
    assert look is not None
    tabs = add(look, "w:tabs")
    add(tabs, "w:tab", val="clear", pos=usual)
    add(tabs, "w:tab", val="left", leader="underscore", pos=end)
