"""What blocks say, whatever is around them."""

from collections.abc import Iterable

from app.html.rich import Block, Words


def said(blocks: Iterable[Block]) -> str:
    """Words and atoms in order, without white space."""
    inlines = (inline for block in blocks for inline in block.inlines)
    return "".join("".join((one.text if isinstance(one, Words) else one.source).split()) for one in inlines)
