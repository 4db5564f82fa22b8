"""Hand the library over to another computer: everything goes into one file, and here it can only be read from then on.

“quizwright take-over FILE” takes it in there, where only the accounts have to be connected again; “quizwright
take-back” makes this copy the one to be changed again. No window or other command may have the library open.
"""

from argparse import ArgumentParser
from pathlib import Path

from app import paths
from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.printer import quizzes
from app.interchange.luggage import packed
from app.library.errors import files_told
from app.library.moving import hand_over
from app.message import message
from app.preferences import Preferences


def add_arguments(parser: ArgumentParser) -> None:
    """Where everything goes."""
    parser.add_argument("to", metavar="TO", type=Path, help="the file that is written; one that is there is replaced")


def run(call: Call) -> ExitCode:
    """Write the file, mark this copy, and print where it is."""
    to: Path = call.options.to
    if to.exists() and not to.is_file():
        raise wrong_use(message('"{path}" is no file.', path=str(to)), message("Name the file that is written."))
    if not to.absolute().parent.is_dir():
        raise wrong_use(message('There is no folder "{path}".', path=str(to.absolute().parent)))
    with call.library(writing=True) as library:
        with files_told(to):
            luggage = packed(Preferences(paths.preferences_file()), paths.own_words_file())
        left_out = hand_over(library, to, luggage)
        count = len(library.quizzes())
    call.printer.result({"file": str(to), "quizzes": count, "left_out": list(left_out)}, [f"{to}: {quizzes(count)}"])
    if not left_out:
        return ExitCode.DONE
    call.printer.say(
        message(
            "1 picture is damaged on disk and is not in the file.",
            plural="{count} pictures are damaged on disk and are not in the file.",
            count=len(left_out),
        )
    )
    return ExitCode.PROBLEMS
