"""A file to be read: its bytes within a limit, its name, and how far the reading is."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app.interchange.errors import FileRefused
from app.interchange.table_head import KnownRoles
from app.message import message

MOST_BYTES: Final = 200 * 2**20
"""As much as a packed file may unpack to (reliability.md 3.3)."""

_EVERY_SECONDS: Final = 0.05

Step = Callable[[int, int], None]
"""Told `done` of `total` questions now and then; raises `Stopped` where the person cancelled."""


def seldom(step: Step) -> Step:
    """The same, without calls within 50 ms of another: no bar has to be painted as often as questions are read."""
    told = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _EVERY_SECONDS:
            told = time.monotonic()
            step(done, total)

    return tell


def quietly(_done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Source:
    """The whole file in memory. Nothing outside it is ever read, whatever it names.

    `roles` is what a person said of the columns of tables.
    """

    name: str
    data: bytes
    step: Step = quietly
    roles: KnownRoles = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path, step: Step = quietly) -> "Source":
        """Read a file. Raises `FileRefused`."""
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise FileRefused(path.name, message("{why}.", why=error.strerror or str(error))) from error
        if len(data) > MOST_BYTES:
            raise FileRefused(path.name, message("it is larger than {most} megabytes.", most=MOST_BYTES // 2**20))
        return cls(path.name, data, step)

    @property
    def title(self) -> str:
        """What a quiz of this file is called where the file does not say."""
        return Path(self.name).stem.replace("_", " ").strip() or self.name

    @property
    def ending(self) -> str:
        """Of the name, in small letters, with its point; "" where there is none."""
        return Path(self.name).suffix.lower()

    @property
    def text(self) -> str:
        """As text: UTF-8 with or without its mark, UTF-16 with its mark, else as old Windows wrote. Never fails."""
        for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
            if self.data.startswith(mark):
                return _lines(self.data.decode(encoding, errors="replace"))
        try:
            return _lines(self.data.decode("utf-8"))
        except UnicodeDecodeError:
            return _lines(self.data.decode("cp1252", errors="replace"))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
