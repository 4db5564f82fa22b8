"""The looks of a paper exam in a Word document: a style for each kind of line, so that all of one change at once."""

from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from app.office.markup import add, put, root

TITLE, HEAD, FACTS, TEXT, MORE = "Title", "ExamHead", "ExamFacts", "ExamText", "ExamMore"
QUESTION, SOLVED, POINTS = "ExamQuestion", "ExamSolved", "ExamPoints"
NOTE, ROW, LINE, BANK, FOOT, COLUMNS = "ExamNote", "ExamRow", "ExamLine", "ExamBank", "ExamFoot", "ExamColumns"
_NAMES: Final = {
    TITLE: "Title",
    HEAD: "Exam Head",
    FACTS: "Exam Facts",
    TEXT: "Exam Text",
    QUESTION: "Exam Question",
    SOLVED: "Exam Solved",
    MORE: "Exam Question More",
    NOTE: "Exam Note",
    ROW: "Exam Answer",
    LINE: "Exam Line",
    BANK: "Exam Bank",
    FOOT: "Exam Foot",
}
_FONT: Final = "Calibri"
_GREY: Final = "595959"
_WRITING: Final = 482
"""8.5 mm between two lines to write on."""


@dataclass(frozen=True, slots=True)
class WordLook:
    """The paper's width and height and its margin, in twentieths of a point; the text's size in points."""

    width: int = 11906
    height: int = 16838
    margin: int = 1020
    points: int = 11

    @property
    def room(self) -> int:
        """Between the margins."""
        return self.width - 2 * self.margin

    @property
    def indent(self) -> int:
        """Of what stands behind the number of a question."""
        return 46 * self.points

    def em(self, count: float) -> int:
        """So many letters."""
        return round(count * 20 * self.points)


def styles(look: WordLook) -> Element:
    """`styles.xml`."""
    top = root("w:styles")
    plain = add(add(add(top, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
    add(plain, "w:rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT)
    add(plain, "w:sz", val=2 * look.points)
    normal = _style(top, "Normal", "Normal", based=None)
    put(normal, default=1)
    add(add(normal, "w:pPr"), "w:spacing", before=0, after=look.em(0.3))
    for key in _NAMES:
        made = _style(top, key, _NAMES[key])
        _lines(add(made, "w:pPr"), key, look)
        _signs(add(made, "w:rPr"), key, look)
    link = add(top, "w:style", type="character", styleId="Hyperlink")
    add(link, "w:name", val="Hyperlink")
    add(add(link, "w:rPr"), "w:u", val="single")
    points = add(top, "w:style", type="character", styleId=POINTS)
    add(points, "w:name", val="Exam Points")
    shown = add(points, "w:rPr")
    add(shown, "w:color", val=_GREY)
    add(shown, "w:sz", val=round(2 * look.points * 0.85))
    _table(top, "TableGrid", "Table Grid", ruled=True)
    _table(top, COLUMNS, "Exam Columns", ruled=False)
    return top


def _lines(into: Element, key: str, look: WordLook) -> None:
    """How lines of a kind stand; the order of what is said is that of the standard."""
    if key in (TITLE, FACTS, BANK):
        add(into, "w:keepLines")
    if key in (FACTS, BANK):
        edges = add(into, "w:pBdr")
        for edge in ("bottom",) if key == FACTS else ("top", "left", "bottom", "right"):
            add(edges, f"w:{edge}", val="single", sz=6, space=4, color="808080")
    whole, half = look.room, look.room // 2
    stops: dict[str, tuple[tuple[int, str | None], ...]] = {
        LINE: ((whole, "underscore"),),
        FOOT: ((half, None), (whole, None)),
        **dict.fromkeys((QUESTION, SOLVED), ((whole, None),)),
    }
    if key in stops:
        tabs = add(into, "w:tabs")
        for place, leader in stops[key]:
            kind = "center" if key == FOOT and place < whole else "right"
            add(tabs, "w:tab", val=kind, leader=leader, pos=place)
    before = {QUESTION: look.em(1.4), SOLVED: look.em(0.6), BANK: look.em(0.3), HEAD: look.em(0.8)}
    before[LINE] = max(_WRITING - look.em(1.2), look.em(0.6))
    after = {TITLE: look.em(0.4), FACTS: look.em(0.6), LINE: 0, FOOT: 0, ROW: look.em(0.25), BANK: look.em(0.6)}
    spacing = {"before": before.get(key, 0), "after": after.get(key, look.em(0.3))}
    add(into, "w:spacing", **spacing)
    if key in (QUESTION, SOLVED):
        add(into, "w:ind", left=look.indent, hanging=look.indent)
    elif key == ROW:
        add(into, "w:ind", left=look.indent + look.em(1.7), hanging=look.em(1.7))
    elif key in (MORE, NOTE, LINE):
        add(into, "w:ind", left=look.indent)
    elif key == BANK:
        add(into, "w:ind", left=look.indent + look.em(0.4), right=look.em(0.4))


def _signs(into: Element, key: str, look: WordLook) -> None:
    if key == TITLE:
        add(into, "w:b")
    if key == NOTE:
        add(into, "w:i")
    if key in (FACTS, FOOT):
        add(into, "w:color", val=_GREY)
    size = {TITLE: 1.6, NOTE: 0.9, FACTS: 0.9, FOOT: 0.85}.get(key)
    if size is not None:
        add(into, "w:sz", val=round(2 * look.points * size))


def _style(top: Element, key: str, name: str, based: str | None = "Normal") -> Element:
    style = add(top, "w:style", type="paragraph", styleId=key)
    add(style, "w:name", val=name)
    if based is not None:
        add(style, "w:basedOn", val=based)
    add(style, "w:qFormat")
    return style


def _table(top: Element, key: str, name: str, *, ruled: bool) -> None:
    table = add(top, "w:style", type="table", styleId=key)
    add(table, "w:name", val=name)
    look = add(table, "w:tblPr")
    if ruled:
        edges = add(look, "w:tblBorders")
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
            add(edges, f"w:{edge}", val="single", sz=4, space=0, color="auto")
    sides = add(look, "w:tblCellMar")
    for side in ("left", "right"):
        add(sides, f"w:{side}", w=80 if ruled else 0, type="dxa")
