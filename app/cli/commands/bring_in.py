"""Bring quizzes of other programs into the library; the format is found out. One bad file does not stop the rest.

A .quizwright file of a quiz that is here is merged into it; --into takes its questions as new ones instead. Of tables
whose first row does not name the columns, --columns says what they are; with --no-header that row is a question too.
Exit code 1 where something did not come along: every question that lost a part, was refused, or was changed in both
copies, is named.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.errors import UserError
from app.interchange.format import Format
from app.interchange.incoming import Account, Incoming, account
from app.interchange.material import Found, Loss, Material
from app.interchange.native_import import take_in_native
from app.interchange.reading_process import ReadingProcess
from app.interchange.source import quietly
from app.interchange.table import format_named
from app.interchange.table_head import ANSWER, QUESTION, ROLES, UNREAD, KnownRoles, OfEvery, Said
from app.interchange.take_in import keep_pictures, take_in
from app.library.library import Library
from app.library.native_file import FORMAT, read_native
from app.message import message
from app.sync.meeting import is_here, meet
from app.sync.reunion_words import conflicts, row_name

Row = dict[str, object]


def add_arguments(parser: ArgumentParser) -> None:
    """Files, format, and where they go."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--format", metavar="F", help="the name of a format, as `formats` lists them")
    parser.add_argument("--into", metavar="QUIZ", help="the quiz that gets the questions at its end; else new ones")
    parser.add_argument(
        "--columns", metavar="ROLES", help=f'of tables, from the left, with commas: {", ".join(ROLES[1:])}, or "-"'
    )
    parser.add_argument("--no-header", action="store_true", help="with --columns: the first row is a question too")


def run(call: Call) -> ExitCode:
    """Import each file and print what became of it."""
    form = format_named(call.options.format).name if call.options.format else ""
    roles = _said(call.options.columns, headed=not call.options.no_header)
    with ReadingProcess() as reading, call.library(writing=True) as library:
        reading.start()
        into = library.find_quiz(call.options.into) if call.options.into else None
        rows: list[Row] = []
        for path in call.options.files:
            rows += _rows(library, path, reading.incoming(path, quietly, roles, form), into)
    call.printer.result(rows, [line for row in rows for line in _lines(row)])
    return ExitCode.PROBLEMS if any(row["losses"] or row["error"] for row in rows) else ExitCode.DONE


def _said(columns: str | None, *, headed: bool) -> KnownRoles:
    """What the person says of tables."""
    if columns is None:
        if not headed:
            raise wrong_use(message("--no-header says nothing without --columns."))
        return {}
    roles = tuple(UNREAD if name.strip() == "-" else name.strip().lower() for name in columns.split(","))
    unknown = next((name for name in roles if name not in ROLES), None)
    if unknown is not None:
        known = message('Columns are: {names}, and "-" for one that is not read.', names=", ".join(ROLES[1:]))
        raise wrong_use(message('There is no column "{name}".', name=unknown), known)
    twice = next((name for name in roles if name not in (UNREAD, ANSWER) and roles.count(name) > 1), None)
    if twice is not None:
        raise wrong_use(message('Only one column can be "{name}".', name=twice))
    if QUESTION not in roles:
        raise wrong_use(message('One of the columns has to be "question".'))
    return OfEvery(Said(roles, headed))


def _rows(library: Library, path: Path, file: Incoming, into: str | None) -> Iterator[Row]:
    """A row for each quiz of a file."""
    try:
        if file.error is not None:
            raise file.error
        assert file.form is not None
        if file.form.name == FORMAT and into is None:
            yield _native_row(library, path)
            return
        for material in file.materials:
            yield _row(path, file.form, material, take_in(library, material, into=into) if material.items else None)
    except UserError as error:
        nothing: Row = {"file": str(path), "format": None, "quiz": None, "questions": {}, "losses": [], "merged": None}
        yield {**nothing, "account": None, "error": str(error)}


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
        "account": asdict(account(material.found)),
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
    counts, losses = row["account"], row["losses"]
    assert isinstance(counts, dict)
    assert isinstance(losses, list)
    what = str(Account(**counts).words).rstrip(".")
    if isinstance(merged := row["merged"], dict):
        what = f"merged, {merged['changed']} questions changed, {merged['deleted']} deleted"
    yield f"{row['file']} ({row['format']}): {what}, quiz {str(row['quiz'] or 'none')[:8]}"
    yield from (f"  {loss['where']}: {loss['what']}" for loss in losses)
