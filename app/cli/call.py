"""One call of a command: its options, where it prints, its library and its token."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app import paths
from app.cli.printer import Printer
from app.library.errors import LibraryReadOnly, files_told
from app.library.library import Library
from app.preferences import LIBRARY_FOLDER, Preferences


@dataclass(frozen=True)
class Call:
    """What a command is given. `token` is that of the variable, which is out of the environment by now."""

    options: Namespace
    printer: Printer
    token: str | None = field(repr=False)

    @property
    def folder(self) -> Path:
        """Where the library is: as it was said, else where the window has it."""
        if self.options.library:
            return Path(self.options.library)
        return Path(Preferences(paths.preferences_file())[LIBRARY_FOLDER] or paths.data_folder())

    @property
    def canvas(self) -> str | None:
        """The address of `--canvas`, as it was typed."""
        text: str | None = self.options.canvas
        return text

    @contextmanager
    def library(self, *, writing: bool) -> Iterator[Library]:
        """The library, open. Raises `LibraryError`: also where it can only be read, but the command is to write."""
        with _opened(self.folder, writing=writing) as library:
            if writing and library.read_only_reason is not None:
                raise LibraryReadOnly(library.read_only_reason)
            yield library


def _opened(folder: Path, *, writing: bool) -> Library:
    with files_told(folder):
        return Library.open(folder, writing=writing)
