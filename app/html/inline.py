"""Questions about the inlines of a block."""

from functools import lru_cache

from app.html.element import ENDS_PARAGRAPH
from app.html.rich import Atom, Block
from app.html.token import tokens
from app.html.unfit import UNFIT


def is_own_line(block: Block) -> bool:
    """Whether a block without an element is something that stands on a line by itself, as a rule or a figure does."""
    return len(block.inlines) == 1 and isinstance(block.inlines[0], Atom) and is_block_atom(block.inlines[0])


def is_comment(atom: Atom) -> bool:
    """Whether it is never seen: a comment, or what browsers take for one."""
    return atom.source.startswith(("<!", "<?", "</"))


def is_block_atom(atom: Atom) -> bool:
    """Whether it cannot stand in a paragraph, since browsers end the paragraph before it."""
    return _ends_paragraph(atom.source)


@lru_cache(maxsize=1024)
def _ends_paragraph(source: str) -> bool:
    return any(token.kind == "open" and token.name in ENDS_PARAGRAPH for token in tokens(source))


def is_empty(block: Block) -> bool:
    """Whether nothing is seen of it but an empty line."""
    if any(isinstance(inline, Atom) and not is_comment(inline) for inline in block.inlines):
        return False
    text = UNFIT.sub("", "".join(inline.text for inline in block.inlines if not isinstance(inline, Atom)))
    return text.strip(" \t\r\n\f") in {"", "\u00a0"}
