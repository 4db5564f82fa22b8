"""Commands on lines: pure functions on a row of blocks and the places of the first and last that are meant."""

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
    with_element,
)
from app.html.element import LISTS, TABLE_PARTS
from app.html.inline import is_own_line
from app.html.list_item import nested_item, raised_item
from app.html.look import Align, block_look
from app.html.rich import Block, Container
from app.html.style import declarations, with_declaration
from app.html.tag import Tag

_STEP = 40  # px, as Canvas indents a paragraph


def with_heading(blocks: Blocks, first: int, last: int, level: int) -> Blocks:
    """Headings of a level, 0 for paragraphs."""
    return with_line(blocks, first, last, f"h{level}" if level else "p")


def with_line(blocks: Blocks, first: int, last: int, name: str) -> Blocks:
    """Lines of another element (p, h2, pre); their attributes stay."""
    return changed(blocks, first, last, lambda block: _named(block, name))


def aligned(blocks: Blocks, first: int, last: int, align: Align | None) -> Blocks:
    """Lines that are aligned so; None for as the page has it."""
    return changed(blocks, first, last, lambda block: _aligned(block, align))


def is_quoted(blocks: Blocks, first: int, last: int) -> bool:
    """Whether all are in a quote."""
    return all(_quote_place(block.containers) is not None for block in blocks[first : last + 1])


def quoted(blocks: Blocks, first: int, last: int) -> Blocks:
    """Put the blocks into a quote, which stands in what is around all of them."""
    shared = _shared([block.containers for block in blocks[first : last + 1]])
    quote = Container(next(fresh_ids(blocks)), Tag("<blockquote>"))
    return changed(
        blocks,
        first,
        last,
        lambda block: replace(
            block if len(block.containers) > len(shared) else with_element(block),
            containers=(*shared, quote, *block.containers[len(shared) :]),
        ),
    )


def unquoted(blocks: Blocks, first: int, last: int) -> Blocks:
    """Take the blocks out of their innermost quote."""
    return changed(blocks, first, last, _unquoted)


def indented(blocks: Blocks, first: int, last: int) -> Blocks:
    """One step in: items go into the item before them, lines to the right."""
    for place in _steps(blocks, first, last):
        blocks = nested_item(blocks, place) if _is_item(blocks, place) else _moved(blocks, place, 1)
    return blocks


def outdented(blocks: Blocks, first: int, last: int) -> Blocks:
    """One step out. The last goes first, so that an item does not take along those that are meant too."""
    for place in reversed(_steps(blocks, first, last)):
        blocks = raised_item(blocks, place) if _is_item(blocks, place) else _moved(blocks, place, -1)
    return blocks


def _steps(blocks: Blocks, first: int, last: int) -> list[int]:
    """The places that are moved by themselves: lines, and items that are not within another one that is meant."""
    done: set[int] = set()
    places = []
    for place in range(first, last + 1):
        chain = blocks[place].containers
        item = item_place(chain)
        if item is None or not any(one.id in done for one in chain):
            places.append(place)
        if item is not None:
            done.add(chain[item].id)
    return places


def _is_item(blocks: Blocks, place: int) -> bool:
    return item_place(blocks[place].containers) is not None


def _moved(blocks: Blocks, place: int, step: int) -> Blocks:
    return changed(blocks, place, place, lambda block: _shifted(block, step))


def _named(block: Block, name: str) -> Block:
    if is_own_line(block) or (block.tag is None and name == "p" and block.containers):
        return block
    if block.tag is not None and block.tag.name == name:
        return block
    return replace(block, tag=Tag.of(name, block.tag.attributes if block.tag else ()))


def _aligned(block: Block, align: Align | None) -> Block:
    if is_own_line(block) or (align is None and block.tag is None):
        return block
    tag = block.tag or PARAGRAPH
    tag = tag.replaced("align", "") if tag.attribute("align") else tag
    return replace(block, tag=with_declaration(tag, "text-align", align or ""))


def _shifted(block: Block, step: int) -> Block:
    tag = block.tag or PARAGRAPH
    own = block_look(Block((), tag)).indent
    if is_own_line(block) or own + step < 0:
        return block
    if "margin-left" in declarations(tag):
        tag = with_declaration(tag, "margin-left", "")
    length = (own + step) * _STEP
    return replace(block, tag=with_declaration(tag, "padding-left", f"{length}px" if length else ""))


def _quote_place(chain: Chain) -> int | None:
    places = range(len(chain) - 1, inside_cell(chain) - 1, -1)
    return next((place for place in places if chain[place].tag.name == "blockquote"), None)


def _unquoted(block: Block) -> Block:
    place = _quote_place(block.containers)
    if place is None:
        return block
    bare = with_element(block) if place == len(block.containers) - 1 else block
    return replace(bare, containers=block.containers[:place] + block.containers[place + 1 :])


def _shared(chains: list[Chain]) -> Chain:
    """What is around all, as far as a quote may stand in it."""
    shared = chains[0]
    while not all(begins_with(chain, shared) for chain in chains):
        shared = shared[:-1]
    while shared and shared[-1].tag.name in LISTS | TABLE_PARTS:
        shared = shared[:-1]
    return shared
