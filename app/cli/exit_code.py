"""How a command ended, for scripts (command-line.md, Exit codes), and which error ends it how."""

from enum import IntEnum

from app.canvas.errors import AddressRefused, CanvasError
from app.errors import UserError
from app.library.errors import LibraryError, NoSuchQuiz, SeveralQuizzes
from app.message import Message


class ExitCode(IntEnum):
    """The promise to scripts."""

    DONE = 0
    PROBLEMS = 1
    WRONG_USE = 2
    CONFLICTS = 3
    CANVAS = 4
    LIBRARY = 5
    STOPPED = 130


class WrongUse(UserError):
    """What was asked for cannot be done as it was asked: a file, an id or an option is wrong."""


class CanvasFailed(UserError):
    """Canvas was asked and the job could not be finished; nothing is lost, run again."""


def code_of(error: UserError) -> ExitCode:
    """The exit code for an error that ends a command."""
    if isinstance(error, (NoSuchQuiz, SeveralQuizzes, AddressRefused)):
        return ExitCode.WRONG_USE
    if isinstance(error, (CanvasError, CanvasFailed)):
        return ExitCode.CANVAS
    return ExitCode.LIBRARY if isinstance(error, LibraryError) else ExitCode.WRONG_USE


def wrong_use(words: Message, hint: Message | None = None) -> WrongUse:
    """The error for a command that was given something unusable."""
    return WrongUse(words, hint)
