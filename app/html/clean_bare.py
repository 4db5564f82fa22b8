"""Pasted paragraphs in list items and cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.html.rich import Block, Container
from app.html.tag import Tag

_PARAGRAPH = Tag.of("p")


def bare(blocks: Sequence[Block]) -> Iterator[Block]:
    """A paragraph alone in its item or cell is bare words there."""
    for container, group in groupby(blocks, key=_home):
        members = tuple(group)
        own = [block for block in members if block.containers and block.containers[-1] == container]
        for block in members:
            is_alone = len(own) == 1 and block is own[0] and block.tag == _PARAGRAPH
            yield replace(block, tag=None) if is_alone else block


def _home(block: Block) -> Container | None:
    """The innermost item or cell around a block."""
    return next((around for around in reversed(block.containers) if around.tag.name in ("li", "td", "th")), None)
