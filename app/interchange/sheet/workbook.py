"""The cells of an Excel workbook. Read by hand: a dozen elements, within the limits of hostile packages and XML."""

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml.etree import _Element as Element

from app.interchange.source import Source
from app.interchange.xml import first, parsed, text_of, within
from app.library.packed import Packed

MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 60
_SHEET = re.compile(r"xl/worksheets/sheet(\d{1,4})\.xml")
_CELL = re.compile(r"([A-Z]{1,3})\d+")
_STRINGS = "xl/sharedStrings.xml"


def is_workbook(source: Source) -> bool:
    """Whether it is a package with a workbook in it."""
    return source.data.startswith(b"PK") and b"xl/workbook.xml" in source.data


def tables(source: Source) -> Iterator[list[list[str]]]:
    """The rows of each sheet as texts. Raises `NotReadable`, `NotXml`."""
    packed = Packed(io.BytesIO(source.data))
    strings: list[str] = []
    if _STRINGS in packed.names:
        strings = [_words(one) for one in within(parsed(packed.read(_STRINGS)), "si")]
    names = [name for name in packed.names if _SHEET.fullmatch(name)]
    for name in sorted(names, key=lambda one: int(re.sub(r"\D", "", one))):
        sheet = parsed(packed.read(name))
        yield [_row(row, strings) for row in islice(within(sheet, "row"), MOST_ROWS)]


def _row(row: Element, strings: list[str]) -> list[str]:
    cells: dict[int, str] = {}
    for cell in row.iterchildren("c"):
        place = _column(cell.get("r") or "")
        place = max(cells, default=-1) + 1 if place is None else place
        if place < MOST_COLUMNS:
            cells[place] = _text(cell, strings)
    return [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]


def _column(reference: str) -> int | None:
    found = _CELL.fullmatch(reference)
    if found is None:
        return None
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _text(cell: Element, strings: list[str]) -> str:
    kind, value = cell.get("t") or "n", text_of(first(cell, "v"))
    if kind == "s":
        place = int(value) if value.isdecimal() and len(value) < 9 else -1
        return strings[place] if 0 <= place < len(strings) else ""
    if kind == "inlineStr":
        return _words(cell)
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    return _number(value) if kind == "n" else value


def _number(value: str) -> str:
    """As Excel shows it: 0.1 is stored as 0.10000000000000001."""
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{number:.15g}" if abs(number) < 10**15 else value


def _words(element: Element) -> str:
    """The runs of a text, without the readings beside East Asian signs."""
    readings = {one for part in within(element, "rPh") for one in within(part, "t")}
    return "".join(text_of(one) for one in within(element, "t") if one not in readings)
