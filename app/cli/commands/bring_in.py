"""Bring quizzes of other programs into the library; the format is found out. One bad file does not stop the rest.

A .quizwright file of a quiz that is here is merged into it; --into takes its questions as new ones instead. Exit code
1 where something did not come along: every question that lost a part, was refused, or was changed in both copies, is
named.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.errors import UserError
from app.interchange.format import Format
from app.interchange.material import Found, Loss, Material
from app.interchange.native_import import take_in_native
from app.interchange.source import Source
from app.interchange.table import format_named, format_of
from app.interchange.take_in import keep_pictures, take_in
from app.library.library import Library
from app.library.native_file import FORMAT, read_native
from app.sync.meeting import is_here, meet
from app.sync.reunion_words import conflicts, row_name

Row = dict[str, object]


def add_arguments(parser: ArgumentParser) -> None:
    """Files, format, and where they go."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--format", metavar="F", help="the name of a format, as `formats` lists them")
    parser.add_argument("--into", metavar="QUIZ", help="the quiz that gets the questions at its end; else new ones")


def run(call: Call) -> ExitCode:
    """Import each file and print what became of it."""
    wanted = format_named(call.options.format) if call.options.format else None
    with call.library(writing=True) as library:
        into = library.find_quiz(call.options.into) if call.options.into else None
        rows = [row for path in call.options.files for row in _rows(library, path, wanted, into)]
    call.printer.result(rows, [line for row in rows for line in _lines(row)])
    return ExitCode.PROBLEMS if any(row["losses"] or row["error"] for row in rows) else ExitCode.DONE


def _rows(library: Library, path: Path, wanted: Format | None, into: str | None) -> Iterator[Row]:
    """A row for each quiz of a file."""
    try:
        source = Source.read(path)
        form = wanted or format_of(source)
        if form.name == FORMAT and into is None:
            yield _native_row(library, path)
            return
        for material in form.material(source):
            yield _row(path, form, material, take_in(library, material, into=into) if material.items else None)
    except UserError as error:
        nothing: Row = {"file": str(path), "format": None, "quiz": None, "questions": {}, "losses": [], "merged": None}
        yield {**nothing, "error": str(error)}


def _native_row(library: Library, path: Path) -> Row:
    """One of our own files keeps its ids: a copy of a quiz that is here is known by them."""
    native = read_native(path)
    row = _row(path, format_named(FORMAT), Material("", tuple(Found("", item) for item in native.quiz.items)), None)
    if not is_here(library, native.quiz.id):
        return {**row, "quiz": take_in_native(library, native, path.name)}
    keep_pictures(library, native.media, path.name)
    reunion = meet(library, native.quiz, path.name)
    told = tuple(Loss(row_name(reunion.quiz, item_id), what) for item_id, what in conflicts(reunion))
    counts = {"changed": len(reunion.brought), "deleted": len(reunion.removed)}
    return {**row, "quiz": native.quiz.id, "losses": loss_rows(told), "merged": counts}


def _row(path: Path, form: Format, material: Material, quiz_id: str | None) -> Row:
    return {
        "file": str(path),
        "format": form.name,
        "quiz": quiz_id,
        "questions": material.types,
        "losses": loss_rows(material.losses),
        "merged": None,
        "error": None,
    }


def loss_rows(losses: tuple[Loss, ...]) -> list[dict[str, str]]:
    """Losses as the commands print them."""
    return [{"where": loss.where, "what": str(loss.what)} for loss in losses]


def _lines(row: Row) -> Iterator[str]:
    if row["error"]:
        yield str(row["error"])
        return
    questions, losses = row["questions"], row["losses"]
    assert isinstance(questions, dict)
    assert isinstance(losses, list)
    what = f"{sum(questions.values())} questions"
    if isinstance(merged := row["merged"], dict):
        what = f"merged, {merged['changed']} questions changed, {merged['deleted']} deleted"
    yield f"{row['file']} ({row['format']}): {what}, quiz {str(row['quiz'] or 'none')[:8]}"
    yield from (f"  {loss['where']}: {loss['what']}" for loss in losses)
