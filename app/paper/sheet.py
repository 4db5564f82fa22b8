"""What stands on paper, as values: what is drawn on a page, and what is written into a Word document, alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase

from app.geometry.region import Region
from app.message import Message


class Place(StrEnum):
    """Where one writes in a row: a circle for one of several, a box for any of several or for a number, or a line."""

    CIRCLE = "circle"
    BOX = "box"
    LINE = "line"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A place to write in, a letter or number, and words (HTML); `note` is what a key says of it, in our words."""

    html: str
    label: str = ""
    place: Place = Place.NONE
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Rich text, as students read it."""

    html: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be done on paper, in our words."""

    words: Message


@dataclass(frozen=True, slots=True)
class Rows:
    """One below the other."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows beside rows: prompts, and the answers that go with them."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Short rows one behind the other; `label` (plain) stands before them, a frame around them where `framed`."""

    rows: tuple[Row, ...]
    label: str | Message = ""
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """So many lines to write on; `label` (plain text) stands before the first. A short one is for a word or number."""

    count: int
    label: str | Message = ""
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to mark places on; in a key its regions are drawn."""

    reference: str
    regions: tuple[Region, ...] = ()


Piece = Text | Note | Rows | Columns | Flow | Lines | Picture


@dataclass(frozen=True, slots=True)
class Part:
    """What is not split over pages: a question, or what is read before some.

    `number` is None for what is not asked; `points` None where they are not shown. One that `leads` stands on the page
    of the part behind it.
    """

    pieces: tuple[Piece, ...]
    number: int | None = None
    points: float | None = None
    leads: bool = False


class SheetKind(StrEnum):
    """What a sheet is."""

    EXAM = "exam"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An exam or a key of one version; `letter` is "" where there is only one version."""

    kind: SheetKind
    title: str
    letter: str
    instructions: str
    questions: int
    points: float
    parts: tuple[Part, ...]


def letter(place: int) -> str:
    """A, B … Z, AA for the 0-based places of answers."""
    turns, rest = divmod(place, len(ascii_uppercase))
    return (letter(turns - 1) if turns else "") + ascii_uppercase[rest]


def lettered(htmls: Sequence[str], place: Place = Place.NONE) -> tuple[Row, ...]:
    """Rows with a letter each."""
    return tuple(Row(html, letter(number), place) for number, html in enumerate(htmls))
