"""What a drop or the clipboard holds: a file, the bytes of one as browsers give them, or bare pixels."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QImage

_ENCODED = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/bmp": "bmp",
}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A picture and what it is called."""

    source: Path | bytes | QImage
    name: str


def may_hold_picture(data: QMimeData) -> bool:
    """Whether a drop of `data` is worth a try; nothing is read for it."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls()) or _encoded_format(data) is not None


def dropped(data: QMimeData) -> Dropped | None:
    """The first picture in `data`. Files come first: they have their own bytes and their name."""
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.is_file():
            return Dropped(path, path.name)
    kind = _encoded_format(data)
    if kind is not None:
        return Dropped(bytes(data.data(kind).data()), f"{_name(data)}.{_ENCODED[kind]}")
    picture = data.imageData()
    if isinstance(picture, QImage) and not picture.isNull():
        return Dropped(picture, f"{_name(data)}.png")
    return None


def _encoded_format(data: QMimeData) -> str | None:
    return next((kind for kind in _ENCODED if data.hasFormat(kind)), None)


def _name(data: QMimeData) -> str:
    """What the web address says, else "Pasted picture"."""
    addresses = [Path(url.path()).stem for url in data.urls() if url.path()]
    return next((name for name in addresses if name), QCoreApplication.translate("Picture", "Pasted picture"))
