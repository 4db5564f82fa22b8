"""Pieces of a line that was written with formatting, and the line that they make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.interchange.text_list.line import Line, typed_label

NO_WORDS: Final = "\u00a0"
"""Stands for a line that is a picture: a line without words would be none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: its words, its HTML without what makes it stand out, and whether it does."""

    text: str
    html: str
    stands_out: bool = False
    outer: tuple[str, ...] = field(default=())

    @property
    def whole(self) -> str:
        """The HTML with everything."""
        made = self.html
        for tag in self.outer:
            made = f"<{tag}>{made}</{tag}>"
        return made


BREAK: Final = Piece("\n", "\n")


def broken(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces between the line breaks."""
    part: list[Piece] = []
    for piece in pieces:
        if piece is BREAK:
            yield part
            part = []
        else:
            part.append(piece)
    yield part


def _behind(pieces: Sequence[Piece], lead: int) -> Iterator[Piece]:
    """The pieces with words that end behind a place."""
    place = 0
    for piece in pieces:
        place += len(piece.text)
        if piece.text.strip() and place > lead:
            yield piece


def line_of(pieces: Sequence[Piece], place: str, label: str) -> Line:
    """The line of some pieces. Where all of it stands out that is a mark, and no student must see it.

    A letter that was typed in front need not stand out.
    """
    lead = 0 if label else typed_label("".join(piece.text for piece in pieces))
    words = list(_behind(pieces, lead))
    marked = bool(words) and all(piece.stands_out for piece in words)
    html = "".join(piece.html if marked else piece.whole for piece in pieces).strip()
    text = "".join(piece.text for piece in pieces).strip()
    if not text and "<img" in html:
        text = NO_WORDS
    return Line(place, text, html, label, marked).parted()
