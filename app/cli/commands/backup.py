"""Copy the whole library, pictures included, into one file; a window may be open meanwhile. Names, answers and marks
of students stay out of it, because nothing deletes them from that file later; --with-students puts them in.
"""

from argparse import ArgumentParser
from pathlib import Path

from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.printer import quizzes
from app.library.backup import write_backup
from app.library.results.keeping import result_sets
from app.library.results.marks import marks
from app.message import message


def add_arguments(parser: ArgumentParser) -> None:
    """Where the copy goes."""
    parser.add_argument("to", metavar="TO", type=Path, help="the file that is written; one that is there is replaced")
    parser.add_argument("--with-students", action="store_true", help="also results of students and marks not sent")


def run(call: Call) -> ExitCode:
    """Write the copy and print where it is."""
    options = call.options
    to: Path = options.to
    if to.exists() and not to.is_file():  # a folder, or a device, which the copy would take the place of
        raise wrong_use(
            message('"{path}" is no file.', path=str(to)), message("Name the file that the backup is written to.")
        )
    with call.library(writing=False) as library:
        try:
            left_out = write_backup(library.db, library.folder, to, with_students=options.with_students)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise wrong_use(
                message('The backup "{path}" cannot be written: {why}.', path=str(to), why=why),
                message("Choose another place for it."),
            ) from error
        count = len(library.quizzes())
        results, unsent = (0, 0) if options.with_students else (len(result_sets(library.db)), len(marks(library.db)))
    document = {
        "file": str(to), "quizzes": count, "left_out": list(left_out), "results_left_out": results,
        "marks_left_out": unsent,
    }  # fmt: skip
    call.printer.result(document, [f"{to}: {quizzes(count)}"])
    _say_left_out(call, results, unsent)
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


def _say_left_out(call: Call, results: int, unsent: int) -> None:
    if unsent:
        call.printer.say(
            message(
                "1 mark that is not on Canvas yet is not in the backup; --with-students puts it in.",
                plural="{count} marks that are not on Canvas yet are not in the backup; --with-students puts them in.",
                count=unsent,
            )
        )
    elif results:
        call.printer.say(message("Results of students are not in the backup; --with-students puts them in."))
