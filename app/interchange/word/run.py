"""Runs of a paragraph as HTML: bold, italic, sub and super, links, pictures, equations."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape

from lxml.etree import _Element as Element

from app.html.equation import equation_source
from app.html.office_math import latex_of_office_math
from app.interchange.text_list.piece import BREAK, Piece
from app.interchange.word.numbering import value_of
from app.interchange.xml import first, within
from app.message import Message, message
from app.office.equation import node_of

_OFF = frozenset({"0", "false", "off", "none"})
_PLAIN_COLOURS = frozenset({"", "auto", "000000"})
_TAGS = (("b", "strong"), ("i", "em"), ("strike", "del"))
_SIDES = {"subscript": "sub", "superscript": "sup"}


Reference = Callable[[str], str | None]
"""What `r:id` stands for: the `media:` reference of a picture, or the address of a link."""


class Runs:
    """Reads paragraphs; what cannot be brought along stands in `lost`."""

    def __init__(self, picture: Reference, link: Reference) -> None:
        self._picture, self._link = picture, link
        self.lost: list[Message] = []

    def pieces(self, parent: Element) -> Iterator[Piece]:
        """Every piece below an element, in order; what was deleted in a tracked change is gone."""
        for child in parent:
            match child.tag:
                case "r":
                    yield from self._of_run(child)
                case "hyperlink":
                    address = self._link(value_of(child, "id"))
                    for piece in self.pieces(child):
                        yield _linked(piece, address)
                case "oMath" | "oMathPara":
                    yield self._equation(child)
                case "ins" | "smartTag" | "sdt" | "sdtContent" | "fldSimple" | "moveTo":
                    yield from self.pieces(child)

    def _of_run(self, run: Element) -> Iterator[Piece]:
        look = first(run, "rPr")
        for child in run:
            match child.tag:
                case "t":
                    yield _looked(child.text or "", look)
                case "tab":
                    yield Piece(" ", " ")
                case "br" | "cr":
                    yield BREAK
                case "noBreakHyphen":
                    yield Piece("-", "-")
                case "drawing" | "pict" | "object":
                    yield from self._pictures(child)
                case "AlternateContent":
                    chosen = first(child, "Choice")
                    yield from self._pictures(chosen if chosen is not None else child)

    def _pictures(self, drawing: Element) -> Iterator[Piece]:
        alt = value_of(first(drawing, "docPr"), "descr")
        found = [value_of(blip, "embed") for blip in within(drawing, "blip")]
        found += [value_of(image, "id") for image in within(drawing, "imagedata")]
        for key in filter(None, found):
            reference = self._picture(key)
            if reference is None:
                self.lost.append(message("A picture that Canvas cannot show: a drawing of Word or Windows."))
            else:
                yield Piece("", f'<img src="{escape(reference)}" alt="{escape(alt)}">')
        if not found and first(drawing, "txbxContent") is not None:
            self.lost.append(message("A text box."))

    def _equation(self, math: Element) -> Piece:
        latex = latex_of_office_math(node_of(math))
        if latex is None:
            self.lost.append(message("An equation that cannot be written in LaTeX."))
            return Piece("", "")
        return Piece(f" {latex} ", equation_source(latex))


def _looked(text: str, look: Element | None) -> Piece:
    """A text as it looks. Bold, colour, highlight and underline are what keys are marked with."""
    html = escape(text, quote=False)
    side = _SIDES.get(value_of(first(look, "vertAlign")), "")
    for name, tag in (*_TAGS[1:], *(((side, side),) if side else ())):
        if name == side or _is_on(look, name):
            html = f"<{tag}>{html}</{tag}>"
    outer = tuple(tag for name, tag in (("b", "strong"), ("u", "u")) if _is_on(look, name))
    shaded = value_of(first(look, "highlight")) not in ("", "none") or _is_shaded(look)
    coloured = value_of(first(look, "color")).lower() not in _PLAIN_COLOURS
    return Piece(text, html, bool(outer) or shaded or coloured, outer)


def _is_on(look: Element | None, name: str) -> bool:
    found = None if look is None else next((child for child in look if child.tag == name), None)
    return found is not None and value_of(found).lower() not in _OFF


def _is_shaded(look: Element | None) -> bool:
    return value_of(first(look, "shd"), "fill").lower() not in ("", "auto", "ffffff")


def _linked(piece: Piece, address: str | None) -> Piece:
    return (
        piece
        if address is None or piece is BREAK
        else replace(piece, html=f'<a href="{escape(address)}">{piece.html}</a>')
    )
