"""Which formulas and pictures stand on some sheets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.html.atom import AtomKind, kind_of
from app.html.limit import is_too_much
from app.html.picture_tag import picture
from app.html.read import read
from app.html.rich import Atom
from app.paper.sheet import Columns, Flow, Part, Picture, Piece, Row, Rows, Sheet, Text
from app.ui.fields.rich_text.equation_object import latex_of


@dataclass(frozen=True, slots=True)
class Needs:
    """LaTeX of formulas, and addresses of pictures, each once."""

    formulas: tuple[str, ...]
    pictures: tuple[str, ...]


def needs(sheets: Iterable[Sheet]) -> Needs:
    """What is needed to draw these."""
    every = list(sheets)
    parts = [part for sheet in every for part in sheet.parts]
    texts = [sheet.instructions for sheet in every] + [html for part in parts for html in _texts(part)]
    marked = [html for html in dict.fromkeys(texts) if "<" in html or "\\(" in html]
    atoms = [atom for html in marked for atom in _atoms(html)]
    formulas = [latex_of(atom.source) for atom in atoms if kind_of(atom) is AtomKind.EQUATION]
    pictures = [picture(atom.source).address for atom in atoms if kind_of(atom) is AtomKind.PICTURE]
    spots = [piece.reference for part in parts for piece in part.pieces if isinstance(piece, Picture)]
    return Needs(tuple(dict.fromkeys(filter(None, formulas))), tuple(dict.fromkeys(filter(None, (*pictures, *spots)))))


def _texts(part: Part) -> Iterator[str]:
    for piece in part.pieces:
        if isinstance(piece, Text):
            yield piece.html
        else:
            yield from (row.html for row in _rows(piece))


def _rows(piece: Piece) -> Iterator[Row]:
    if isinstance(piece, (Rows, Flow)):
        yield from piece.rows
    elif isinstance(piece, Columns):
        yield from (*piece.left, *piece.right)


def _atoms(html: str) -> Iterator[Atom]:
    if not is_too_much(html):
        for block in read(html).blocks:
            yield from (one for one in block.inlines if isinstance(one, Atom))
