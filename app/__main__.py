"""`quizwright`: a command goes to the command line; nothing, or files, opens the window.

Only what the choice needs is imported here: the window must not wait for the parser of the command line.
"""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from app.cli.table import COMMANDS, TOKEN_VARIABLE, VALUE_OPTIONS, first_word

STOPPED = 130
READ_FILES = "--read-files"
"""Not for people: how the program starts itself to read what others made (app/interchange/apart.py)."""


def main() -> int:
    """Run the program with the arguments of this process; gives its exit code."""
    arguments = sys.argv[1:]
    try:
        if arguments[:1] == ["--self-test"]:
            os.environ.pop(TOKEN_VARIABLE, None)
            return int(import_module("app.self_test").main(arguments[1:]))
        if arguments == [READ_FILES]:
            os.environ.pop(TOKEN_VARIABLE, None)
            return int(import_module("app.interchange.apart").main())
        if opens_window(arguments):
            os.environ.pop(TOKEN_VARIABLE, None)  # it is for the commands
            gc.disable()  # nothing of what a start makes is garbage; the window enables it when it is painted
            return int(import_module("app.gui").main(arguments))
        return int(import_module("app.cli.main").main(arguments))
    except KeyboardInterrupt:
        return STOPPED


def opens_window(arguments: list[str]) -> bool:
    """Whether no command is called: there are options of the window alone, and the first word, if any, is a file."""
    options = {argument.partition("=")[0] for argument in arguments if argument.startswith("-")}
    if options - set(VALUE_OPTIONS) or arguments[-1:] in [[name] for name in VALUE_OPTIONS]:
        return False  # the command line knows it, or says what is wrong with it
    word = first_word(arguments)
    return word is None or (word not in COMMANDS and (Path(word).suffix != "" or Path(word).exists()))


if __name__ == "__main__":
    sys.exit(main())
