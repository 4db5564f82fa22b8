"""Files that the window writes for the person; called in the writer's thread."""

from pathlib import Path

from app.durable_file import write_durably
from app.errors import UserError
from app.message import message


class FileNotWritten(UserError):
    """The place cannot be written to."""


def write_file(path: Path, data: bytes) -> None:
    """Write a whole file or none. Raises `FileNotWritten`."""
    try:
        write_durably(path, data)
    except OSError as error:
        why = error.strerror or type(error).__name__
        told = message("The file “{name}” cannot be written: {why}.", name=path.name, why=why)
        raise FileNotWritten(told, message("Choose another place.")) from error
