"""The CSV of a report as a table. No document tells the columns of a report (`canvas-facts.md` 1.12): all are kept."""

import csv
import io
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Each row has as many cells as the head."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def read_table(content: bytes) -> ReportTable:
    """The table of a CSV file; rows that are too short are filled, cells beyond the head are given a column."""
    found = [row for row in csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline="")) if row]
    if not found:
        return ReportTable()
    width = max(map(len, found))
    head, *rows = (tuple(row) + ("",) * (width - len(row)) for row in found)
    return ReportTable(head, tuple(rows))
