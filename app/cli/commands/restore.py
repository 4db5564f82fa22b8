"""Put a backup in the place of the library. What was there is kept aside, in a folder "replaced-…" of the library.

No window or other command may have the library open.
"""

import time
from argparse import ArgumentParser
from pathlib import Path

from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.printer import quizzes
from app.library.backup import restore_backup
from app.library.errors import files_told
from app.library.folder_lock import FolderLock
from app.message import message


def add_arguments(parser: ArgumentParser) -> None:
    """The backup."""
    parser.add_argument("source", metavar="FROM", type=Path, help="a file that “quizwright backup” wrote")


def run(call: Call) -> ExitCode:
    """Restore and print how many quizzes there are now."""
    source: Path = call.options.source
    if not source.is_file():
        raise wrong_use(message('There is no file "{path}".', path=str(source)))
    _restore(source, call.folder)
    with call.library(writing=False) as library:
        count = len(library.quizzes())
    call.printer.result({"library": str(call.folder), "quizzes": count}, [f"{call.folder}: {quizzes(count)}"])
    return ExitCode.DONE


def _restore(source: Path, folder: Path) -> None:
    with files_told(folder), FolderLock(folder):
        restore_backup(source, folder, time.time())
