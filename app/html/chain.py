"""The elements around a block: which of them make a list item, a quote, a table cell."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from app.html.element import CELLS, LISTS
from app.html.inline import is_own_line
from app.html.rich import Block, Container
from app.html.tag import Tag

Chain = tuple[Container, ...]
Blocks = tuple[Block, ...]

PARAGRAPH = Tag("<p>")


def fresh_ids(blocks: Sequence[Block]) -> Iterator[int]:
    """Numbers for elements that are made here."""
    return count(1 + max((container.id for block in blocks for container in block.containers), default=0))


def without_id(tag: Tag) -> Tag:
    """The tag for one more element like it: an `id` stands once in a page, a number for one list or item."""
    for name in ("id", "start", "value"):
        tag = tag.replaced(name, "") if tag.attribute(name) else tag
    return tag


def inside_cell(chain: Chain) -> int:
    """Where the part of the chain begins that a command on lines may change: behind the last table cell."""
    return max((place + 1 for place, one in enumerate(chain) if one.tag.name in CELLS), default=0)


def item_place(chain: Chain) -> int | None:
    """Where the innermost list item stands in a chain, None for a block in no list."""
    places = range(len(chain) - 1, inside_cell(chain) - 1, -1)
    return next((place for place in places if chain[place].tag.name == "li"), None)


def list_place(chain: Chain) -> int | None:
    """Where the list of the innermost item stands; None where there is none around the item."""
    item = item_place(chain)
    return item - 1 if item and chain[item - 1].tag.name in LISTS else None


def begins_with(chain: Chain, prefix: Chain) -> bool:
    """Whether a block stands in all of these elements."""
    return chain[: len(prefix)] == prefix


def moved(blocks: Blocks, old: Chain, new: Chain, first: int = 0, last: int | None = None) -> Blocks:
    """All blocks in `old` put into `new`, between two places."""
    end = len(blocks) if last is None else last + 1
    return tuple(
        replace(block, containers=new + block.containers[len(old) :])
        if first <= place < end and begins_with(block.containers, old)
        else block
        for place, block in enumerate(blocks)
    )


def changed(blocks: Blocks, first: int, last: int, change: Callable[[Block], Block]) -> Blocks:
    """The blocks from `first` to `last` changed one by one."""
    return (*blocks[:first], *(change(block) for block in blocks[first : last + 1]), *blocks[last + 1 :])


def with_element(block: Block) -> Block:
    """The block with an element of its own, for bare words a paragraph."""
    return block if block.tag is not None or is_own_line(block) else replace(block, tag=PARAGRAPH)
