"""Let a library that was handed over to another computer be changed here again.

Where it was already taken in there, both can be changed from then on: when they meet again, quizzes that were changed
on both are kept twice.
"""

from argparse import ArgumentParser

from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.printer import quizzes
from app.library.errors import files_told
from app.library.library import Library
from app.library.moving import take_back


def add_arguments(_parser: ArgumentParser) -> None:
    """None."""


def run(call: Call) -> ExitCode:
    """Take it back and print how many quizzes there are."""
    with files_told(call.folder), Library.open(call.folder) as library:
        take_back(library)
        count = len(library.quizzes())
    call.printer.result({"library": str(call.folder), "quizzes": count}, [f"{call.folder}: {quizzes(count)}"])
    return ExitCode.DONE
