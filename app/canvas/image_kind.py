"""What the first bytes of a picture say it is."""

from typing import Literal

ImageKind = Literal["image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"]

BEGINNINGS: dict[bytes, ImageKind] = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"BM": "image/bmp",
}


def image_kind(data: bytes) -> ImageKind | None:
    """The media type of a PNG, JPEG, GIF, WebP or BMP, None for everything else, SVG included (decisions, 27)."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for beginning, kind in BEGINNINGS.items() if data.startswith(beginning)), None)
