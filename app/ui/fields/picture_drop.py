"""What a drop or the clipboard holds: a file, the bytes of one as browsers give them, or bare pixels."""

import base64
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QImage

_WINDOWS = 'application/x-qt-windows-mime;value="FileContents"'
"""The bytes of a file that a browser on Windows gives; its name is in the address."""

_ENCODED = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tif",
    "image/svg+xml": "svg",
    _WINDOWS: "",
}

_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"data:image/[a-z+.-]+;base64,(?P<data>[A-Za-z0-9+/=%]+)")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A picture and what it is called."""

    source: Path | bytes | QImage
    name: str


def may_hold_picture(data: QMimeData) -> bool:
    """Whether a drop of `data` is worth a try; nothing is read for it."""
    return (
        data.hasImage()
        or any(url.isLocalFile() or url.scheme() == "data" for url in data.urls())
        or _encoded_format(data) is not None
        or _inline(data) is not None
    )


def dropped(data: QMimeData) -> Dropped | None:
    """The first picture in `data`. Files come first: they have their own bytes and their name."""
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.is_file():
            return Dropped(path, path.name)
    kind = _encoded_format(data)
    if kind is not None:
        name = f"{_name(data)}.{_ENCODED[kind]}" if _ENCODED[kind] else _name(data)
        return Dropped(bytes(data.data(kind).data()), name)
    inline = _inline(data)
    if inline is not None:
        return Dropped(inline, _pasted())
    picture = data.imageData()
    if isinstance(picture, QImage) and not picture.isNull():
        return Dropped(picture, f"{_name(data)}.png")
    return None


def _encoded_format(data: QMimeData) -> str | None:
    return next((kind for kind in _ENCODED if data.hasFormat(kind)), None)


def _inline(data: QMimeData) -> bytes | None:
    """The bytes of a picture that a page holds in itself: browsers give it as a `data:` address."""
    addresses = [url.toString() for url in data.urls()]
    page = data.html() if data.hasHtml() else ""
    for text in (*addresses, "" if _TAG.sub("", page).strip() else page):  # not a picture among words
        found = _INLINE.search(text)
        if found:
            with suppress(ValueError):
                return base64.b64decode(unquote(found["data"]), validate=True)
    return None


def _name(data: QMimeData) -> str:
    """What the web address says, else "Pasted picture"."""
    addresses = [Path(url.path()).stem for url in data.urls() if url.path() and url.scheme() != "data"]
    return next((name for name in addresses if name), _pasted())


def _pasted() -> str:
    return QCoreApplication.translate("Picture", "Pasted picture")
