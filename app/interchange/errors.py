"""Why a file cannot be read, or a quiz not be written, at all."""

from app.errors import UserError
from app.interchange.table_head import TableHead
from app.message import Message, message


class FileRefused(UserError):
    """A file is not what it should be: damaged, too large, packed in a way that is not allowed."""

    def __init__(self, name: str, why: Message, hint: Message | None = None) -> None:
        super().__init__(message('"{name}" cannot be imported: {why}', name=name, why=why), hint)


class ColumnsUnknown(FileRefused):
    """A table whose first row does not say what its columns are: a person may."""

    def __init__(self, name: str, why: Message, hint: Message, head: TableHead) -> None:
        super().__init__(name, why, hint)
        self.head = head


class UnknownFormat(UserError):
    """Nobody here reads or writes a format of that name or ending."""


class Stopped(Exception):
    """The person cancelled; nothing was taken in or written."""
