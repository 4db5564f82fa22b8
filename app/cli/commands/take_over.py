"""Take in a library that was handed over on another computer. What is here stays; nothing of either is lost.

A quiz that was changed on both computers is kept twice, and is named. Exit code 1 says that there is one. Access tokens
did not come along: connect the accounts again.
"""

from argparse import ArgumentParser
from pathlib import Path

from app import paths
from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.printer import quizzes
from app.interchange.luggage import unpacked
from app.library.errors import files_told
from app.library.library import Library
from app.library.moved_file import moved_library
from app.library.taking_over import take_over
from app.message import message
from app.preferences import Preferences


def add_arguments(parser: ArgumentParser) -> None:
    """The file."""
    parser.add_argument("source", metavar="FROM", type=Path, help="a file that “quizwright move” or the window wrote")


def run(call: Call) -> ExitCode:
    """Take it in and print what became of it."""
    source: Path = call.options.source
    if not source.is_file():
        raise wrong_use(message('There is no file "{path}".', path=str(source)))
    with files_told(source):
        moved = moved_library(source)
    with files_told(call.folder), Library.open(call.folder) as library:
        arrival = take_over(library, source)
        unpacked(moved.luggage, Preferences(paths.preferences_file()), paths.own_words_file())
        count = len(library.quizzes())
    told = {"quizzes": count, "new": arrival.new, "updated": arrival.updated, "twice": list(arrival.twice)}
    call.printer.result(told, [f"{call.folder}: {quizzes(count)}"])
    for title in arrival.twice:
        call.printer.say(message('"{title}" was changed on both computers: both are kept.', title=title))
    return ExitCode.PROBLEMS if arrival.twice else ExitCode.DONE
