"""Places of blanks in a text: `<span id="blank_ID"></span>` is one atom (canvas-facts 3.9)."""

from dataclasses import replace

from app.html.chosen import Chosen
from app.html.rich import Atom, Block, Words
from app.html.splice import Spot, after, before, joined
from app.html.tag import Tag
from app.html.token import tag_end

_PREFIX = "blank_"
_TICK = "`"
_ATOM = "\ufffc"


def blank_id(source: str) -> str:
    """The id of the blank whose place an atom is; "" for any other atom."""
    tag = Tag(source[: tag_end(source)] if source.startswith("<span") else "")
    name = tag.attribute("id")
    return name.removeprefix(_PREFIX) if tag.name == "span" and name.startswith(_PREFIX) else ""


def blankable(chosen: Chosen) -> Chosen | None:
    """The words that would become a blank: those selected, without spaces at the ends, or the one at the cursor.

    A bare cursor between words gives an empty selection; None where more than words of one block are selected.
    """
    if chosen.start.block != chosen.end.block:
        return None
    signs = _signs(chosen.block)
    first, last = chosen.start.place, chosen.end.place
    if chosen.is_bare:
        first, last = _word_at(signs, first)
    while first < last and signs[first].isspace():
        first += 1
    while first < last and signs[last - 1].isspace():
        last -= 1
    made = _between(chosen, first, last)
    return None if {_ATOM, "\n"} & set(signs[first:last]) else made


def ticked(chosen: Chosen) -> Chosen | None:
    """The backtick behind which a bare cursor stands, the one before it in the same block, and the words between."""
    if not chosen.is_bare:
        return None
    signs = _signs(chosen.block)
    last = chosen.position.place
    if not signs[:last].endswith(_TICK):
        return None
    first = signs.rfind(_TICK, 0, last - 1)
    words = signs[first + 1 : last - 1]
    return _between(chosen, first, last) if first >= 0 and words.strip() and _ATOM not in words else None


def words_of(chosen: Chosen) -> str:
    """The words that are selected, without backticks."""
    found = "".join(one.text for one in chosen.inlines if isinstance(one, Words))
    return found.strip(_TICK).strip()


def with_place(chosen: Chosen, source: str) -> Chosen:
    """The text with an atom in place of what is selected, looking as it did; the cursor is behind it."""
    line, start = chosen.block.inlines, chosen.start
    inside = chosen.inlines
    atom = Atom(source, inside[0].marks if inside else chosen.marks)
    made = joined(before(line, start.place), (atom,), after(line, chosen.end.place))
    blocks = list(chosen.blocks)
    blocks[start.block] = replace(chosen.block, inlines=made)
    return chosen.with_blocks(tuple(blocks), Spot(start.block, start.place + 1))


def _signs(block: Block) -> str:
    return "".join(one.text if isinstance(one, Words) else _ATOM for one in block.inlines)


def _between(chosen: Chosen, first: int, last: int) -> Chosen:
    number = chosen.start.block
    return Chosen(chosen.blocks, Spot(number, first), Spot(number, last))


def _word_at(signs: str, place: int) -> tuple[int, int]:
    first = last = place
    while first and signs[first - 1].isalnum():
        first -= 1
    while last < len(signs) and signs[last].isalnum():
        last += 1
    return first, last
