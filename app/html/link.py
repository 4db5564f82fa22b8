"""Links in a text: the one at the cursor, and what is made of it."""

from dataclasses import dataclass, replace

from app.html.chosen import Chosen
from app.html.rich import Block, Words
from app.html.splice import Spot, inserted, length, marked, without
from app.html.tag import Tag


@dataclass(frozen=True, slots=True)
class Link:
    """Where it stands, its tag, and its words."""

    start: Spot
    end: Spot
    tag: Tag
    text: str

    @property
    def address(self) -> str:
        """Where it leads."""
        return self.tag.attribute("href")


def link_at(chosen: Chosen) -> Link | None:
    """The link that the selection begins in."""
    for link in links(chosen.block, chosen.start.block):
        if link.start <= chosen.start <= link.end and chosen.end.block == link.end.block:
            return link
    return None


def links(block: Block, number: int) -> list[Link]:
    """Every link of a block, which is the one with that number."""
    found: list[Link] = []
    place = 0
    for one in block.inlines:
        start, text = Spot(number, place), one.text if isinstance(one, Words) else ""
        place += length((one,))
        tag = next((tag for tag in one.marks if tag.name == "a"), None)
        if tag is None:
            continue
        if found and found[-1].tag == tag and found[-1].end == start:
            found[-1] = replace(found[-1], end=Spot(number, place), text=found[-1].text + text)
        else:
            found.append(Link(start, Spot(number, place), tag, text))
    return found


def linked(chosen: Chosen, address: str, text: str) -> Chosen:
    """The link at the cursor with another address or other words; else what is selected, or new words, as a link."""
    link = link_at(chosen)
    tag = link.tag.replaced("href", address) if link is not None else Tag.of("a", (("href", address),))
    start, end = (link.start, link.end) if link is not None else (chosen.start, chosen.end)
    said = link.text if link is not None else words_of(chosen)
    if said == text and start != end:
        blocks = marked(chosen.blocks, start, end, lambda marks: _with(marks, tag))
        return chosen.with_blocks(blocks, end)
    marks = _with(_marks_at(chosen, link), tag)
    bare = without(chosen.blocks, start, end)
    blocks, after = inserted(bare, start, (Block((Words(text or address, marks),)),))
    return chosen.with_blocks(blocks, after)


def unlinked(chosen: Chosen) -> Chosen:
    """The words stay, the link at the cursor, or every one in the selection, goes."""
    link = link_at(chosen)
    start, end = (link.start, link.end) if link is not None else (chosen.start, chosen.end)
    return chosen.with_blocks(marked(chosen.blocks, start, end, _without))


def words_of(chosen: Chosen) -> str:
    """The words that are selected."""
    return "".join(one.text for one in chosen.inlines if isinstance(one, Words))


def _marks_at(chosen: Chosen, link: Link | None) -> tuple[Tag, ...]:
    if link is not None:
        return Chosen(chosen.blocks, link.end, link.end).marks
    return chosen.inlines[0].marks if chosen.inlines else chosen.marks


def _with(marks: tuple[Tag, ...], tag: Tag) -> tuple[Tag, ...]:
    if any(one.name == "a" for one in marks):
        return tuple(tag if one.name == "a" else one for one in marks)
    return (tag, *marks)


def _without(marks: tuple[Tag, ...]) -> tuple[Tag, ...]:
    return tuple(one for one in marks if one.name != "a")
