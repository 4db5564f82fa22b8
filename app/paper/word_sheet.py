"""Exams and keys as a Word document, from the same values as the pages that are printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from app.html.text import is_blank
from app.message import Message, message
from app.office.document import WordDocument, add_words
from app.office.markup import add, root
from app.paper.heading import FIELDS, facts, sheet_title, version
from app.paper.sheet import Sheet, SheetKind
from app.paper.word_look import FACTS, FOOT, HEAD, TEXT, TITLE, WordLook, styles
from app.paper.word_part import Say, WordPart, WordPictures, keep_together

_SHARES: Final = ((0.0, 0.48), (0.5, 0.73), (0.75, 1.0))
"""Of the width: where the lines for name, number and date begin and end."""
_PAGE: Final = 987_654
"""What stands in the foot for the number that Word counts."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """The bytes, and what a Word document has no place for, each once."""

    data: bytes
    losses: tuple[Message, ...]


def word_file(
    sheets: Sequence[Sheet], look: WordLook, pictures: WordPictures, say: Say, *, whole_sheets: bool = False
) -> WordFile:
    """Each sheet with a head, a foot and pages of its own; `whole_sheets` begins each on a page with an odd number."""
    document = WordDocument(styles(look))
    part = WordPart(document, look, pictures, say)
    last: Element | None = None
    for number, sheet in enumerate(sheets, 1):
        _head(document, part, sheet, look, say)
        for one in sheet.parts:
            part.write(one, in_key=sheet.kind is SheetKind.KEY)
        section = _section(document, number, sheet, look, say, odd=whole_sheets)
        if number < len(sheets):
            add(document.paragraph(TEXT), "w:pPr").append(section)
        last = section
    return WordFile(document.written(last), tuple({str(one): one for one in part.rich.lost}.values()))


def _head(document: WordDocument, part: WordPart, sheet: Sheet, look: WordLook, say: Say) -> None:
    begin = len(document.body)
    lettered = version(sheet)
    title = say(sheet_title(sheet))
    add_words(document.paragraph(TITLE), f"{title} · {say(lettered)}" if lettered else title)
    if sheet.kind is SheetKind.EXAM:
        _fields(document.paragraph(HEAD), look, say)
    add_words(document.paragraph(FACTS), " · ".join(say(one) for one in facts(sheet)))
    if not is_blank(sheet.instructions):
        part.rich.write(sheet.instructions, document.paragraph(TEXT), further=TEXT)
    keep_together(list(document.body)[begin:], leads=True)


def _fields(line: Element, look: WordLook, say: Say) -> None:
    """Name, number and date with a line behind each."""
    shown = line.find("{*}pPr")
    assert shown is not None
    tabs = add(shown, "w:tabs")
    for start, end in _SHARES:
        if start:
            add(tabs, "w:tab", val="left", pos=round(start * look.room))
        add(tabs, "w:tab", val="left", leader="underscore", pos=round(end * look.room))
    for (start, _), field in zip(_SHARES, FIELDS, strict=True):
        if start:
            add(add(line, "w:r"), "w:tab")
        add_words(line, say(field) + " ")
        add(add(line, "w:r"), "w:tab")


def _section(document: WordDocument, number: int, sheet: Sheet, look: WordLook, say: Say, *, odd: bool) -> Element:
    """What is said of the pages of a sheet."""
    foot = document.package.part(f"footer{number}.xml", "footer", _foot(sheet, say))
    section = root("w:sectPr")
    add(section, "w:footerReference", type="default", r_id=foot)
    add(section, "w:type", val="oddPage" if odd and number > 1 else "nextPage")
    add(section, "w:pgSz", w=look.width, h=look.height)
    sides = dict.fromkeys(("top", "right", "bottom", "left"), look.margin)
    add(section, "w:pgMar", **sides, header=look.margin // 2, footer=look.margin // 2, gutter=0)
    add(section, "w:pgNumType", start=1)
    return section


def _foot(sheet: Sheet, say: Say) -> Element:
    top = root("w:ftr")
    line = add(top, "w:p")
    add(add(line, "w:pPr"), "w:pStyle", val=FOOT)
    lettered = version(sheet)
    for words in (say(sheet_title(sheet)), say(lettered) if lettered else ""):
        add_words(line, words)
        add(add(line, "w:r"), "w:tab")
    before, _, behind = say(message("Page {number}", number=_PAGE)).partition(str(_PAGE))
    add_words(line, before)
    add_words(add(line, "w:fldSimple", instr="PAGE"), "1")
    add_words(line, behind)
    return top
