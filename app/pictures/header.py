"""What the first bytes of a picture tell, without decoding it."""

import io
import struct
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from app.message import message
from app.pictures.errors import NotAPicture, PictureDamaged
from app.pictures.kind import HEAD, is_svg, kind_of

Source = bytes | Path

FORMATS = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "BMP": "image/bmp",
}
"""The kinds that Canvas shows in every browser, with their content types (decisions 27)."""

ONLY_READ = {"TIFF": "image/tiff"}
"""A kind that is taken in and kept as PNG: no browser shows it."""

_TYPES = FORMATS | ONLY_READ

Image.MAX_IMAGE_PIXELS = None  # Pillow's guard would hide the size that our own one (policy.py) tells the person

ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held; 1 means upright."""


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """`width` and `height` are stored pixels, before orientation; `size` is in bytes; `frames` counts an animation."""

    format: str
    width: int
    height: int
    orientation: int
    size: int
    frames: int

    @property
    def content_type(self) -> str:
        """The media type for an upload."""
        return _TYPES[self.format]

    @property
    def pixels(self) -> int:
        """Width × height."""
        return self.width * self.height


def probe(source: Source, name: str = "") -> PictureHeader:
    """Read the header. Raises `NotAPicture` for anything but PNG, JPEG, GIF, WebP, BMP and TIFF."""
    try:
        with opened(source) as image:
            found = "JPEG" if is_jpeg(image) else image.format or ""
            orientation = _orientation(image)
            frames = 1 if found == "JPEG" else int(getattr(image, "n_frames", 1))
            width, height = image.size
    except (UnidentifiedImageError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise _no_picture(source, name) from error
    except OSError as error:
        if error.errno is not None:  # the file system's fault, not the picture's
            raise
        raise damaged(source, name) from error
    if found not in _TYPES:
        raise _no_picture(source, name)
    return PictureHeader(found, width, height, orientation, size_of(source), frames)


def size_of(source: Source) -> int:
    """The bytes of the file."""
    return source.stat().st_size if isinstance(source, Path) else len(source)


def opened(source: Source) -> Image.Image:
    """The picture with only its header read; the caller has checked, or is about to check, its size."""
    return Image.open(source if isinstance(source, Path) else io.BytesIO(source), formats=tuple(_TYPES))


def is_jpeg(image: Image.Image) -> bool:
    """Whether it is a JPEG; phones write several pictures into one file, of which everybody shows the first."""
    return image.format in ("JPEG", "MPO")


def _orientation(image: Image.Image) -> int:
    if image.format == "PNG" and "exif" not in image.info:
        return 1  # Pillow would decode the whole picture to look for it behind the pixels
    found = image.getexif().get(ORIENTATION, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def damaged(source: Source, name: str) -> PictureDamaged:
    """The error for a picture whose header is good and whose pixels are not."""
    hint = message("Open it with a picture program and save it anew, then add that.")
    return PictureDamaged(message('"{name}" is damaged and cannot be read.', name=_shown(source, name)), hint)


def _shown(source: Source, name: str) -> str:
    return name or (source.name if isinstance(source, Path) else "")


def head_of(source: Source) -> bytes:
    """The first bytes, which tell the kind."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            return file.read(HEAD)
    return source[:HEAD]


def _no_picture(source: Source, name: str) -> NotAPicture:
    shown, head = _shown(source, name), head_of(source)
    if is_svg(head):
        hint = message("Save it as PNG with a drawing program, then add that.")
        return NotAPicture(message('"{name}" is an SVG drawing, which Canvas does not take here.', name=shown), hint)
    words = message('"{name}" is {kind}, not a picture that can be used.', name=shown, kind=kind_of(head))
    return NotAPicture(words, message("Use a PNG, JPEG, WebP, GIF, BMP or TIFF picture."))
