"""Tables as CSV that a spreadsheet shows and never runs: names and answers of students are other people's text.

A cell that a spreadsheet would read as a formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers, also
negative ones, stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MARK = "\ufeff"
"""So that Excel reads it as UTF-8."""


def safe(cell: Cell) -> str:
    """The cell as it is written."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return f"{cell:g}" if isinstance(cell, float) else str(cell)
    return f"'{cell}" if cell.lstrip(" ").startswith(_BEGINS) and not _is_number(cell) else cell


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """The whole file, the first row its head."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[safe(cell) for cell in row] for row in rows])
    return MARK + out.getvalue()


def safe_again(text: str) -> str:
    """A CSV file of somebody else with every cell made safe."""
    return csv_text(csv.reader(io.StringIO(text.removeprefix(MARK))))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.strip() == text and not text.startswith("+")
