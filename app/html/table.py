"""Table commands: pure functions on a row of blocks and the place of one in a cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from app.html.chain import Blocks, Chain, fresh_ids, without_id
from app.html.element import CELLS
from app.html.rich import Block, Container
from app.html.tag import Tag
from app.html.token import tag_end

_TABLE = Tag('<table style="border-collapse: collapse; width: 100%;" border="1">')
_HEAD = Tag('<th scope="col">')


@dataclass(frozen=True, slots=True)
class _Cell:
    container: Container
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class _Row:
    group: Container
    container: Container
    cells: tuple[_Cell, ...]

    @property
    def is_head(self) -> bool:
        return self.group.tag.name == "thead" or all(cell.container.tag.name == "th" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a table, its place among the blocks, and where in it a block stands."""

    around: Chain
    first: int
    last: int
    rows: tuple[_Row, ...]
    row: int
    column: int


def new_table(rows: int, columns: int, *, header: bool = False, first_id: int = 1) -> Blocks:
    """Empty cells; `first_id` is the first number of an element that is not in use."""
    ids = count(first_id)
    table, body = Container(next(ids), _TABLE), Container(next(ids), Tag("<tbody>"))
    head = Container(next(ids), Tag("<thead>"))
    made = []
    for place in range(rows):
        is_head = header and place == 0
        row = _new_row(head if is_head else body, [_HEAD if is_head else Tag("<td>")] * columns, ids)
        made.append(row)
    return _blocks((table,), made)


def is_in_table(block: Block) -> bool:
    """Whether it stands in a cell that can be edited."""
    return any(container.tag.name in CELLS for container in block.containers)


def size(blocks: Blocks, place: int) -> tuple[int, int]:
    """Rows and columns of the table around a block."""
    table = _table(blocks, place)
    return len(table.rows), len(table.rows[0].cells)


def position(blocks: Blocks, place: int) -> tuple[int, int]:
    """The row and column of a block, from 0."""
    table = _table(blocks, place)
    return table.row, table.column


def has_header_row(blocks: Blocks, place: int) -> bool:
    """Whether the first row names the columns."""
    return _table(blocks, place).rows[0].is_head


def with_row(blocks: Blocks, place: int, *, after: bool = True) -> Blocks:
    """One more row below or above, made like its neighbour; below a header row it is no header."""
    table, ids = _table(blocks, place), fresh_ids(blocks)
    rows = list(table.rows)
    near = rows[table.row]
    if after and near.is_head and near.group.tag.name == "thead":
        near = _first_body_row(rows, ids)
    tags = [without_id(cell.container.tag) for cell in near.cells]
    rows.insert(table.row + after, _new_row(near.group, tags, ids, near.container.tag))
    return _with_rows(blocks, table, rows)


def without_row(blocks: Blocks, place: int) -> Blocks:
    """The table without the row; the last one takes the table with it."""
    table = _table(blocks, place)
    return _with_rows(blocks, table, [row for number, row in enumerate(table.rows) if number != table.row])


def with_column(blocks: Blocks, place: int, *, after: bool = True) -> Blocks:
    """One more column on the right or left, made like its neighbour."""
    table, ids = _table(blocks, place), fresh_ids(blocks)
    rows = []
    for row in table.rows:
        cells = list(row.cells)
        made = Container(next(ids), without_id(cells[table.column].container.tag))
        cells.insert(table.column + after, _Cell(made, ()))
        rows.append(replace(row, cells=tuple(cells)))
    return _with_rows(blocks, _unmeasured(table), rows)


def without_column(blocks: Blocks, place: int) -> Blocks:
    """The table without the column; the last one takes the table with it."""
    table = _table(blocks, place)
    if len(table.rows[0].cells) == 1:
        return _with_rows(blocks, table, [])
    return _with_rows(blocks, _unmeasured(table), [_without_cell(row, table.column) for row in table.rows])


def without_table(blocks: Blocks, place: int) -> Blocks:
    """The blocks without the table around one."""
    return _with_rows(blocks, _table(blocks, place), [])


def with_header_row(blocks: Blocks, place: int, *, header: bool = True) -> Blocks:
    """The first row as one that names the columns, or as an ordinary one."""
    table, ids = _table(blocks, place), fresh_ids(blocks)
    top, *rest = table.rows
    if top.is_head == header:
        return blocks
    group = Container(next(ids), Tag("<thead>")) if header else _first_body_row(list(table.rows), ids).group
    cells = tuple(replace(cell, container=_as_cell(cell.container, header=header)) for cell in top.cells)
    return _with_rows(blocks, table, [replace(top, group=group, cells=cells), *rest])


def _table(blocks: Blocks, place: int) -> _Table:
    chain = blocks[place].containers
    at = max(number for number, one in enumerate(chain) if one.tag.name == "table")
    first = last = place
    while first and blocks[first - 1].containers[: at + 1] == chain[: at + 1]:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].containers[: at + 1] == chain[: at + 1]:
        last += 1
    rows = _rows(blocks[first : last + 1], at)
    row = next(number for number, one in enumerate(rows) if one.container == chain[at + 2])
    column = next(number for number, cell in enumerate(rows[row].cells) if cell.container == chain[at + 3])
    return _Table(chain[: at + 1], first, last, rows, row, column)


def _rows(blocks: Blocks, at: int) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    for block in blocks:
        group, row, cell = block.containers[at + 1 : at + 4]
        if not rows or rows[-1].container != row:
            rows.append(_Row(group, row, ()))
        cells = rows[-1].cells
        if cells and cells[-1].container == cell:
            cells = (*cells[:-1], _Cell(cell, (*cells[-1].blocks, block)))
        else:
            cells = (*cells, _Cell(cell, (block,)))
        rows[-1] = replace(rows[-1], cells=cells)
    return tuple(rows)


def _new_row(group: Container, tags: Sequence[Tag], ids: Iterator[int], tag: Tag | None = None) -> _Row:
    row = Container(next(ids), without_id(tag) if tag else Tag("<tr>"))
    return _Row(group, row, tuple(_Cell(Container(next(ids), one), ()) for one in tags))


def _first_body_row(rows: list[_Row], ids: Iterator[int]) -> _Row:
    found = next((row for row in rows if row.group.tag.name != "thead"), None)
    made = [Tag("<td>")] * len(rows[0].cells)
    if found is None:
        return _new_row(Container(next(ids), Tag("<tbody>")), made, ids)
    return replace(found, cells=_new_row(found.group, made, ids).cells) if found.is_head else found


def _without_cell(row: _Row, column: int) -> _Row:
    return replace(row, cells=row.cells[:column] + row.cells[column + 1 :])


def _as_cell(container: Container, *, header: bool) -> Container:
    kept = tuple(pair for pair in container.tag.attributes if pair[0] != "scope")
    tag = Tag.of("th", (*kept, ("scope", "col"))) if header else Tag.of("td", kept)
    return Container(container.id, tag)


def _unmeasured(table: _Table) -> _Table:
    """The table without its `<colgroup>`, which told the widths of the columns that were."""
    old = table.around[-1]
    tag = Tag(old.tag.opening[: tag_end(old.tag.opening)])
    return replace(table, around=(*table.around[:-1], Container(old.id, tag)))


def _with_rows(blocks: Blocks, table: _Table, rows: Sequence[_Row]) -> Blocks:
    return (*blocks[: table.first], *_blocks(table.around, rows), *blocks[table.last + 1 :])


def _blocks(around: Chain, rows: Sequence[_Row]) -> Blocks:
    return tuple(
        replace(block, containers=(*chain, *block.containers[len(chain) :]))
        for row in rows
        for cell in row.cells
        for chain in [(*around, row.group, row.container, cell.container)]
        for block in cell.blocks or (Block(),)
    )
