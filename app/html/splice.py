"""Cutting blocks at places between their signs, and joining what was cut."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from app.html.inline import is_own_line
from app.html.rich import Block, Container, Inline, Words
from app.html.tag import Tag

PARAGRAPH = Tag("<p>")
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place between two signs: in which block (0-based), and after how many of its signs; an atom is one sign."""

    block: int
    place: int


def length(inlines: Iterable[Inline]) -> int:
    """How many signs these are."""
    return sum(len(one.text) if isinstance(one, Words) else 1 for one in inlines)


def before(inlines: Sequence[Inline], place: int) -> tuple[Inline, ...]:
    """The first `place` signs."""
    return _part(inlines, 0, place)


def after(inlines: Sequence[Inline], place: int) -> tuple[Inline, ...]:
    """What follows the first `place` signs."""
    return _part(inlines, place, length(inlines))


def joined(*runs: Sequence[Inline]) -> tuple[Inline, ...]:
    """The runs as one; words with the same marks become one piece."""
    found: list[Inline] = []
    for one in (inline for run in runs for inline in run):
        last = found[-1] if found else None
        if isinstance(one, Words) and not one.text:
            continue
        if isinstance(one, Words) and isinstance(last, Words) and last.marks == one.marks:
            found[-1] = Words(last.text + one.text, one.marks)
        else:
            found.append(one)
    return tuple(found)


def between(blocks: Sequence[Block], start: Spot, end: Spot) -> tuple[Block, ...]:
    """What stands from `start` to `end`, as blocks that came from nowhere."""
    found = []
    for number in range(start.block, end.block + 1):
        block = blocks[number]
        first = start.place if number == start.block else 0
        last = end.place if number == end.block else length(block.inlines)
        found.append(replace(block, inlines=_part(block.inlines, first, last), piece=None))
    return tuple(found)


def without(blocks: Sequence[Block], start: Spot, end: Spot) -> tuple[Block, ...]:
    """The blocks without what stands from `start` to `end`; the block of `start` takes the rest of the last one.

    The cells of a table are emptied and stay, unless the whole table lies within. Of everything a paragraph is left.
    """
    first, last = blocks[start.block], blocks[end.block]
    if start == Spot(0, 0) and end == Spot(len(blocks) - 1, length(last.inlines)) and start != end:
        return (Block((), PARAGRAPH),)
    head, tail = before(first.inlines, start.place), after(last.inlines, end.place)
    if start.block == end.block or _cell(first) == _cell(last):
        frame = last if not head and is_own_line(first) else first
        kept: tuple[Block, ...] = (replace(frame, inlines=joined(head, tail)),)
    else:
        inner = _emptied(blocks, start.block + 1, end.block)
        kept = (replace(first, inlines=head), *inner, replace(last, inlines=tail))
    return (*blocks[: start.block], *kept, *blocks[end.block + 1 :])


def marked(
    blocks: Sequence[Block], start: Spot, end: Spot, change: Callable[[tuple[Tag, ...]], tuple[Tag, ...]]
) -> tuple[Block, ...]:
    """The blocks with other marks from `start` to `end`."""
    made = list(blocks)
    for number in range(start.block, end.block + 1):
        inlines = blocks[number].inlines
        first = start.place if number == start.block else 0
        last = end.place if number == end.block else length(inlines)
        changed = [replace(one, marks=change(one.marks)) for one in _part(inlines, first, last)]
        whole = joined(before(inlines, first), changed, after(inlines, last))
        if whole != joined(inlines):
            made[number] = replace(blocks[number], inlines=whole)
    return tuple(made)


def inserted(blocks: Sequence[Block], at: Spot, new: Sequence[Block]) -> tuple[tuple[Block, ...], Spot]:
    """The blocks with others put in at a place, and the place after them.

    One block without structure of its own flows into the text; of several the first and the last join what is there
    where they are plain paragraphs.
    """
    here = blocks[at.block]
    head, tail = before(here.inlines, at.place), after(here.inlines, at.place)
    if len(new) == 1 and _flows(new[0]):
        run = joined(head, new[0].inlines, tail)
        end = Spot(at.block, at.place + length(new[0].inlines))
        return (*blocks[: at.block], replace(here, inlines=run), *blocks[at.block + 1 :]), end
    placed = list(_placed(blocks, here, new))
    if head and _flows(new[0]):
        placed[0] = replace(here, inlines=joined(head, new[0].inlines))
    elif head:
        placed.insert(0, replace(here, inlines=head))
    end = Spot(at.block + len(placed) - 1, length(placed[-1].inlines))
    if tail and _flows(new[-1]):
        placed[-1] = replace(placed[-1], inlines=joined(placed[-1].inlines, tail))
    elif tail:
        placed.append(replace(here, inlines=tail, piece=None))
    return (*blocks[: at.block], *placed, *blocks[at.block + 1 :]), end


def fresh_id(blocks: Iterable[Block]) -> int:
    """An id that no container of `blocks` has, nor any higher one."""
    return max((one.id for block in blocks for one in block.containers), default=0) + 1


def _flows(block: Block) -> bool:
    plain = block.tag is None or (block.tag.name in ("p", "div") and not block.tag.attributes)
    return plain and not block.containers and not is_own_line(block)


def _placed(blocks: Sequence[Block], here: Block, new: Sequence[Block]) -> Iterable[Block]:
    """The new ones inside what is around `here`, their containers with ids that are free."""
    offset = fresh_id(blocks)
    around = here.containers
    for block in new:
        inner = block.containers if _cell(here) is None else _in_cell(block)
        own = tuple(Container(one.id + offset, one.tag) for one in inner)
        tag = here.tag if _flows(block) else block.tag
        bare = tag is None and not around and not own and not is_own_line(block)
        yield Block(block.inlines, PARAGRAPH if bare else tag, (*around, *own))


def _in_cell(block: Block) -> tuple[Container, ...]:
    """What is around a block inside its cell: a table does not come into another one."""
    last = max((n + 1 for n, one in enumerate(block.containers) if one.tag.name in _CELLS), default=0)
    return block.containers[last:]


def _emptied(blocks: Sequence[Block], first: int, last: int) -> tuple[Block, ...]:
    """What must stay of the blocks from `first` to before `last`: one for each cell of tables that reach beyond."""
    edges = {_table(blocks[first - 1]), _table(blocks[last])} - {None}
    cells = {_cell(blocks[first - 1]), _cell(blocks[last])}
    kept = []
    for block in blocks[first:last]:
        if _table(block) in edges and _cell(block) not in cells:
            cells.add(_cell(block))
            kept.append(replace(block, inlines=()))
    return tuple(kept)


def _table(block: Block) -> int | None:
    return next((one.id for one in block.containers if one.tag.name == "table"), None)


def _cell(block: Block) -> int | None:
    return next((one.id for one in block.containers if one.tag.name in _CELLS), None)


def _part(inlines: Sequence[Inline], start: int, end: int) -> tuple[Inline, ...]:
    found: list[Inline] = []
    place = 0
    for one in inlines:
        size = len(one.text) if isinstance(one, Words) else 1
        first, last = max(start - place, 0), min(end - place, size)
        place += size
        if first >= last:
            continue
        found.append(Words(one.text[first:last], one.marks) if isinstance(one, Words) else one)
    return tuple(found)
