"""Which part stands on which page: none is split that fits on one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

WORTH_IT: Final = 1 / 3
"""What is taller than a page begins where so much of one is left, else on the next."""


@dataclass(frozen=True, slots=True)
class Block:
    """A laid-out part: its height, and where it may be cut if it must. One that `leads` stays with the next."""

    height: float
    cuts: tuple[float, ...] = ()
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Slice:
    """What stands of a block on a page: from `top` to `bottom` of it, with its top at `y` of the page."""

    block: int
    top: float
    bottom: float
    y: float


def pages(blocks: Sequence[Block], room: float, gap: float) -> tuple[tuple[Slice, ...], ...]:
    """The pages of some blocks; `room` is the height of a page, `gap` stands between two blocks. Never none."""
    made: list[list[Slice]] = [[]]
    y = 0.0
    for number, block in enumerate(blocks):
        start = y + gap if made[-1] else 0.0
        if made[-1] and not _begins(blocks, number, room, room - start, gap):
            made.append([])
            start = 0.0
        for piece in _slices(number, block, room, start):
            if piece.top > 0:
                made.append([])
            made[-1].append(piece)
            y = piece.y + piece.bottom - piece.top
    return tuple(map(tuple, made))


def _begins(blocks: Sequence[Block], number: int, room: float, left: float, gap: float) -> bool:
    """Whether a block begins on a page of which so much is left."""
    wanted = blocks[number].height
    if blocks[number].leads and number + 1 < len(blocks):
        both = wanted + gap + blocks[number + 1].height
        wanted = both if both <= room else wanted
    return wanted <= left if wanted <= room else left >= WORTH_IT * room


def _slices(number: int, block: Block, room: float, y: float) -> Iterator[Slice]:
    top = 0.0
    while block.height - top > room - y:
        within = [cut for cut in block.cuts if top < cut <= top + room - y]
        bottom = max(within, default=top + room - y)
        yield Slice(number, top, bottom, y)
        top, y = bottom, 0.0
    yield Slice(number, top, block.height, y)
