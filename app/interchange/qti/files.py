"""Pictures of a quiz as files of its package."""

from typing import Final
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from app.errors import UserError
from app.html.sources import with_sources
from app.interchange.format import Media
from app.interchange.pictures import Pictures
from app.message import Message, message
from app.pictures.header import probe

_BASE: Final = "$IMS-CC-FILEBASE$/"
_FOLDER: Final = "Uploaded Media/"
_ENDINGS: Final = {"image/jpeg": ".jpg"}
_MEDIA: Final = "media:"
_INLINE: Final = "data:"


class Files:
    """`data`: path in the package → bytes, in the order in which they are first named."""

    def __init__(self, media: Media) -> None:
        self._media = media
        self._inline = Pictures()
        self.data: dict[str, bytes] = {}
        self.lost: list[Message] = []

    def in_html(self, html: str | None) -> str:
        """A rich text with the addresses of its pictures in the package: names with their endings."""
        text: str = with_sources(html or "", lambda reference: self._address(reference, with_ending=True))
        return text

    def of_hot_spot(self, reference: str) -> str:
        """The address of the picture of a hot spot: Canvas writes it without an ending."""
        return self._address(reference, with_ending=False)

    def _address(self, reference: str, *, with_ending: bool) -> str:
        own = self._inline.reference(reference) or reference
        if not own.startswith(_MEDIA):
            if reference.startswith(_INLINE):
                self.lost.append(message("A picture inside a text that cannot be read."))
            elif reference:
                name = reference.partition("?")[0].rstrip("/").rpartition("/")[2][:60]
                self.lost.append(message("Picture {name}: only its address is in the file.", name=name or "…"))
            return reference
        sha = own.removeprefix(_MEDIA)
        data = self._inline.media.get(sha) or self._media(own)
        path = f"{_FOLDER}{uuid5(NAMESPACE_URL, own)}{_ending(data) if with_ending else ''}"
        self.data[path] = data
        return f"{_BASE}{quote(path) if with_ending else path}"


def _ending(data: bytes) -> str:
    try:
        kind = probe(data).content_type
    except UserError:
        return ""
    return _ENDINGS.get(kind, f".{kind.partition('/')[2]}")
