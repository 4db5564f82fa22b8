"""A regular table as Qt's own: one cell for each that the blocks stand in."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCursor, QTextFrameFormat, QTextTableFormat

from app.html.rich import Container
from app.ui.fields.rich_text.row import Line, cell_of, containers, in_table, table_of
from app.ui.fields.rich_text.style import Style
from app.ui.theme import Gap, role

PutLine = Callable[[QTextCursor, int], None]


def is_table_start(rows: Sequence[Line], number: int) -> bool:
    """Whether a table begins with that line. One with rows of different lengths is shown as lines: Qt has none such."""
    if not in_table(rows[number]) or (number and table_of(rows[number - 1]) == table_of(rows[number])):
        return False
    return len({len(row) for row in grid(rows, number, table_end(rows, number))}) == 1


def table_end(rows: Sequence[Line], number: int) -> int:
    """The number of the line behind the table that begins with that line."""
    table = table_of(rows[number])
    return next((n for n in range(number, len(rows)) if table_of(rows[n]) != table), len(rows))


def grid(rows: Sequence[Line], first: int, end: int) -> list[list[list[int]]]:
    """The numbers of the lines of a table, by its rows and cells."""
    found: list[list[list[int]]] = []
    row: Container | None = None
    cell: Container | None = None
    for number in range(first, end):
        block = rows[number]
        if _row_of(block) != row:
            found.append([])
            row, cell = _row_of(block), None
        if cell_of(block) != cell:
            found[-1].append([])
            cell = cell_of(block)
        found[-1][-1].append(number)
    return found


def fill_table(
    cursor: QTextCursor, style: Style, rows: Sequence[Line], first: int, end: int, put_line: PutLine
) -> None:
    """Put a table behind the cursor's line, and the cursor into the line behind the table."""
    cells = grid(rows, first, end)
    table = cursor.insertTable(len(cells), len(cells[0]), _format(style, rows[first]))
    for y, row in enumerate(cells):
        for x, numbers in enumerate(row):
            place = table.cellAt(y, x).firstCursorPosition()
            for n, number in enumerate(numbers):
                if n:
                    place.insertBlock()
                put_line(place, number)
    cursor.setPosition(table.lastPosition() + 1)


def _format(style: Style, block: Line) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setBorder(1)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(role("line"))
    made.setBorderCollapse(True)
    made.setCellPadding(Gap.TIGHT)
    outer = next(n for n, one in enumerate(containers(block)) if one.tag.name == "table")
    made.setLeftMargin(outer * style.step)
    made.setTopMargin(style.line / 4)
    made.setBottomMargin(style.line / 4)
    return made


def _row_of(block: Line) -> Container | None:
    return next((one for one in containers(block) if one.tag.name == "tr"), None)
