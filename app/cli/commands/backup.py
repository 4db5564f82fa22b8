"""Copy the whole library, pictures included, into one file; a window may be open meanwhile."""

from argparse import ArgumentParser
from pathlib import Path

from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.printer import quizzes
from app.library.backup import write_backup
from app.message import message


def add_arguments(parser: ArgumentParser) -> None:
    """Where the copy goes."""
    parser.add_argument("to", metavar="TO", type=Path, help="the file that is written; one that is there is replaced")


def run(call: Call) -> ExitCode:
    """Write the copy and print where it is."""
    to: Path = call.options.to
    if to.exists() and not to.is_file():  # a folder, or a device, which the copy would take the place of
        raise wrong_use(
            message('"{path}" is no file.', path=str(to)), message("Name the file that the backup is written to.")
        )
    with call.library(writing=False) as library:
        try:
            left_out = write_backup(library.db, library.folder, to)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise wrong_use(
                message('The backup "{path}" cannot be written: {why}.', path=str(to), why=why),
                message("Choose another place for it."),
            ) from error
        count = len(library.quizzes())
    call.printer.result({"file": str(to), "quizzes": count, "left_out": list(left_out)}, [f"{to}: {quizzes(count)}"])
    if not left_out:
        return ExitCode.DONE
    call.printer.say(
        message(
            "1 picture is damaged on disk and is not in the backup.",
            plural="{count} pictures are damaged on disk and are not in the backup.",
            count=len(left_out),
        )
    )
    return ExitCode.PROBLEMS
