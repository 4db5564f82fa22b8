"""Pasted tables: even ones as blocks in cells, ones with joined cells as they are, in clean HTML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.html.clean_bare import bare
from app.html.clean_place import alignment, is_hidden
from app.html.node import Node
from app.html.rich import Atom, Block, Container
from app.html.tag import Tag
from app.html.write import fragment

_PARTS = frozenset({"tbody", "thead", "tfoot", "tr"})
_MOST = 1000
"""Spans beyond this are a mistake, or worse."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A start tag and what is in the cell; its blocks know nothing of the table."""

    tag: Tag
    blocks: tuple[Block, ...]


def rows(table: Node) -> list[list[Node]]:
    """The cells of each row that is seen, not those of tables in them."""
    found: list[list[Node]] = []
    for part in table.elements:
        if part.name in ("tbody", "thead", "tfoot"):
            found += rows(part)
        elif part.name == "tr" and not is_hidden(part):
            found.append([cell for cell in part.elements if cell.name in ("td", "th") and not is_hidden(cell)])
    return [row for row in found if row]


def strays(part: Node) -> "list[Node | str]":
    """What stands in a table outside its cells; a browser shows it before the table."""
    found: list[Node | str] = []
    for child in part.children:
        if isinstance(child, Node) and child.name in _PARTS:
            found += strays(child)
        elif isinstance(child, str) or child.name not in ("td", "th", "caption"):
            found.append(child)
    return found


def is_layout(table: Node, cells: Sequence[Sequence[Node]]) -> bool:
    """Whether a table only puts things beside each other: one with tables in it, or of a single cell."""
    if table.get("role") == "presentation" or sum(len(row) for row in cells) <= 1:
        return True
    return any(inner.name == "table" for inner in table.walk() if inner is not table)


def tag_of(node: Node) -> Tag:
    """The start tag of a cell: what it spans and how it is aligned."""
    spans = tuple((name, node.get(name).strip()) for name in ("colspan", "rowspan"))
    kept = tuple((name, value) for name, value in spans if value.isdigit() and 1 < int(value[:9]) <= _MOST)
    align = alignment(node)
    style = (("style", f"text-align: {align};"),) if align else ()
    return Tag.of(node.name, (*kept, *style))


def lifted(cell: Cell) -> Cell:
    """The cell with the alignment of its only paragraph as its own."""
    only = cell.blocks[0] if len(cell.blocks) == 1 and not cell.blocks[0].containers else None
    if only is None or only.tag is None or only.tag.name != "p" or not (style := only.tag.attribute("style")):
        return cell
    return Cell(cell.tag.replaced("style", style), (replace(only, tag=only.tag.replaced("style", "")),))


def blocks(cells: Sequence[Sequence[Cell]], around: tuple[Container, ...], ids: Iterator[int]) -> list[Block]:
    """The blocks of a table whose rows are made equally long, or the one block of a table with joined cells."""
    if any("span=" in cell.tag.opening for row in cells for cell in row):
        return [Block((Atom(fragment(tuple(bare(_in_cells(cells, (), ids))))),), None, around)]
    width = max(len(row) for row in cells)
    even = [(*row, *[Cell(Tag.of("td"), ())] * (width - len(row))) for row in cells]
    return _in_cells(even, around, ids)


def _in_cells(cells: Sequence[Sequence[Cell]], around: tuple[Container, ...], ids: Iterator[int]) -> list[Block]:
    table = (*around, Container(next(ids), Tag.of("table")), Container(next(ids), Tag.of("tbody")))
    made: list[Block] = []
    for row in cells:
        line = (*table, Container(next(ids), Tag.of("tr")))
        for cell in row:
            inside = (*line, Container(next(ids), cell.tag))
            made += [replace(block, containers=(*inside, *block.containers)) for block in cell.blocks or (Block(),)]
    return made
