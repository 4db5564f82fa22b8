"""Why a file cannot be read, or a quiz not be written, at all."""

from app.errors import UserError
from app.message import Message, message


class FileRefused(UserError):
    """A file is not what it should be: damaged, too large, packed in a way that is not allowed."""

    def __init__(self, name: str, why: Message, hint: Message | None = None) -> None:
        super().__init__(message('"{name}" cannot be imported: {why}', name=name, why=why), hint)


class UnknownFormat(UserError):
    """Nobody here reads or writes a format of that name or ending."""


class Stopped(Exception):
    """The person cancelled; nothing was taken in or written."""
