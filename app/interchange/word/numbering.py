"""The numbers that Word writes in front of paragraphs: they are in no text, they are counted."""

from collections import defaultdict
from dataclasses import dataclass

from lxml.etree import _Element as Element

from app.interchange.xml import first, within

_LETTERS = frozenset({"lowerLetter", "upperLetter", "lowerRoman", "upperRoman"})


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: its format, and the number that it begins with."""

    form: str = "decimal"
    start: int = 1


class Numbering:
    """Counts as Word does: a paragraph of a higher level begins the lower ones anew."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels = _levels(numbering)
        self._of_style = _of_styles(styles)
        self._counts: dict[tuple[str, int], int] = defaultdict(int)

    def label(self, properties: Element | None) -> str:
        """The label of a paragraph: a number for a question, a letter for an answer, "-" for a bullet, "" for none.

        Answers may be counted in numbers below those of the questions: a lower level is always told as a letter.
        """
        found = self._place(properties)
        if found is None:
            return ""
        list_id, depth = found
        level = self._levels.get((list_id, depth), Level())
        self._counts[found] = self._counts[found] + 1 if found in self._counts else level.start
        for other in [key for key in self._counts if key[0] == list_id and key[1] > depth]:
            del self._counts[other]
        if level.form in ("bullet", "none"):
            return "-"
        if level.form in _LETTERS or depth > 0:
            return chr(ord("a") + (self._counts[found] - 1) % 26)
        return str(self._counts[found])

    def _place(self, properties: Element | None) -> tuple[str, int] | None:
        """The list and the level, of the paragraph itself or of its style."""
        own = first(properties, "numPr")
        style = value_of(first(properties, "pStyle"))
        given = _numbered(own) if own is not None else self._of_style.get(style)
        return None if given is None or given[0] in ("", "0") else given


def value_of(element: Element | None, name: str = "val") -> str:
    """An attribute, whatever its namespace; "" where it is not there."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _levels(numbering: Element | None) -> dict[tuple[str, int], Level]:
    abstract: dict[str, dict[int, Level]] = {}
    for one in within(numbering, "abstractNum"):
        abstract[value_of(one, "abstractNumId")] = {
            _whole(value_of(level, "ilvl")): Level(
                value_of(first(level, "numFmt")) or "decimal", _whole(value_of(first(level, "start")), 1)
            )
            for level in within(one, "lvl")
        }
    found = {}
    for one in within(numbering, "num"):
        for depth, level in abstract.get(value_of(first(one, "abstractNumId")), {}).items():
            found[(value_of(one, "numId"), depth)] = level
    return found


def _of_styles(styles: Element | None) -> dict[str, tuple[str, int]]:
    found = {}
    for style in within(styles, "style"):
        numbered = first(style, "numPr")
        if numbered is not None:
            found[value_of(style, "styleId")] = _numbered(numbered)
    return found


def _numbered(numbered: Element) -> tuple[str, int]:
    return value_of(first(numbered, "numId")), _whole(value_of(first(numbered, "ilvl")))


def _whole(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
