"""The looks that paragraphs of a document are named after, and the list that numbers questions and their answers."""

from typing import Final

from lxml.etree import _Element as Element

from app.office.markup import add, put, root

QUESTION, ANSWER, TEXT, SAYS = "Question", "Answer", "QuestionText", "QuestionSays"
"""The first line of a question; an answer; what goes on with either; a line as `Points: 2`."""
TITLE, RIGHT, TABLE = "Title", "RightAnswer", "QuestionTable"
"""The name of the whole; the words of a right answer; a table that belongs to a question."""
_NAMES: Final = {QUESTION: "Question", ANSWER: "Answer", TEXT: "Question Text", SAYS: "Question Says"}
LIST: Final = 1
"""The number of the only list: level 0 counts questions, level 1 letters their answers."""
_INDENTS: Final = (425, 851)
"""In twentieths of a point."""
_LEVELS: Final = (("decimal", "%1."), ("lowerLetter", "%2."))


def styles() -> Element:
    """`styles.xml`."""
    top = root("w:styles")
    plain = add(add(add(top, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
    add(plain, "w:rFonts", ascii="Calibri", hAnsi="Calibri", cs="Calibri")
    add(plain, "w:sz", val=22)
    normal = _style(top, "Normal", "Normal", based=None)
    put(normal, default=1)
    add(add(normal, "w:pPr"), "w:spacing", after=80)
    title = _style(top, TITLE, "Title")
    add(add(title, "w:pPr"), "w:spacing", after=240)
    add(add(title, "w:rPr"), "w:sz", val=36)
    for key, (before, left) in {QUESTION: (240, None), ANSWER: (0, None), TEXT: (0, 425), SAYS: (0, 425)}.items():
        look = add(_style(top, key, _NAMES[key]), "w:pPr")
        if key in (QUESTION, ANSWER):
            _numbered(look, 0 if key == QUESTION else 1)
        add(look, "w:spacing", before=before, after=40)
        if left is not None:
            add(look, "w:ind", left=left)
    add(_signs(top, "Hyperlink", "Hyperlink"), "w:u", val="single")
    add(_signs(top, RIGHT, "Right Answer"), "w:b")
    for key, name in (("TableGrid", "Table Grid"), (TABLE, "Question Table")):
        _ruled(top, key, name)
    return top


def numbering() -> Element:
    """`numbering.xml`."""
    top = root("w:numbering")
    rules = add(top, "w:abstractNum", abstractNumId=0)
    add(rules, "w:multiLevelType", val="multilevel")
    for depth, (form, text) in enumerate(_LEVELS):
        level = add(rules, "w:lvl", ilvl=depth)
        add(level, "w:start", val=1)
        add(level, "w:numFmt", val=form)
        add(level, "w:pStyle", val=(QUESTION, ANSWER)[depth])
        add(level, "w:lvlText", val=text)
        add(level, "w:lvlJc", val="left")
        add(add(level, "w:pPr"), "w:ind", left=_INDENTS[depth], hanging=425)
    add(add(top, "w:num", numId=LIST), "w:abstractNumId", val=0)
    return top


def _numbered(look: Element, depth: int) -> None:
    row = add(look, "w:numPr")
    add(row, "w:ilvl", val=depth)
    add(row, "w:numId", val=LIST)


def _style(top: Element, key: str, name: str, based: str | None = "Normal") -> Element:
    style = add(top, "w:style", type="paragraph", styleId=key)
    add(style, "w:name", val=name)
    if based is not None:
        add(style, "w:basedOn", val=based)
    add(style, "w:qFormat")
    return style


def _ruled(top: Element, key: str, name: str) -> None:
    """The look of a table with lines between its cells."""
    table = add(top, "w:style", type="table", styleId=key)
    add(table, "w:name", val=name)
    edges = add(add(table, "w:tblPr"), "w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        add(edges, f"w:{edge}", val="single", sz=4, space=0, color="auto")


def _signs(top: Element, key: str, name: str) -> Element:
    """The look of a style of signs."""
    style = add(top, "w:style", type="character", styleId=key)
    add(style, "w:name", val=name)
    return add(style, "w:rPr")
