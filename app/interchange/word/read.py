"""Reading Word documents: paragraphs as the lines of a list of questions, with their numbers, pictures, equations."""

import io
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.etree import _Element as Element

from app.interchange.errors import FileRefused
from app.interchange.material import Material
from app.interchange.pictures import Pictures
from app.interchange.source import Source
from app.interchange.text_list.block import key_rows
from app.interchange.text_list.line import Line
from app.interchange.text_list.piece import BREAK, NO_WORDS, Piece, broken, line_of
from app.interchange.text_list.read import material
from app.interchange.word.numbering import Numbering, value_of
from app.interchange.word.run import Runs
from app.interchange.xml import NotXml, first, parsed, text_of, within
from app.library.packed import NotReadable, Packed
from app.message import message
from app.office.styles import ANSWER, QUESTION, TABLE, TEXT, TITLE

_FOLDER = "word"
_DOCUMENT = "word/document.xml"


def fits(source: Source) -> bool:
    """Whether it is a package with a Word document in it."""
    return source.data.startswith(b"PK") and _DOCUMENT.encode() in source.data


def read(source: Source) -> tuple[Material, ...]:
    """One quiz."""
    try:
        document = _Document(Packed(io.BytesIO(source.data)))
        lines = list(document.lines())
    except (NotReadable, NotXml) as error:
        raise FileRefused(source.name, error.why) from error
    found = material(document.title or source.title, lines, document.pictures, source.step)
    lost = {str(one): one for one in document.runs.lost}
    return (replace(found, media=document.pictures.media, lost=(*found.lost, *lost.values())),)


class _Document:
    """The parts of one document. Raises `NotReadable`, `NotXml`."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._body = first(parsed(packed.read(_DOCUMENT)), "body")
        self._numbering = Numbering(self._part("numbering.xml"), self._part("styles.xml"))
        self._targets = {
            value_of(one, "Id"): (value_of(one, "Target"), value_of(one, "TargetMode"))
            for one in within(self._part("_rels/document.xml.rels"), "Relationship")
        }
        self.pictures = Pictures(self._file)
        self.runs = Runs(self._picture, self._link)
        self.title = ""
        if any(True for _ in within(self._body, "footnoteReference")):
            self.runs.lost.append(message("Footnotes."))

    def lines(self) -> Iterator[Line]:
        """Every line: a paragraph each, more where somebody broke it, and the tables."""
        for number, element in enumerate(_paragraphs(self._body), start=1):
            place = f"paragraph {number}"
            if element.tag == "p":
                yield from self._paragraph(element, place)
            else:
                yield from self._table(element, place)

    def _paragraph(self, element: Element, place: str) -> Iterator[Line]:
        label = self._numbering.label(first(element, "pPr"))
        style = value_of(first(first(element, "pPr"), "pStyle"))
        if style == TITLE and not self.title and not label:
            self.title = "".join(piece.text for piece in self.runs.pieces(element)).strip()
            return
        if style in _OWN:
            yield _own_line(list(self.runs.pieces(element)), place, label if style != TEXT else "")
            return
        for pieces in broken(list(self.runs.pieces(element))):
            yield line_of(pieces, place, label)
            label = ""

    def _table(self, table: Element, place: str) -> Iterator[Line]:
        """A table of numbers and letters is a key; any other belongs to the question above it."""
        rows = [[text_of(cell).strip() for cell in within(row, "tc")] for row in within(table, "tr")]
        own = value_of(first(table, "tblStyle")) == TABLE
        key = list(key_rows(rows)) if not own else []
        if key:
            yield Line(place, "Answers:", "Answers:")
            yield from (Line(place, f"{number}. {letter}", "").parted() for number, letter in key)
            return
        cells = ["".join(f"<td>{self._cell(cell)}</td>" for cell in within(row, "tc")) for row in within(table, "tr")]
        html = "".join(f"<tr>{row}</tr>" for row in cells)
        yield Line(
            place, " ".join(text for row in rows for text in row), f"<table><tbody>{html}</tbody></table>", exact=own
        )

    def _cell(self, cell: Element) -> str:
        lines = [line_of(list(self.runs.pieces(one)), "", "").html for one in within(cell, "p")]
        return "<br>".join(filter(None, lines))

    def _part(self, name: str) -> Element | None:
        path = posixpath.join(_FOLDER, name)
        return parsed(self._packed.read(path)) if path in self._packed.names else None

    def _file(self, name: str) -> bytes | None:
        path = posixpath.normpath(posixpath.join(_FOLDER, name.lstrip("/")))
        path = name.lstrip("/") if name.startswith("/") else path
        return self._packed.read(path) if path in self._packed.names else None

    def _picture(self, key: str) -> str | None:
        target, mode = self._targets.get(key, ("", ""))
        return None if not target or mode == "External" else self.pictures.reference(target)

    def _link(self, key: str) -> str | None:
        target, _ = self._targets.get(key, ("", ""))
        return target if target.lower().startswith(("http://", "https://", "mailto:")) else None


def _paragraphs(parent: Element | None) -> Iterator[Element]:
    """Paragraphs and tables in their order, also those in a content control."""
    for child in parent if parent is not None else ():
        if child.tag in ("p", "tbl"):
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _paragraphs(child)


def _own_line(pieces: Sequence[Piece], place: str, label: str) -> Line:
    """A line of a document that Quizwright wrote: its style says what it is, and a star is all that marks a key."""
    html = "".join("<br>" if piece is BREAK else piece.whole for piece in pieces).strip()
    text = "".join(piece.text for piece in pieces).strip()
    line = Line(place, text, html, label, exact=True)
    line = line.parted() if line.is_option else line
    return line if line.text else replace(line, text=NO_WORDS)


_OWN = frozenset({QUESTION, ANSWER, TEXT})
