"""Write a quiz for another program; the format follows the ending of the file.

Exit code 1 where the format has no place for something: it is named.
"""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from app.cli.argument import add_quiz
from app.cli.call import Call
from app.cli.commands.bring_in import loss_rows
from app.cli.exit_code import ExitCode, wrong_use
from app.durable_file import write_durably
from app.interchange.source import quietly
from app.interchange.table import format_for, format_named
from app.library.lineage import with_past
from app.message import message
from app.models.item import Item


def add_arguments(parser: ArgumentParser) -> None:
    """The quiz, the file, the format."""
    add_quiz(parser)
    parser.add_argument("--to", metavar="FILE", type=Path, required=True)
    parser.add_argument("--format", metavar="F", help="the name of a format, as `formats` lists them")


def run(call: Call) -> ExitCode:
    """Write the file and print what is in it, and what is not."""
    to: Path = call.options.to
    form = format_named(call.options.format) if call.options.format else format_for(to.name)
    if form.write is None:
        raise wrong_use(message("{format} is only imported.", format=form.title))
    with call.library(writing=False) as library:
        quiz = with_past(library, library.open_quiz(library.find_quiz(call.options.quiz)).quiz)
        made = form.written(quiz, library.read_media, quietly)
    try:
        write_durably(to, made.data)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise wrong_use(message('The file "{path}" cannot be written: {why}.', path=str(to), why=why)) from error
    losses = loss_rows(made.losses)
    questions = _types(item for item in quiz.items if item.id not in made.missing)
    document = {"file": str(to), "format": form.name, "questions": questions, "losses": losses}
    lines = [f"{to} ({form.name})", *(f"  {loss['where']}: {loss['what']}" for loss in losses)]
    call.printer.result(document, lines)
    return ExitCode.PROBLEMS if losses else ExitCode.DONE


def _types(items: Iterable[Item]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in items:
        counts[item.summary.type] = counts.get(item.summary.type, 0) + 1
    return counts
