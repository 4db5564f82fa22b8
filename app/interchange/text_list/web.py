"""Lists of questions with formatting as HTML: what Word, Google Docs and web pages put on the clipboard, or save."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from app.html.atom import AtomKind, kind_of
from app.html.clean import pasted
from app.html.look import block_look
from app.html.read import read as read_html
from app.html.rich import Atom, Block, Container, Words
from app.html.text import plain_text
from app.html.write import fragment
from app.interchange.material import Material
from app.interchange.pictures import Pictures
from app.interchange.source import Source
from app.interchange.text_list.block import blocks, key_rows
from app.interchange.text_list.line import Line
from app.interchange.text_list.piece import BREAK, Piece, broken, line_of
from app.interchange.text_list.read import is_list, material

_SIGNS = ("<html", "<p", "<li", "<div", "<meta", "<!doctype html", "<span", "<b", "<!--", "<table", "<ol")
_OUTER = ("strong", "u")
_TO_BE_SEEN = 30_000


def fits(source: Source) -> bool:
    """Whether it is HTML with a list of questions in it."""
    text = source.text
    if not text.lstrip().lower().startswith(_SIGNS) and not text.startswith("Version:"):
        return False
    found, _ = blocks(_lines(text[:_TO_BE_SEEN]))
    return is_list(found)


def read(source: Source) -> tuple[Material, ...]:
    """One quiz."""
    return (material(source.title, _lines(source.text), Pictures(), source.step),)


def _lines(html: str) -> Iterator[Line]:
    clean = pasted(html, coloured=True)
    counted: dict[int, int] = {}
    before: Block | None = None
    for place, (table, group) in enumerate(groupby(read_html(clean.html).blocks, key=_table), start=1):
        rows = list(group)
        if table is not None:
            yield from _of_table(rows, f"part {place}")
        for block in rows if table is None else ():
            label = _label(block, before, counted)
            for pieces in broken(list(_pieces(block))):
                yield line_of(pieces, f"part {place}", label)
                label = ""
            before = block


def _table(block: Block) -> Container | None:
    return next((one for one in block.containers if one.tag.name == "table"), None)


def _of_table(cells: Sequence[Block], place: str) -> Iterator[Line]:
    """A table of numbers and letters is a key; any other belongs to the question above it."""
    rows = [
        [
            plain_text(fragment(tuple(cell))).strip()
            for _, cell in groupby(row, key=lambda one: _part(one, ("td", "th")))
        ]
        for _, row in groupby(cells, key=lambda one: _part(one, ("tr",)))
    ]
    key = list(key_rows(rows))
    if key:
        yield Line(place, "Answers:", "Answers:")
        yield from (Line(place, f"{number}. {letter}", "").parted() for number, letter in key)
        return
    yield Line(place, " ".join(text for row in rows for text in row), fragment(tuple(cells)))


def _part(block: Block, names: Sequence[str]) -> int:
    return next((one.id for one in block.containers if one.tag.name in names), 0)


def _label(block: Block, before: Block | None, counted: dict[int, int]) -> str:
    """The number or letter that a list gives the block, "" where it goes on with the one before."""
    shown = block_look(block, before)
    lists = [one for one in block.containers if one.tag.name in ("ol", "ul")]
    if not shown.begins_item or not lists:
        return ""
    number = counted[lists[-1].id] = counted.get(lists[-1].id, shown.start - 1) + 1
    if shown.list_kind == "ul":
        return "-"
    is_number = (
        len(lists) == 1 and shown.list_style.lower()[:1] not in ("a", "l", "u") and shown.list_style != "upper-alpha"
    )
    return str(number) if is_number else chr(ord("a") + (number - 1) % 26)


def _pieces(block: Block) -> Iterator[Piece]:
    for one in block.inlines:
        if isinstance(one, Atom):
            drawn = kind_of(one) == AtomKind.PICTURE
            yield Piece("" if drawn else " ", one.source)
            continue
        for place, text in enumerate(one.text.split("\n")):
            if place:
                yield BREAK
            if text:
                yield _piece(text, one)


def _piece(text: str, words: Words) -> Piece:
    html = escape(text, quote=False)
    names = [tag.name for tag in words.marks]
    for tag in reversed(words.marks):
        if tag.name not in _OUTER:
            html = f"{tag.opening}{html}</{tag.name}>"
    outer = tuple(name for name in _OUTER if name in names)
    return Piece(text, html, bool(outer), outer)
