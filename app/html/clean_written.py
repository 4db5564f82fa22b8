"""Pasted blocks as HTML."""

from collections.abc import Sequence
from html import escape

from app.html.rich import Atom, Block, Container, Inline
from app.html.tag import Tag


def fragment(blocks: Sequence[Block]) -> str:
    """The HTML of blocks; neighbours share the containers that they have in common."""
    html, around = "", tuple[Container, ...]()
    for block in blocks:
        shared = _shared(around, block.containers)
        html += "".join(container.tag.closing for container in reversed(around[shared:]))
        html += "".join(container.tag.opening for container in block.containers[shared:])
        html += _block(block)
        around = block.containers
    return html + "".join(container.tag.closing for container in reversed(around))


def _block(block: Block) -> str:
    inner = _inlines(block.inlines)
    if block.tag is None:
        return inner
    inner = inner.replace("<br>", "\n") if block.tag.name == "pre" else inner
    return block.tag.opening + inner + block.tag.closing


def _inlines(inlines: Sequence[Inline]) -> str:
    html, around = "", tuple[Tag, ...]()
    for inline in inlines:
        shared = _shared(around, inline.marks)
        html += "".join(tag.closing for tag in reversed(around[shared:]))
        html += "".join(tag.opening for tag in inline.marks[shared:])
        html += inline.source if isinstance(inline, Atom) else _words(inline.text)
        around = inline.marks
    return html + "".join(tag.closing for tag in reversed(around))


def _words(text: str) -> str:
    return escape(text, quote=False).replace("\u00a0", "&nbsp;").replace("\n", "<br>")


def _shared(around: Sequence[object], wanted: Sequence[object]) -> int:
    """How many elements stay open."""
    for place, (one, other) in enumerate(zip(around, wanted, strict=False)):
        if one != other:
            return place
    return min(len(around), len(wanted))
