"""What blocks say, whatever is around them."""

from collections.abc import Iterable
from html import unescape

from app.html.element import FORMATTING, SPECIAL
from app.html.inline import is_comment
from app.html.rich import Atom, Block, Inline, Words
from app.html.tag import Tag
from app.html.token import tokens


def said(blocks: Iterable[Block]) -> str:
    """Words and atoms in order, without white space and comments."""
    return "".join("".join(_said(inline).split()) for block in blocks for inline in block.inlines)


def has_loose_ends(blocks: Iterable[Block]) -> bool:
    """Whether something that is kept whole changes what is around it.

    That is an item in an element that is none of HTML, which ends the item around it, and formatting that is left open,
    which goes on behind it.
    """
    return any(_is_loose(inline.source) for block in blocks for inline in block.inlines if isinstance(inline, Atom))


def _is_loose(source: str) -> bool:
    started = [token.name for token in tokens(source) if token.kind == "open"]
    ended = [token.name for token in tokens(source) if token.kind == "close"]
    left_open = any(started.count(name) != ended.count(name) for name in FORMATTING)
    return left_open or (Tag(source).name not in SPECIAL and not {"li", "dt", "dd"}.isdisjoint(started))


def _said(inline: Inline) -> str:
    if isinstance(inline, Words):
        return inline.text
    if inline.source.startswith("\\("):
        return unescape(inline.source)  # typed, it is words until it is read again
    return "" if is_comment(inline) else inline.source
