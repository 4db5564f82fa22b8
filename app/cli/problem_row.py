"""Problems as the commands print them."""

from collections.abc import Iterable

from app.checks.problem import Problem
from app.checks.table import problems
from app.models.item import Item

Row = dict[str, str | None]


def row(item_id: str | None, problem: Problem) -> Row:
    """One problem; `item_id` is None for the quiz itself."""
    return {
        "item": item_id,
        "field": problem.field,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": str(problem.message),
        "hint": str(problem.hint) if problem.hint else None,
    }


def rows_of(items: Iterable[Item]) -> list[Row]:
    """The problems of items, in their order."""
    return [row(item.id, problem) for item in items for problem in problems(item)]


def lines(rows: Iterable[Row]) -> list[str]:
    """The same for people."""
    return [_line(row) for row in rows]


def _line(row: Row) -> str:
    where = f"item {str(row['item'])[:8]}" if row["item"] else "quiz"
    return f"{row['severity']}: {where}: {row['message']} {row['hint'] or ''}".rstrip()
