"""What Enter, Backspace and Delete do to a text where they do more than put in or take out one sign."""

from collections.abc import Sequence
from dataclasses import replace

from app.html.chosen import Chosen
from app.html.inline import is_own_line
from app.html.rich import Block, Container, Words
from app.html.splice import PARAGRAPH, Spot, after, before, fresh_id, inserted, joined, length, without
from app.html.structure import outdented, unquoted
from app.html.tag import Tag

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})


def removed(chosen: Chosen) -> Chosen:
    """The text without what is selected."""
    if chosen.is_bare:
        return chosen
    return chosen.with_blocks(without(chosen.blocks, chosen.start, chosen.end), chosen.start)


def entered(chosen: Chosen) -> Chosen:
    """Enter: a paragraph or list item more; in an empty one of a list or quote it leaves that."""
    chosen = removed(chosen)
    here, number = chosen.block, chosen.position.block
    if here.tag is not None and here.tag.name == "pre":
        return _entered_in_code(chosen)
    if not here.inlines and _innermost(here, "li") is not None:
        return chosen.with_blocks(outdented(chosen.blocks, number, number), chosen.position)
    if not here.inlines and _innermost(here, "blockquote") is not None:
        return chosen.with_blocks(unquoted(chosen.blocks, number, number), chosen.position)
    return _split(chosen)


def erased_back(chosen: Chosen) -> Chosen:
    """Backspace over a selection of several blocks, or before the first sign of one."""
    if not chosen.is_bare:
        return removed(chosen)
    number = chosen.position.block
    here = chosen.block
    if _begins(chosen.blocks, number, "li"):
        return chosen.with_blocks(outdented(chosen.blocks, number, number), chosen.position)
    if _begins(chosen.blocks, number, "blockquote"):
        return chosen.with_blocks(unquoted(chosen.blocks, number, number), chosen.position)
    if number == 0:
        return _plain(chosen)
    return _joined_with_next(chosen, number - 1) if _cell(chosen.blocks[number - 1]) == _cell(here) else chosen


def erased_on(chosen: Chosen) -> Chosen:
    """Delete over a selection of several blocks, or behind the last sign of one."""
    if not chosen.is_bare:
        return removed(chosen)
    number = chosen.position.block
    if number + 1 == len(chosen.blocks) or _cell(chosen.blocks[number + 1]) != _cell(chosen.block):
        return chosen
    return _joined_with_next(chosen, number)


def moved(chosen: Chosen, target: Spot, blocks: tuple[Block, ...]) -> Chosen:
    """What is selected taken out, and `blocks` put in at a place outside of it."""
    start, end = chosen.start, chosen.end
    if target < start:
        return chosen.with_blocks(*inserted(without(chosen.blocks, start, end), target, blocks))
    made, after_it = inserted(chosen.blocks, target, blocks)
    left = without(made, start, end)
    # Counted from the end, the place stays what it was when something before it is taken out.
    number = len(left) - (len(made) - after_it.block)
    rest = length(made[after_it.block].inlines) - after_it.place
    return chosen.with_blocks(left, Spot(number, length(left[number].inlines) - rest))


def _split(chosen: Chosen) -> Chosen:
    blocks, spot, here = list(chosen.blocks), chosen.position, chosen.block
    head, tail = before(here.inlines, spot.place), after(here.inlines, spot.place)
    first, second = _tags(here, bool(head), bool(tail))
    blocks[spot.block] = replace(here, inlines=head, tag=first)
    follower = replace(here, inlines=tail, tag=second)
    made = (*blocks[: spot.block + 1], follower, *blocks[spot.block + 1 :])
    item = _innermost(here, "li")
    if item is not None:
        made = _with_item(made, spot.block + 1, item)
    return chosen.with_blocks(made, Spot(spot.block + 1, 0))


def _tags(here: Block, head: bool, tail: bool) -> tuple[Tag | None, Tag | None]:
    """The elements of both halves: behind a heading a paragraph goes on, an id stays where it was."""
    if here.tag is None:
        paragraph = None if _innermost(here, "li") or _cell(here) else PARAGRAPH
        return paragraph, paragraph
    if here.tag.name in _HEADINGS and not tail:
        return here.tag, PARAGRAPH
    if here.tag.name in _HEADINGS and not head:
        return PARAGRAPH, here.tag
    again = here.tag.replaced("id", "") if here.tag.attribute("id") else here.tag
    return here.tag, again


def _with_item(blocks: Sequence[Block], number: int, item: Container) -> tuple[Block, ...]:
    """From that block on, what stood in the list item stands in a new one after it."""
    again = item.tag.replaced("id", "") if item.tag.attribute("id") else item.tag
    new = Container(fresh_id(blocks), again)
    made = list(blocks)
    while number < len(made) and item in made[number].containers:
        around = tuple(new if one == item else one for one in made[number].containers)
        made[number] = replace(made[number], containers=around)
        number += 1
    return tuple(made)


def _entered_in_code(chosen: Chosen) -> Chosen:
    """A line more; the second empty one at the end leaves the code."""
    here, spot = chosen.block, chosen.position
    last = here.inlines[-1] if here.inlines else None
    if not chosen.at_end or not isinstance(last, Words) or not last.text.endswith("\n"):
        line = Block((Words("\n", chosen.marks),))
        return chosen.with_blocks(*inserted(chosen.blocks, spot, (line,)))
    shorter = replace(here, inlines=before(here.inlines, spot.place - 1))
    new = Block((), PARAGRAPH, here.containers)
    made = (*chosen.blocks[: spot.block], shorter, new, *chosen.blocks[spot.block + 1 :])
    return chosen.with_blocks(made, Spot(spot.block + 1, 0))


def _joined_with_next(chosen: Chosen, number: int) -> Chosen:
    """Block `number` and the next one as one; of an empty one, or of markup kept as it came, only the other stays."""
    one, other = chosen.blocks[number], chosen.blocks[number + 1]
    place = Spot(number, length(one.inlines))
    if is_own_line(one) or not one.inlines:
        stays, place = other, Spot(number, 0)
    elif is_own_line(other):
        stays = one
    else:
        stays = replace(one, inlines=joined(one.inlines, other.inlines))
    return chosen.with_blocks((*chosen.blocks[:number], stays, *chosen.blocks[number + 2 :]), place)


def _plain(chosen: Chosen) -> Chosen:
    """The first block as a plain paragraph: there is nothing before it to join."""
    here = chosen.blocks[0]
    if here.tag is None or here.tag.name == "p" or is_own_line(here):
        return chosen
    return chosen.with_blocks((replace(here, tag=PARAGRAPH), *chosen.blocks[1:]), chosen.position)


def _innermost(block: Block, name: str) -> Container | None:
    """The container of that name, if it is the innermost one of lists and quotes."""
    near = [one for one in block.containers if one.tag.name in ("li", "blockquote", *_CELLS)]
    return near[-1] if near and near[-1].tag.name == name else None


def _begins(blocks: Sequence[Block], number: int, name: str) -> bool:
    """Whether the block is the first one in its innermost list item or quote."""
    item = _innermost(blocks[number], name)
    return item is not None and (number == 0 or item not in blocks[number - 1].containers)


def _cell(block: Block) -> Container | None:
    return next((one for one in block.containers if one.tag.name in _CELLS), None)
