"""List commands: pure functions on a row of blocks and the places of the first and last that are meant."""

from collections.abc import Iterator
from dataclasses import replace

from app.html.chain import (
    PARAGRAPH,
    Blocks,
    Chain,
    begins_with,
    changed,
    fresh_ids,
    inside_cell,
    item_place,
    list_place,
    moved,
    with_element,
    without_id,
)
from app.html.element import HEADINGS, LISTS
from app.html.look import ListKind
from app.html.rich import Block, Container
from app.html.tag import Tag


def is_list(blocks: Blocks, kind: ListKind, first: int, last: int) -> bool:
    """Whether all are items of such a list."""
    return all(_kind(block.containers) == kind for block in blocks[first : last + 1])


def toggled_list(blocks: Blocks, kind: ListKind, first: int, last: int) -> Blocks:
    """Make items of the blocks, or paragraphs of them where all are items of this kind."""
    if is_list(blocks, kind, first, last):
        return unlisted(blocks, first, last)
    ids = fresh_ids(blocks)
    for place in range(first, last + 1):
        if _kind(blocks[place].containers) is None:
            blocks = _listed(blocks, place, kind, ids)
        elif _kind(blocks[place].containers) != kind:
            blocks = _converted(blocks, place, kind, ids)
    return blocks


def unlisted(blocks: Blocks, first: int, last: int) -> Blocks:
    """Take the blocks out of all their lists."""
    taken = changed(blocks, first, last, _outside)
    return _adopted(taken, last + 1, _lone_items(blocks, taken, last))


def nested_item(blocks: Blocks, place: int) -> Blocks:
    """Put an item into the one before it. The first of a list has none, and stays."""
    chain = blocks[place].containers
    at = list_place(chain)
    begin = _begin(blocks, place)
    if at is None or begin == 0 or not begins_with(blocks[begin - 1].containers, chain[: at + 1]):
        return blocks
    before = blocks[begin - 1].containers
    if len(before) < at + 2 or before[at + 1].tag.name != "li":
        return blocks
    inner = before[at + 2] if len(before) > at + 2 and before[at + 2].tag.name == chain[at].tag.name else None
    inner = inner or Container(next(fresh_ids(blocks)), Tag(f"<{chain[at].tag.name}>"))
    return moved(blocks, chain[: at + 2], (*before[: at + 2], inner, chain[at + 1]))


def raised_item(blocks: Blocks, place: int) -> Blocks:
    """Put an item behind the one that it is in; what followed it there goes into it. An outermost one is unlisted."""
    chain = blocks[place].containers
    at = list_place(chain)
    if at is None or at - 1 < inside_cell(chain):
        return _unlisted_item(blocks, place)
    if chain[at - 1].tag.name in LISTS:
        return moved(blocks, chain[: at + 2], (*chain[:at], chain[at + 1]))
    if chain[at - 1].tag.name != "li" or at < 2 or chain[at - 2].tag.name not in LISTS:
        return _unlisted_item(blocks, place)
    return _raised(blocks, place, at)


def _raised(blocks: Blocks, place: int, at: int) -> Blocks:
    chain = blocks[place].containers
    old, item = chain[: at + 2], (*chain[: at - 1], chain[at + 1])
    end = next((other for other in range(place, len(blocks)) if not begins_with(blocks[other].containers, old)), None)
    raised = moved(blocks, old, item)
    if end is None:
        return raised
    last = raised[end - 1].containers[len(item) :]
    if last and last[0].tag.name == chain[at].tag.name:
        raised = moved(raised, chain[: at + 1], (*item, last[0]), end)
    return moved(raised, chain[:at], item, end)


def _unlisted_item(blocks: Blocks, place: int) -> Blocks:
    """The lines of an item, without those of lists in it, as lines of no list."""
    chain = blocks[place].containers
    item = item_place(chain)
    if item is None:
        return blocks
    own = [other for other, block in enumerate(blocks) if _is_line_of(block, chain[: item + 1])]
    for other in reversed(own):
        blocks = unlisted(blocks, other, other)
    return blocks


def _is_line_of(block: Block, item: Chain) -> bool:
    return begins_with(block.containers, item) and item_place(block.containers) == len(item) - 1


def _kind(chain: Chain) -> ListKind | None:
    item, at = item_place(chain), list_place(chain)
    if item is None:
        return None
    return "ol" if at is not None and chain[at].tag.name == "ol" else "ul"


def _begin(blocks: Blocks, place: int) -> int:
    """The place of the first block of an item."""
    item = item_place(blocks[place].containers)
    prefix = blocks[place].containers[: (item or 0) + 1]
    while place and begins_with(blocks[place - 1].containers, prefix):
        place -= 1
    return place


def _listed(blocks: Blocks, place: int, kind: ListKind, ids: Iterator[int]) -> Blocks:
    block = blocks[place]
    near = [blocks[other] for other in (place - 1, place + 1) if 0 <= other < len(blocks)]
    joined = next((found for other in near if (found := _joined(other.containers, block.containers, kind))), None)
    whole = joined or Container(next(ids), Tag(f"<{kind}>"))
    item = Container(next(ids), Tag("<li>"))
    tag = None if block.tag == PARAGRAPH else block.tag
    made = replace(block, tag=tag, containers=(*block.containers, whole, item))
    return changed(blocks, place, place, lambda _: made)


def _joined(other: Chain, chain: Chain, kind: ListKind) -> Container | None:
    """The list beside a block that it can go on."""
    if len(other) > len(chain) and begins_with(other, chain) and other[len(chain)].tag.name == kind:
        return other[len(chain)]
    return None


def _converted(blocks: Blocks, place: int, kind: ListKind, ids: Iterator[int]) -> Blocks:
    """The item with all in it in a list of the other kind; it goes on the one before it."""
    chain = blocks[place].containers
    at = list_place(chain)
    if at is None:
        return blocks
    before = blocks[place - 1].containers if place else ()
    joined = _joined(before, chain[:at], kind) or Container(next(ids), _as_kind(chain[at].tag, kind))
    return moved(blocks, chain[: at + 2], (*chain[:at], joined, chain[at + 1]))


def _as_kind(tag: Tag, kind: ListKind) -> Tag:
    kept = tuple(pair for pair in tag.attributes if pair[0] not in {"id", "start", "type"})
    return Tag.of(kind, kept)


def _outside(block: Block) -> Block:
    own = inside_cell(block.containers)
    left = tuple(one for one in block.containers[own:] if one.tag.name not in LISTS | {"li"})
    if block.containers[own:] == left:
        return block
    bare = with_element(block) if block.containers[-1].tag.name == "li" else block
    return replace(bare, containers=block.containers[:own] + left)


def _lone_items(blocks: Blocks, taken: Blocks, last: int) -> Chain:
    """The items whose words went, while a list in them stays behind."""
    if last + 1 >= len(blocks):
        return ()
    old, after = blocks[last].containers, taken[last + 1].containers
    shared = [one for one, other in zip(old, after, strict=False) if one == other and one.tag.name == "li"]
    item = item_place(after)
    return tuple(one for one in shared if item is not None and one != after[item])


def _adopted(blocks: Blocks, first: int, lone: Chain) -> Blocks:
    """Lists whose items lost their words come out of them, so that no bullet stands before a bullet."""
    for item in lone:
        chain = blocks[first].containers
        place = chain.index(item)
        begin = place - 1 if place and chain[place - 1].tag.name in LISTS else place
        blocks = moved(blocks, chain[: place + 1], chain[:begin], first)
    return blocks


def continued(block: Block, blocks: Blocks) -> Block:
    """The block that the Enter key makes below one: one more item, one more paragraph of the same kind."""
    tag = block.tag and (PARAGRAPH if block.tag.name in HEADINGS else without_id(block.tag))
    item = item_place(block.containers)
    chain = block.containers
    if item is not None and item == len(chain) - 1:
        chain = (*chain[:item], Container(next(fresh_ids(blocks)), without_id(chain[item].tag)))
    return Block((), tag, chain)
