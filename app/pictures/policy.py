"""How large a picture may be (decisions 27)."""

from app.message import Message, message
from app.pictures.errors import PictureTooLarge
from app.pictures.header import PictureHeader

MAX_PIXELS = 128_000_000
MAX_SIDE = 32_767
MAX_PIXELS_FROM_ELSEWHERE = 40_000_000
"""The limit for pictures that come inside HTML or an imported file, which nobody chose by hand."""

SMALLER_COPY_PIXELS = 12_000_000
"""What a smaller copy has at most: sharp on any screen that students use."""

LARGEST_DECODED_PIXELS = 256_000_000
"""A smaller copy is made of pictures that decode to this much, about 1 GB of memory."""

BLUR_CELLS = 2
"""What a blurred cover keeps of its shorter side: two spots of colour, in which no letter is read."""

STUDENT_SIDE = 2000
"""Pixels of the longer side that students need: twice what Canvas shows of a picture, for dense screens."""

JPEG_REDUCTION = 8
"""A JPEG can be decoded straight to an eighth of its sides."""


def check_size(header: PictureHeader, name: str, *, max_pixels: int = MAX_PIXELS) -> None:
    """Raises `PictureTooLarge` with the sizes in words where a side or the area is over the limit."""
    if header.pixels <= max_pixels and max(header.width, header.height) <= MAX_SIDE:
        return
    words = message(
        '"{name}" has {width} × {height} pixels. Up to {limit} megapixels and {side} pixels a side can be used.',
        name=name,
        width=header.width,
        height=header.height,
        limit=max_pixels // 1_000_000,
        side=MAX_SIDE,
    )
    raise PictureTooLarge(words, _way_out(header), shrinkable=can_be_shrunk(header))


def can_be_shrunk(header: PictureHeader) -> bool:
    """Whether a smaller copy can be made of it here."""
    reduction = JPEG_REDUCTION**2 if header.format == "JPEG" else 1
    return header.pixels <= LARGEST_DECODED_PIXELS * reduction


def _way_out(header: PictureHeader) -> Message:
    if can_be_shrunk(header):
        return message("Make a smaller copy.")
    return message("Make it smaller with a picture program, then add that.")
