"""Qt's formats for marks and blocks. They are made from what an element means; nothing is ever read back from them."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextFormat

from app.html.atom import AtomKind, kind_of
from app.html.look import Look, block_look, look
from app.html.rich import Atom, Block
from app.html.tag import Tag
from app.ui.fields.rich_text.colour import css_colour, readable
from app.ui.fields.rich_text.row import Line, cell_of, containers, frame, shared
from app.ui.theme import is_dark, role

_USER = QTextFormat.Property.UserProperty.value
MARKS, SOURCE, KEY = _USER + 1, _USER + 2, _USER + 3
_OBJECT = QTextFormat.ObjectTypes.UserObject.value
OBJECTS = {kind: _OBJECT + number for number, kind in enumerate(AtomKind, start=1)}
"""The number under which each kind of atom is drawn."""

_SIZES = {1: 3, 2: 2, 3: 1}
"""Steps by which Qt makes headings larger than the text; the smaller ones are only heavier."""
_BETWEEN = "\x00"
_ALIGNED = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "justify": Qt.AlignmentFlag.AlignJustify,
}


@lru_cache(maxsize=4096)
def marks_of(written: str) -> tuple[Tag, ...]:
    """The marks that a format carries."""
    return tuple(Tag(opening) for opening in written.split(_BETWEEN)) if written else ()


def marks_at(format_: QTextCharFormat) -> tuple[Tag, ...]:
    """The same, from the format."""
    return marks_of(format_.stringProperty(MARKS))


class Style:
    """Formats for one font, in the colours of now; each is made once."""

    def __init__(self, font: QFont) -> None:
        self.line = QFontMetricsF(font).lineSpacing()
        self._words: dict[tuple[tuple[Tag, ...], int, bool, bool], QTextCharFormat] = {}

    @property
    def step(self) -> float:
        """How far a list or quote is indented."""
        return 1.4 * self.line

    def words(self, marks: tuple[Tag, ...], block: Line) -> QTextCharFormat:
        """The format of words with these marks in that block."""
        shown = block_look(block) if block is not None else None
        level, pre = (shown.level, shown.pre) if shown is not None else (0, False)
        cell = cell_of(block)
        key = (marks, level, pre, cell is not None and cell.tag.name == "th")
        if key not in self._words:
            self._words[key] = _words(look(marks), *key)
        return self._words[key]

    def atom(self, atom: Atom, block: Block) -> QTextCharFormat:
        """The format of one atom, which its object draws."""
        made = QTextCharFormat(self.words(atom.marks, block))
        made.setObjectType(OBJECTS[kind_of(atom)])
        made.setProperty(SOURCE, atom.source)
        if kind_of(atom) in (
            AtomKind.EQUATION,
            AtomKind.CHIP,
            AtomKind.BLANK,
        ):  # they stand on the line of the words, with what is below it
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        return made

    def block(self, before: Line, block: Line, key: int, *, first: bool) -> QTextBlockFormat:
        """The format of a line that follows another."""
        made = QTextBlockFormat()
        made.setProperty(KEY, key)
        if block is None:
            return made
        shown = block_look(block)
        made.setLeftMargin((frame(before, block).depth + shown.indent) * self.step)
        made.setTopMargin(0 if first else self._gap(before, block))
        if shown.align:
            made.setAlignment(_ALIGNED[shown.align])
        if shown.right_to_left:
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if shown.pre:
            made.setBackground(role("surface"))
        return made

    def _gap(self, before: Line, block: Block) -> float:
        """Half a line between paragraphs, less inside a list, none at the top of a table's cell."""
        cell = cell_of(block)
        if cell is not None and cell_of(before) != cell:
            return 0
        tight = any(one.tag.name in ("ul", "ol") for one in containers(block)[: shared(before, block)])
        return self.line / 8 if tight else self.line / 2


def _words(look: Look, marks: tuple[Tag, ...], level: int, pre: bool, header: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setProperty(MARKS, _BETWEEN.join(tag.opening for tag in marks))
    if look.bold or level or header:
        made.setFontWeight(QFont.Weight.Bold)
    if level in _SIZES:
        made.setProperty(QTextFormat.Property.FontSizeAdjustment.value, _SIZES[level])
    made.setFontItalic(look.italic)
    made.setFontUnderline(look.underline or bool(look.href))
    made.setFontStrikeOut(look.strike)
    if look.script is not None:
        low, high = QTextCharFormat.VerticalAlignment.AlignSubScript, QTextCharFormat.VerticalAlignment.AlignSuperScript
        made.setVerticalAlignment(low if look.script == "sub" else high)
    if look.code or pre:
        made.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
    _colour(made, look, plain_code=look.code and not pre)
    return made


def _colour(made: QTextCharFormat, look: Look, *, plain_code: bool) -> None:
    """The colours that were given, moved as far as they must be to be read on the present ground."""
    ground = css_colour(look.background) if not look.marked else role("highlight")
    if ground.isValid():
        made.setBackground(ground)
    elif plain_code:
        made.setBackground(role("surface"))
    under = ground if ground.isValid() else role("surface_raised")
    given = css_colour(look.colour)
    if look.href and not given.isValid():
        given = role("accent")
    if given.isValid():
        made.setForeground(readable(given, under))
    elif ground.isValid() and is_dark():
        made.setForeground(readable(role("text"), under))
