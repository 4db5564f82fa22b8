"""Lists, headings, quotes and alignment of the blocks that are selected."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from app.html import list_item, structure
from app.html.chosen import Chosen
from app.html.look import ListKind, block_look
from app.html.marks import plain
from app.html.rich import Block
from app.html.splice import marked
from app.ui.fields.rich_text.row import frame

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit

Blocks = tuple[Block, ...]
Change = Callable[[Blocks, int, int], Blocks]


def make_list(edit: "RichEdit", kind: ListKind) -> None:
    """Make the blocks items of a list; where all of them are of such a one already, plain paragraphs."""
    _change(edit, lambda blocks, first, last: list_item.toggled_list(blocks, kind, first, last))


def indent(edit: "RichEdit") -> None:
    """Put list items one level deeper."""
    _change(edit, structure.indented)


def outdent(edit: "RichEdit") -> None:
    """Take list items one level out, the outermost out of the list."""
    _change(edit, structure.outdented)


def quote(edit: "RichEdit") -> None:
    """Quote the blocks, or no longer."""
    chosen = edit.chosen
    quoted = structure.is_quoted(chosen.blocks, chosen.start.block, chosen.end.block)
    _change(edit, structure.unquoted if quoted else structure.quoted)


def set_heading(edit: "RichEdit", level: int) -> None:
    """Make the blocks headings of a level, 0 for paragraphs; headings of that level become paragraphs again."""
    wanted = 0 if level and is_heading(edit, level) else level
    _change(edit, lambda blocks, first, last: structure.with_heading(blocks, first, last, wanted))


def align(edit: "RichEdit", way: Literal["", "center", "right"]) -> None:
    """Align the blocks: "center", "right", or "" for where the language begins."""
    _change(edit, lambda blocks, first, last: structure.aligned(blocks, first, last, way or None))


def clear(edit: "RichEdit") -> None:
    """Take marks off the words that are selected, or off what is typed next; links stay."""
    chosen = edit.chosen
    if chosen.is_bare:
        edit.write_with(plain(edit.marks()))
    else:
        edit.step(chosen.with_blocks(marked(chosen.blocks, chosen.start, chosen.end, plain)))


def is_list(edit: "RichEdit", kind: str) -> bool:
    """Whether the cursor is in a list of that kind."""
    here = frame(None, edit.chosen.block).kind
    return here is not None and here.tag.name == kind


def is_quote(edit: "RichEdit") -> bool:
    """Whether the cursor is in a quote."""
    return bool(frame(None, edit.chosen.block).bars)


def is_heading(edit: "RichEdit", level: int) -> bool:
    """Whether the cursor is in a heading of that level, or for 0 in none."""
    return block_look(edit.chosen.block).level == level


def is_aligned(edit: "RichEdit", way: str) -> bool:
    """Whether the block is aligned so."""
    return (block_look(edit.chosen.block).align or "") == way


def _change(edit: "RichEdit", change: Change) -> None:
    chosen: Chosen = edit.chosen
    edit.step(chosen.with_blocks(change(chosen.blocks, chosen.start.block, chosen.end.block)))
