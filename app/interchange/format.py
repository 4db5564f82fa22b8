"""What a format is to the rest of the program: a row of the table, and the functions of its folder."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from app.interchange.material import Loss, Material
from app.interchange.source import Source, Step
from app.message import Message
from app.models.quiz import Quiz

Media = Callable[[str], bytes]
"""The bytes of a `media:SHA256` reference; raises `MediaMissing` where they are not here."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file to be, and what of the quiz is not in it; `missing` are the ids of the items that are not there at all."""

    data: bytes
    losses: tuple[Loss, ...] = ()
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table.

    `read` and `write` are modules with a function of that name, loaded when they are called: `read(source)` gives a
    tuple of `Material` and raises `FileRefused`; `write(quiz, media, step)` gives `Written`, the same bytes for the
    same quiz. A module that reads also has `fits(source)`: whether a file looks like it, judged in a blink.
    `types` are those that it carries at least in part. `advice` is said before a file is written.
    """

    name: str
    title: Message
    endings: tuple[str, ...]
    types: tuple[str, ...]
    read: str | None = None
    write: str | None = None
    advice: Message | None = None

    def fits(self, source: Source) -> bool:
        """Whether a file looks like this format."""
        assert self.read is not None
        found: bool = import_module(self.read).fits(source)
        return found

    def material(self, source: Source) -> tuple[Material, ...]:
        """What the file holds. Raises `FileRefused`, `Stopped`."""
        assert self.read is not None
        found: tuple[Material, ...] = import_module(self.read).read(source)
        return found

    def written(self, quiz: Quiz, media: Media, step: Step) -> Written:
        """The file of a quiz. Raises `Stopped`, and what `media` raises."""
        assert self.write is not None
        made: Written = import_module(self.write).write(quiz, media, step)
        return made
