"""The lines of a document: one for each block, and empty ones where Qt wants a line and the text has none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.html.look import block_look
from app.html.rich import Block, Container

_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Row:
    """A line. `key` is in its Qt format; without a block it only stands beside a table, or for a text without any."""

    key: int
    block: Block | None = None


Line = Block | None


def lines(blocks: Sequence[Block]) -> list[Line]:
    """The blocks, with an empty line on each side of a table that has no other there."""
    found: list[Line] = []
    for table, group in groupby(blocks, table_of):
        if table is not None and (not found or in_table(found[-1])):
            found.append(None)
        found.extend(group)
    if not found or in_table(found[-1]):
        found.append(None)
    return found


def table_of(block: Line) -> int | None:
    """The id of the table that the block is in."""
    return next((one.id for one in containers(block) if one.tag.name == "table"), None)


def in_table(block: Line) -> bool:
    """Whether it is in one."""
    return table_of(block) is not None


def cell_of(block: Line) -> Container | None:
    """The table's cell that the block is in."""
    return next((one for one in containers(block) if one.tag.name in _CELLS), None)


def containers(block: Line) -> tuple[Container, ...]:
    """What is around it."""
    return block.containers if block is not None else ()


def shared(before: Line, block: Line) -> int:
    """How many of the outermost elements both lines stand in."""
    count = 0
    for one, other in zip(containers(before), containers(block), strict=False):
        if one != other:
            break
        count += 1
    return count


def alike(old: Sequence[Line], i: int, new: Sequence[Line], j: int) -> bool:
    """Whether line `i` of the old looks and means the same as line `j` of the new, whatever the ids are."""
    one, other = old[i], new[j]
    if one is not other and (one is None or other is None or one.inlines != other.inlines):
        return False
    return same_frame(old, i, new, j)


def same_frame(old: Sequence[Line], i: int, new: Sequence[Line], j: int) -> bool:
    """The same for everything but the words."""
    one, other = old[i], new[j]
    if (one is None) != (other is None) or (i == 0) != (j == 0):
        return False
    if one is None or other is None:
        return True
    if one is not other and (one.tag != other.tag or _tags(one) != _tags(other)):
        return False
    before, after = old[i - 1] if i else None, new[j - 1] if j else None
    return shared(before, one) == shared(after, other) and (before is None) == (after is None)


@dataclass(frozen=True, slots=True)
class Frame:
    """How a line stands: how often it is indented, at which of these depths a quote's bar is, and its list."""

    depth: int = 0
    bars: tuple[int, ...] = ()
    list_depth: int = 0
    item: Container | None = None
    kind: Container | None = None
    begins: bool = False


def frame(before: Line, block: Line) -> Frame:
    """The frame of a line after another, inside its table's cell."""
    depth, bars, lists = 0, [], 0
    item = kind = None
    common, begins = shared(before, block), False
    for number, one in _inside_cell(block):
        if one.tag.name in _LISTS:
            kind, item, lists, depth = one, None, lists + 1, depth + 1
        elif one.tag.name == "blockquote":
            bars.append(depth)
            depth += 1
        elif one.tag.name == "li":
            item, begins = one, number >= common
    return Frame(depth, tuple(bars), lists, item, kind, begins and item is not None)


def numbers(rows: Sequence[Line]) -> list[int]:
    """The number of the item that each line begins, 0 for a line that begins none."""
    counts: dict[int, int] = {}
    found, before = [], None
    for row in rows:
        here = frame(before, row)
        before = row
        if here.begins and here.kind is not None and row is not None:
            counts[here.kind.id] = counts.get(here.kind.id, block_look(row).start - 1) + 1
        found.append(counts[here.kind.id] if here.begins and here.kind is not None else 0)
    return found


def _inside_cell(block: Line) -> Iterator[tuple[int, Container]]:
    around = containers(block)
    first = next((n + 1 for n, one in reversed(list(enumerate(around))) if one.tag.name in _CELLS), 0)
    return ((n, one) for n, one in enumerate(around) if n >= first)


def _tags(block: Block) -> list[str]:
    return [one.tag.opening for one in block.containers]
