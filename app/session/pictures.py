"""Pictures taken into the library beside the window, and the files that show them."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from app.errors import UserError
from app.library.library import Library
from app.library.media import known, sha_at
from app.message import message
from app.session.worker import Worker
from app.session.writer import Writer

if TYPE_CHECKING:
    from app.pictures.prepare import PreparedPicture
    from app.pictures.rework import Rework

MEDIA = "media:"


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """A picture that is in the library now; width and height in upright pixels, size in bytes."""

    reference: str
    path: Path
    name: str
    width: int
    height: int
    size: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Width and height in pixels, the file's size in bytes, and what kind of file it is ("JPEG")."""

    width: int
    height: int
    size: int
    kind: str


Done = Callable[[TakenPicture | UserError], None]


class MissingPicture(UserError):
    """The picture is on Canvas and not here."""


T = TypeVar("T", bound=QObject)


class PictureShelf(QObject):
    """Where editors get pictures and bring new ones.

    Pictures are decoded and made in a thread of their own: seconds with a large one, in which the writer keeps what is
    typed.
    """

    def __init__(self, library: Library, reader: Library, writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._reader, self._writer = library, reader, writer
        self.studio = Worker("pictures", self)
        self._beside: dict[type[QObject], QObject] = {}

    def beside(self, kind: type[T]) -> T:
        """The one of a kind that everything shares which shares the pictures; made when it is first wanted."""
        found = self._beside.get(kind)
        if not isinstance(found, kind):
            found = self._beside[kind] = kind(self)
        return found

    def close(self) -> None:
        """Finish the picture that is being made; nobody is there to get it any more."""
        self.studio.close()

    def path_of(self, reference: str) -> Path | None:
        """The file of a `media:SHA256` reference, or of an address whose picture was fetched; None if not here."""
        sha = reference.removeprefix(MEDIA) if reference.startswith(MEDIA) else sha_at(self._reader.db, reference)
        path = self._reader.files.path(sha) if sha else None
        return path if path is not None and path.exists() else None

    def facts(self, reference: str) -> Facts | None:
        """What is known of a picture that is here."""
        path = self.path_of(reference)
        found = known(self._reader.db, path.name) if path is not None else None
        if found is None or found.width is None or found.height is None:
            return None
        return Facts(found.width, found.height, found.size, found.content_type.partition("/")[2].upper())

    def take(self, source: bytes | Path, name: str, done: Done, *, smaller: bool = False) -> None:
        """Take a picture in: upright, within the limits; `smaller` makes a copy of at most 12 megapixels first.

        `done` gets the picture or the error, on the window's thread.
        """
        self._make(lambda: _prepared(source, name, smaller=smaller), name, done)

    def rework(self, reference: str, rework: "Rework", name: str, done: Done) -> None:
        """Make another picture out of one that is here, which stays as it is."""
        path = self.path_of(reference)
        if path is None:
            hint = message("The next sync brings it here.")
            done(MissingPicture(message("The picture is not on this computer."), hint))
            return
        self._make(lambda: _reworked(path, rework, name), name, done)

    def kept(self, reference: str) -> str | None:
        """The `media:SHA256` of a picture that is here, whatever it is called; None if it is not here."""
        path = self.path_of(reference)
        return f"{MEDIA}{path.name}" if path is not None else None

    def _make(self, work: "Callable[[], PreparedPicture]", name: str, done: Done) -> None:
        """Make a picture beside the window, then have the writer keep it."""
        self.studio.submit(work, lambda made: self._writer.submit(lambda: self._kept(made, name), done, done), done)

    def _kept(self, picture: "PreparedPicture", name: str) -> TakenPicture:
        reference = self._library.take_media(
            picture.data,
            content_type=picture.content_type,
            width=picture.width,
            height=picture.height,
            name=name,
        )
        path = self._library.media_path(reference)
        return TakenPicture(reference, path, name, picture.width, picture.height, len(picture.data))


def _prepared(source: bytes | Path, name: str, *, smaller: bool) -> "PreparedPicture":
    prepare: Any = import_module("app.pictures.prepare")
    made: PreparedPicture = (prepare.shrunk if smaller else prepare.prepared)(source, name)
    return made


def _reworked(path: Path, rework: "Rework", name: str) -> "PreparedPicture":
    made: PreparedPicture = import_module("app.pictures.rework").reworked(path, rework, name)
    return made
