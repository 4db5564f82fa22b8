"""The pictures of hot spots and texts on the command line: addresses for `show`, files taken in by `put`."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from app.cli.exit_code import wrong_use
from app.html.sources import sources, with_sources
from app.library import media
from app.library.library import Library
from app.message import message
from app.models.item import Item
from app.models.reading import read_entry
from app.pictures.prepare import PreparedPicture, prepared

MEDIA = "media:"
NAME_A_FILE = message("In image_url, name a picture file beside the JSON file, or an address.")
_ADDRESSES = ("http://", "https://", "data:")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|/|#", re.IGNORECASE)
"""How an address in a text begins that is no path beside the file: with a scheme, or on Canvas itself."""
_PICTURE = re.compile(r".*\.(?:png|jpe?g|gif|webp|bmp|svg)", re.IGNORECASE | re.DOTALL)


def image_url(wire: Mapping[str, Any]) -> str | None:
    """What an item in the API's shape names as its picture; only hot spots have one."""
    entry = wire.get("entry")
    data = entry.get("interaction_data") if isinstance(entry, Mapping) else None
    url = data.get("image_url") if isinstance(data, Mapping) else None
    return url if isinstance(url, str) and url else None


def with_image_url(wire: dict[str, Any], changed: Callable[[str], str]) -> dict[str, Any]:
    """The item with `changed` of its picture; others as they are."""
    url = image_url(wire)
    if url is None:
        return wire
    data = {**wire["entry"]["interaction_data"], "image_url": changed(url)}
    return {**wire, "entry": {**wire["entry"], "interaction_data": data}}


class Pictures:
    """The pictures that the items of one file name: all are read and judged before one is kept."""

    def __init__(self, library: Library, quiz_id: str, folder: Path) -> None:
        """`folder` is where relative paths begin."""
        self._library, self._folder = library, folder
        self._accounts = {link.account_id for link in library.links(quiz_id)}
        self._files: dict[str, PreparedPicture] = {}

    def look(self, items: list[Item], before: Iterable[Item] = ()) -> None:
        """Read every picture file. Raises `PictureError`, `WrongUse`; then nothing was kept.

        An address in a text that its item had `before` may be one that Canvas knows, and needs no file.
        """
        known = {item.id: frozenset(sources(item.wire())) for item in before}
        for item in items:
            url = image_url(item.wire())
            if url is not None and not url.startswith(_ADDRESSES):
                self._look_at(url)
            for source in sources(item.wire()):
                if source.startswith(MEDIA) or self._names_file(source, known.get(item.id, frozenset())):
                    self._look_at(source)

    def _look_at(self, url: str) -> None:
        if url.startswith(MEDIA):
            self._check_kept(url)
        elif url not in self._files:
            self._files[url] = self._prepared(url)

    def _names_file(self, source: str, known: frozenset[str]) -> bool:
        if _ELSEWHERE.match(source):
            return False
        return self._path(source).is_file() or (source not in known and _PICTURE.fullmatch(source) is not None)

    def _path(self, url: str) -> Path:
        """A text writes a blank as %20."""
        path = self._folder / url
        return path if "%" not in url or path.exists() else self._folder / unquote(url)

    def taken_in(self, item: Item) -> Item:
        """The item with its pictures in the library: those that it names by files or by their address on Canvas."""
        wire = item.wire()
        changed = with_image_url(with_sources(wire, self._source), self._reference)
        if changed == wire:
            return item
        return item.with_entry(read_entry(item.entry_type, changed["entry"]))

    def _source(self, source: str) -> str:
        if source in self._files:
            return self._reference(source)
        found = (media.uploaded_file_sha_at(self._library.db, account, source) for account in self._accounts)
        return next((f"{MEDIA}{sha}" for sha in found if sha is not None), source)

    def _reference(self, url: str) -> str:
        if (picture := self._files.get(url)) is not None:
            return self._library.take_media(
                picture.data,
                content_type=picture.content_type,
                width=picture.width,
                height=picture.height,
                name=Path(url).name,
            )
        found = (media.uploaded_sha_at(self._library.db, account, url) for account in self._accounts)
        return next((f"{MEDIA}{sha}" for sha in found if sha is not None), url)

    def _prepared(self, url: str) -> PreparedPicture:
        path = self._path(url)
        try:
            return prepared(path)
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            why = getattr(error, "strerror", None) or "no file can have this name"
            raise wrong_use(
                message('The picture "{path}" cannot be read: {why}.', path=str(path), why=why),
                NAME_A_FILE,
            ) from error

    def _check_kept(self, reference: str) -> None:
        if media.known(self._library.db, reference.removeprefix(MEDIA)) is None:
            raise wrong_use(message("The library has no picture {reference}.", reference=reference), NAME_A_FILE)
