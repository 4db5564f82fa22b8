"""The quizzes of the library, the last edited first."""

from argparse import ArgumentParser

from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.printer import number, table
from app.library.listing import item_counts
from app.library.row import QuizRow


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing is asked."""


def run(call: Call) -> ExitCode:
    """Print the rows."""
    with call.library(writing=False) as library:
        rows, counts = library.quizzes(), item_counts(library.db)
    lines = [
        (row.id[:8], row.title, counts.get(row.id, 0), number(row.points), row.state.value, row.course_name)
        for row in rows
    ]
    head = ("ID", "TITLE", "ITEMS", "POINTS", "STATE", "COURSE")
    call.printer.result(
        [_document(row, counts.get(row.id, 0)) for row in rows], table([head, *lines]) if rows else ["No quizzes yet."]
    )
    return ExitCode.DONE


def _document(row: QuizRow, items: int) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "course_id": row.course_id,
        "canvas_id": row.canvas_id,
        "items": items,
        "points": row.points,
        "state": row.state.value,
    }
