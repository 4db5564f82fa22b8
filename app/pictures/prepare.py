"""Pictures made ready for Canvas: upright, of a size that students can load, without the camera's private notes."""

import io
import struct
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from app.pictures.header import FORMATS, PictureHeader, Source, damaged, is_jpeg, opened, probe
from app.pictures.jpeg_notes import without_notes
from app.pictures.policy import MAX_SIDE, SMALLER_COPY_PIXELS, can_be_shrunk, check_size

JPEG_QUALITY = 92

KEPT_AS_PNG = frozenset({"BMP", "TIFF"})

_PNG_MODES = frozenset({"1", "L", "LA", "I", "I;16", "P", "RGB", "RGBA"})


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """Bytes that carry no orientation, with their size in pixels and their content type."""

    data: bytes
    width: int
    height: int
    content_type: str


def prepared(source: Source, name: str = "") -> PreparedPicture:
    """The picture as Canvas should get it.

    An upright one keeps its pixels byte for byte, without what a camera notes beside them; a turned one is turned for
    good, because a region drawn on it would otherwise be wrong for ever; BMP and TIFF become PNG, which is as exact,
    smaller, and shown by every browser. Raises `NotAPicture`, `PictureTooLarge`, `PictureDamaged`.
    """
    shown = name or (source.name if isinstance(source, Path) else "")
    header = probe(source, shown)
    check_size(header, shown)
    if header.orientation == 1 and header.format not in KEPT_AS_PNG:
        data = without_notes(source.read_bytes() if isinstance(source, Path) else source)
        _check_pixels(data, shown)
        return PreparedPicture(data, header.width, header.height, header.content_type)
    return written(ImageOps.exif_transpose(decoded(source, shown)), _kept_as(header))


def shrunk(source: Source, name: str = "", *, max_pixels: int = SMALLER_COPY_PIXELS) -> PreparedPicture:
    """An upright smaller copy of at most `max_pixels` with the same proportions; the format is kept.

    Raises `NotAPicture`, `PictureDamaged`, and `PictureTooLarge` where even decoding would not fit in memory.
    """
    shown = name or (source.name if isinstance(source, Path) else "")
    header = probe(source, shown)
    if not can_be_shrunk(header):
        check_size(header, shown)
    image = ImageOps.exif_transpose(decoded(source, shown, draft_pixels=max_pixels))
    scale = min(1.0, (max_pixels / (image.width * image.height)) ** 0.5, MAX_SIDE / max(image.size))
    size = (max(1, int(image.width * scale)), max(1, int(image.height * scale)))
    return written(image.resize(size, Image.Resampling.LANCZOS) if scale < 1 else image, _kept_as(header))


def first_frame(source: Source, name: str = "") -> bytes:
    """The first picture of an animation, as PNG. Raises `PictureDamaged`."""
    out = io.BytesIO()
    with decoded(source, name) as image:
        image.convert("RGBA").save(out, "PNG")
    return out.getvalue()


def _check_pixels(data: bytes, name: str) -> None:
    """A truncated file has a good header; decoding a small draft of it reads it to its end."""
    decoded(data, name, draft_pixels=1_000_000).close()


def _kept_as(header: PictureHeader) -> str:
    return "PNG" if header.format in KEPT_AS_PNG else header.format


def decoded(source: Source, name: str, *, draft_pixels: int = 0) -> Image.Image:
    """The pixels; a JPEG may come smaller, with at least about `draft_pixels`. Raises `PictureDamaged`."""
    try:
        image = opened(source)
        if draft_pixels and is_jpeg(image):
            scale = (draft_pixels / (image.width * image.height)) ** 0.5
            image.draft("RGB", (int(image.width * scale), int(image.height * scale)))
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise damaged(source, name) from error
    return image


def written(image: Image.Image, kind: str) -> PreparedPicture:
    """Encode as one of `FORMATS`, without any EXIF, comment or thumbnail.

    The orientation is in the pixels now, and the place of a photo is nobody's business.
    """
    out = io.BytesIO()
    options: dict[str, object] = {}
    if kind in ("JPEG", "WEBP"):
        options["quality"] = JPEG_QUALITY
    if kind in ("JPEG", "WEBP", "PNG"):
        options |= {"icc_profile": image.info.get("icc_profile"), "exif": b""}
    if "transparency" in image.info:
        image = image.convert("RGBA")
    elif kind == "PNG" and image.mode not in _PNG_MODES:
        image = image.convert("RGB")
    image.info = {}
    image.save(out, kind, **options)
    return PreparedPicture(out.getvalue(), image.width, image.height, FORMATS[kind])
