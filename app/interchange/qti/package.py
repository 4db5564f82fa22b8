"""The files of a package: documents to read, and pictures by whatever address a text gives them."""

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from app.interchange.errors import FileRefused
from app.interchange.source import Source
from app.library.packed import NotReadable, Packed
from app.message import Message, message

MAGIC: Final = b"PK\x03\x04"
_DOCUMENTS = (".xml", ".qti", ".dat")
_BASE = re.compile(r"^(?:\$|%24)IMS[-_]?CC[-_]?FILE_?BASE(?:\$|%24)[\\/]*", re.IGNORECASE)
_FOLDERS = ("", "web_resources/")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Package:
    """A zip, or a bare document as a package of one. Nothing outside it is ever read.

    `lost` is what was left out because its name leads out of the package.
    """

    def __init__(self, source: Source) -> None:
        """Raises `FileRefused`."""
        self.name = source.name
        self.lost: list[Message] = []
        self._bare = None if source.data.startswith(MAGIC) else source.data
        self._names: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._read: dict[str, bytes | None] = {}
        if self._bare is None:
            try:
                self._packed = Packed(io.BytesIO(source.data))
            except NotReadable as error:
                raise FileRefused(source.name, error.why) from error
            for name in self._packed.names:
                self._take(name)

    def _take(self, name: str) -> None:
        path = _path(name)
        if path is None:
            self.lost.append(message("{name}: a name that leads out of the file is not read.", name=name[:80]))
        elif path and not path.startswith("__macosx/") and not name.endswith("/"):
            self._names.setdefault(path, name)
            last = path.rpartition("/")[2]
            for key in {last, last.rpartition(".")[0] or last}:
                self._by_name.setdefault(key, []).append(name)

    @property
    def documents(self) -> Iterator[str]:
        """The names of what may be XML, in the order of the package."""
        if self._bare is not None:
            yield self.name
        for path, name in self._names.items():
            if path.endswith(_DOCUMENTS):
                yield name

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises `NotReadable`."""
        return self._bare if self._bare is not None else self._packed.read(name)

    def find(self, address: str) -> bytes | None:
        """The bytes of what a text names, None where the package has no such file, or only outside."""
        if _SCHEME.match(address) or self._bare is not None:
            return None
        plain = _BASE.sub("", address.strip())
        plain = _BASE.sub("", unquote(plain)).partition("?")[0]
        path = _path(plain)
        if not path:
            return None
        for folder in _FOLDERS:
            if (name := self._names.get(f"{folder}{path}")) is not None:
                return self._bytes(name)
        same = self._by_name.get(path.rpartition("/")[2], [])
        return self._bytes(same[0]) if len(same) == 1 else None

    def _bytes(self, name: str) -> bytes | None:
        """The bytes of a file; read once, because a picture may stand in every question and all reading is counted."""
        if name not in self._read:
            try:
                self._read[name] = self._packed.read(name)
            except NotReadable:
                self._read[name] = None
        return self._read[name]


def _path(name: str) -> str | None:
    """A name as it is compared: slashes one way, case and Unicode folded; None where it leads out of the package."""
    path = unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()
    if path.startswith("/") or re.match(r"^[a-z]:", path) or "\0" in path:
        return None
    parts = [part for part in path.split("/") if part not in ("", ".")]
    return None if ".." in parts else "/".join(parts)
