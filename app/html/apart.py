"""A text taken apart: each of its lines as a text of its own."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.html.inline import is_empty, is_own_line
from app.html.rich import Block, Container, Inline, Words
from app.html.splice import PARAGRAPH, joined
from app.html.write import fragment

_AROUND = frozenset({"ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_HOLDERS = frozenset({"li", "td", "th"})
_PLAIN = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6"})


def apart(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The HTML of each paragraph, list item or cell of a single column; line breaks part a text of one paragraph.

    Nothing of a text that is more than lines: with a quote, a rule, code, or a table of several columns.
    """
    if not all(_is_line(block) for block in blocks) or _has_columns(blocks):
        return ()
    parts = _broken(blocks[0]) if len(blocks) == 1 else (_bare(run) for run in _runs(blocks))
    return tuple(fragment(part) for part in parts if not all(is_empty(block) for block in part))


def _is_line(block: Block) -> bool:
    known = block.tag is None or block.tag.name in _PLAIN
    return known and not is_own_line(block) and all(one.tag.name in _AROUND for one in block.containers)


def _has_columns(blocks: Sequence[Block]) -> bool:
    cells = {one for block in blocks for one in block.containers if one.tag.name in ("td", "th")}
    rows = {one for block in blocks for one in block.containers if one.tag.name == "tr"}
    return len(cells) > len(rows)


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks of one list item or cell together, every other one by itself."""
    places = [_holder(block) or place for place, block in enumerate(blocks)]
    for _, run in groupby(zip(places, blocks, strict=True), key=lambda pair: pair[0]):
        yield tuple(block for _, block in run)


def _holder(block: Block) -> Container | None:
    return next((one for one in reversed(block.containers) if one.tag.name in _HOLDERS), None)


def _bare(run: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(Block(block.inlines, PARAGRAPH) for block in run)


def _broken(block: Block) -> Iterator[tuple[Block, ...]]:
    line: list[Inline] = []
    for one in block.inlines:
        if isinstance(one, Words):
            first, *rest = one.text.split("\n")
            line.append(Words(first, one.marks))
            for text in rest:
                yield (Block(joined(line), PARAGRAPH),)
                line = [Words(text, one.marks)]
        else:
            line.append(one)
    yield (Block(joined(line), PARAGRAPH),)
