"""A real shelf of pictures over a real library in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.session.pictures import PictureShelf
from app.session.writer import Writer


@dataclass
class Shelf:
    """The shelf, and the thread that writes for it."""

    pictures: PictureShelf
    writer: Writer

    def settle(self, qtbot: QtBot) -> None:
        """Wait until everything that was handed to it has been answered."""
        answered: list[None] = []
        self.pictures.studio.submit(lambda: None, lambda _: self.writer.submit(lambda: None, answered.append))
        qtbot.waitUntil(lambda: bool(answered))


@contextmanager
def open_shelf(folder: Path) -> Iterator[Shelf]:
    """Open a library in `folder` for its pictures."""
    writer = Writer()
    with Library.open(folder) as library:
        pictures = PictureShelf(library, library.reader(), writer)
        yield Shelf(pictures, writer)
        pictures.close()
        writer.close()
