"""Blocks as nested elements."""

from collections.abc import Sequence
from dataclasses import replace

from app.html.element import CELLS
from app.html.inline import is_block_atom, is_empty, is_own_line
from app.html.phrase import kept_phrase, phrase
from app.html.rich import Atom, Block, Container
from app.html.tag import Tag

_BLANK = "&nbsp;"
_PARAGRAPH = Tag("<p>")


def nested(blocks: Sequence[Block]) -> str:
    """The HTML of blocks; elements that neighbours share are opened once."""
    parted = [part for block in blocks for part in _parted(block)]
    parts: list[str] = []
    opened: tuple[Container, ...] = ()
    for place, block in enumerate(parted):
        shared = _shared(opened, block.containers)
        parts += [container.tag.closing for container in reversed(opened[shared:])]
        parts += [container.tag.opening for container in block.containers[shared:]]
        opened = block.containers
        parts.append(_block(block, _touches(parted, place, -1), _touches(parted, place, 1)))
    return "".join((*parts, *(container.tag.closing for container in reversed(opened))))


def _shared(opened: tuple[Container, ...], containers: tuple[Container, ...]) -> int:
    pairs = zip(opened, containers, strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(opened), len(containers)))


def _parted(block: Block) -> list[Block]:
    """A rule or a figure cannot stand in a paragraph: the paragraph is parted around it."""
    if is_own_line(block):
        return [replace(block, tag=None)]
    parts: list[Block] = [replace(block, inlines=())]
    for inline in block.inlines:
        if isinstance(inline, Atom) and is_block_atom(inline):
            parts += [replace(block, inlines=(inline,), tag=None), replace(block, inlines=())]
        else:
            parts[-1] = replace(parts[-1], inlines=(*parts[-1].inlines, inline))
    return [part for part in parts if not is_empty(part)] or parts[:1]


def _touches(blocks: list[Block], place: int, step: int) -> Block | None:
    """The neighbour, if it stands in the same element."""
    if not 0 <= place + step < len(blocks):
        return None
    containers, other = blocks[place].containers, blocks[place + step]
    return other if other.containers[: len(containers)] == containers else None


def _block(block: Block, before: Block | None, after: Block | None) -> str:
    if is_own_line(block):
        return phrase(block.inlines)
    tag = block.tag or (_PARAGRAPH if _wants_paragraph(block, before, after) else None)
    if is_empty(block):
        is_seen = tag is None and not before and not after and _holder(block) in CELLS | {"li"}
        words = "" if is_seen else _comments(block) + _BLANK
    else:
        words = kept_phrase(block.inlines) if tag is not None and tag.name == "pre" else phrase(block.inlines)
    return f"{tag.opening}{words}{tag.closing}" if tag else words


def _comments(block: Block) -> str:
    return "".join(inline.source for inline in block.inlines if isinstance(inline, Atom))


def _wants_paragraph(block: Block, before: Block | None, after: Block | None) -> bool:
    return not block.containers or any(other is not None and _runs_into(block, other) for other in (before, after))


def _runs_into(block: Block, other: Block) -> bool:
    return other.tag is None and other.containers == block.containers and not is_own_line(other)


def _holder(block: Block) -> str:
    return block.containers[-1].tag.name if block.containers else ""
