"""Why the library cannot be opened, read or written.

LibraryError
├── NotALibrary        the file is no database of ours
├── LibraryDamaged     SQLite found the file damaged
├── LibraryInUse       another window or command writes
├── LibraryReadOnly    it may be read, not written; the reason says why
├── DiskFull           nothing more can be kept
│   └── NoRoomToOpen   not even what SQLite needs beside the file
├── NotWritten         the disk refused
├── NoSuchQuiz, SeveralQuizzes   what was asked for is not one quiz
├── MediaMissing       a picture is gone or damaged
├── NotABackup         a backup that cannot be restored
├── NotAMovedLibrary   a file that holds no library from another computer
└── NotANativeFile     a .quizwright file that cannot be read
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import UserError
from app.message import Message, message


class LibraryError(UserError):
    """The library cannot do what was asked. What is in memory is kept."""


class NotALibrary(LibraryError):
    """The file is something else: it is not touched."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            message('"{path}" is not a Quizwright library.', path=str(path)),
            message("It was left as it is. Choose another folder, or move that file away."),
        )


class LibraryDamaged(LibraryError):
    """SQLite cannot make sense of the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            message('The library "{path}" is damaged.', path=str(path)),
            message("It was left as it is. Restore the newest file of the folder “backups” beside it."),
        )


class LibraryInUse(LibraryError):
    """Another process holds the lock for writing."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            message('The library in "{folder}" is open in another window or command.', folder=str(folder)),
            message("Close that one first. Reading works meanwhile."),
        )


class LibraryReadOnly(LibraryError):
    """A write to a library that is open for reading only."""

    def __init__(self, reason: Message, hint: Message | None = None) -> None:
        super().__init__(reason, hint or message("You can read it; nothing can be changed."))


class DiskFull(LibraryError):
    """The last change could not be kept on disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            message('There is no space left on the disk of "{path}".', path=str(path)),
            message("Free some space and try again."),
        )


class NoRoomToOpen(DiskFull):
    """The file that all connections share could not be made: the library may be read, nobody can write."""


class NotWritten(LibraryError):
    """The disk refused a read or a write."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            message('The disk refused "{path}": {why}.', path=str(path), why=why),
            message("Check that the folder is there and may be written."),
        )


@contextmanager
def files_told(path: Path) -> Iterator[None]:
    """Turns the system's refusals of files into `DiskFull` and `NotWritten`."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(path) from error
        raise NotWritten(path, error.strerror or type(error).__name__) from error


class NoSuchQuiz(LibraryError):
    """No quiz has this id or title."""

    def __init__(self, text: str) -> None:
        super().__init__(
            message('There is no quiz "{text}" in the library.', text=text),
            message("“quizwright list” shows ids and titles."),
        )


class SeveralQuizzes(LibraryError):
    """More than one quiz has this title or beginning of an id."""

    def __init__(self, text: str, ids: list[str]) -> None:
        super().__init__(
            message('"{text}" stands for {number} quizzes: {ids}.', text=text, number=len(ids), ids=", ".join(ids)),
            message("Use one of these ids."),
        )


class MediaMissing(LibraryError):
    """A picture of the library is gone from its folder, or its bytes are not those that were kept."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            message('The picture "{path}" is missing or damaged.', path=str(path)),
            message("Add it again, or put it back from a backup."),
        )


class NotABackup(LibraryError):
    """The file is no backup, or it is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            message('"{path}" is not a backup of a Quizwright library, or it is damaged.', path=str(path)),
            message("The library was left as it is. Choose another backup."),
        )


class NotAMovedLibrary(LibraryError):
    """The file holds no library that was moved, or not one that this version reads."""

    def __init__(self, path: Path, why: Message | None = None, hint: Message | None = None) -> None:
        super().__init__(
            why or message('"{path}" is no library that was moved from another computer.', path=str(path)),
            hint or message("Choose the file that “Move this library to another computer…” wrote there."),
        )


class NotANativeFile(LibraryError):
    """The file is no .quizwright file that this version reads."""

    def __init__(self, name: str, why: Message) -> None:
        super().__init__(
            message('"{name}" cannot be read as a Quizwright file: {why}', name=name, why=why),
            message("Ask for the file again, or open it with the newest version of Quizwright."),
        )
