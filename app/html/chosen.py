"""A text with what is selected in it."""

from dataclasses import dataclass

from app.html.rich import Block, Inline
from app.html.splice import Spot, after, before, between, length
from app.html.tag import Tag


@dataclass(frozen=True, slots=True)
class Chosen:
    """The selection reaches from `anchor` to `position`, where the cursor is; equal ones are a bare cursor."""

    blocks: tuple[Block, ...]
    anchor: Spot
    position: Spot

    @property
    def start(self) -> Spot:
        """The end that comes first."""
        return min(self.anchor, self.position)

    @property
    def end(self) -> Spot:
        """The end that comes last."""
        return max(self.anchor, self.position)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.position

    @property
    def block(self) -> Block:
        """The block that the selection begins in."""
        return self.blocks[self.start.block]

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Every word and atom in the selection."""
        return tuple(one for block in between(self.blocks, self.start, self.end) for one in block.inlines)

    @property
    def marks(self) -> tuple[Tag, ...]:
        """The marks of what a bare cursor stands behind, or before at the beginning of a block."""
        line = self.block.inlines
        near = before(line, self.start.place)[-1:] or after(line, 0)[:1]
        return near[0].marks if near else ()

    @property
    def at_start(self) -> bool:
        """Whether a bare cursor stands before the first sign of its block."""
        return self.is_bare and self.position.place == 0

    @property
    def at_end(self) -> bool:
        """Whether a bare cursor stands behind the last sign of its block."""
        return self.is_bare and self.position.place == length(self.block.inlines)

    def with_blocks(self, blocks: tuple[Block, ...], position: Spot | None = None) -> "Chosen":
        """Other blocks, with the cursor at a place, or with the same selection."""
        if position is None:
            return Chosen(blocks, self.anchor, self.position)
        return Chosen(blocks, position, position)
