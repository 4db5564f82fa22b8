"""What can be done to the table at the cursor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.html import table
from app.html.rich import Block
from app.html.splice import Spot
from app.message import Message, message

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit

Change = Callable[[tuple[Block, ...], int], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class TableAct:
    """One change of a table, given the blocks and the number of the one at the cursor."""

    text: Message
    change: Change

    def act(self, edit: "RichEdit") -> None:
        """Change the table at the cursor, as one step; where there is none, nothing."""
        chosen = edit.chosen
        if not table.is_in_table(chosen.blocks[chosen.position.block]):
            return
        made = self.change(chosen.blocks, chosen.position.block)
        at = min(chosen.position.block, max(len(made) - 1, 0))
        edit.step(chosen.with_blocks(made, Spot(at, 0)))


def _with_other_header(blocks: tuple[Block, ...], at: int) -> tuple[Block, ...]:
    return table.with_header_row(blocks, at, header=not table.has_header_row(blocks, at))


ACTS: Final[Mapping[str, TableAct]] = {
    "row-above": TableAct(message("Row above"), lambda blocks, at: table.with_row(blocks, at, after=False)),
    "row-below": TableAct(message("Row below"), lambda blocks, at: table.with_row(blocks, at, after=True)),
    "column-before": TableAct(message("Column before"), lambda blocks, at: table.with_column(blocks, at, after=False)),
    "column-after": TableAct(message("Column after"), lambda blocks, at: table.with_column(blocks, at, after=True)),
    "no-row": TableAct(message("Remove row"), lambda blocks, at: table.without_row(blocks, at)),
    "no-column": TableAct(message("Remove column"), lambda blocks, at: table.without_column(blocks, at)),
    "header": TableAct(message("First row is a heading"), _with_other_header),
    "no-table": TableAct(message("Remove table"), lambda blocks, at: table.without_table(blocks, at)),
}
"""By name, in the order of the bar."""
