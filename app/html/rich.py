"""A text as it is edited: a flat row of blocks, each with the elements around it, over the source that it came from.

The truth is the HTML that was received (rich-text.md 1). It is cut into pieces at its top level; a piece whose blocks
are unchanged is written back byte for byte, and only a changed one is written anew. Start tags keep their source, so
that an attribute nobody knows survives an edit beside it.
"""

from dataclasses import dataclass

from app.html.tag import Tag


@dataclass(frozen=True, slots=True)
class Container:
    """A list, list item, quote or table part around blocks. Blocks with an equal one stand in the same element."""

    id: int
    tag: Tag


@dataclass(frozen=True, slots=True)
class Words:
    """Signs as they are seen; `\\n` is a line break. `marks` are the elements around them, outermost first."""

    text: str
    marks: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Atom:
    """What is moved and deleted as one sign: a picture, an equation, or markup kept as it came (`app/html/atom.py`)."""

    source: str
    marks: tuple[Tag, ...] = ()


Inline = Words | Atom


@dataclass(frozen=True, slots=True)
class Block:
    """A line of its own. `tag` is its element (p, h2, pre), None for bare words; `containers` are outermost first.

    `piece` is the place in `RichText.pieces` that it came from, None for one that was made here.
    """

    inlines: tuple[Inline, ...] = ()
    tag: Tag | None = None
    containers: tuple[Container, ...] = ()
    piece: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A top-level element, or bare words: its exact source and blocks.

    White space, comments and empty elements between them are pieces without blocks; each goes with the piece after it.
    """

    source: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class RichText:
    """A whole text. `"".join(piece.source for piece in pieces)` is what was read."""

    pieces: tuple[Piece, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block, in order."""
        return tuple(block for piece in self.pieces for block in piece.blocks)
