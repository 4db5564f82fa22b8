"""What blocks say, whatever is around them."""

from collections.abc import Iterable

from app.html.inline import is_comment
from app.html.rich import Block, Inline, Words


def said(blocks: Iterable[Block]) -> str:
    """Words and atoms in order, without white space and comments."""
    return "".join("".join(_said(inline).split()) for block in blocks for inline in block.inlines)


def _said(inline: Inline) -> str:
    if isinstance(inline, Words):
        return inline.text
    return "" if is_comment(inline) else inline.source
