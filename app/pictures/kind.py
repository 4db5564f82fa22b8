"""What a file is that is no picture we take, by its first bytes: the person is told which of hers it was."""

from typing import Final

from app.message import Message, message

HEAD: Final = 1024
"""So many first bytes tell the kind."""

_BY_START: Final = (
    (b"%PDF", message("a PDF document")),
    (b"\xd0\xcf\x11\xe0", message("a document of an older Office program")),
    (b"PK\x03\x04", message("an Office document or a ZIP archive")),
    (b"\x1f\x8b", message("a packed file")),
    (b"8BPS", message("a Photoshop document")),
    (b"%!PS", message("a PostScript document")),
    (b"RIFF", message("a sound or a film")),
    (b"ID3", message("a sound")),
    (b"\x1aE\xdf\xa3", message("a film")),
)
_PHOTOS_OF_PHONES: Final = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")


def is_svg(head: bytes) -> bool:
    """Whether a file that begins like this is an SVG drawing."""
    return b"<svg" in head.lower()


def kind_of(head: bytes) -> Message:
    """What a file that begins with `head` is, in words."""
    if head[4:8] == b"ftyp":
        return message("a HEIC or AVIF photo") if head[8:12] in _PHOTOS_OF_PHONES else message("a film")
    for start, words in _BY_START:
        if head.startswith(start):
            return words
    if b"<html" in head.lower():
        return message("a web page")
    return message("a text") if _is_text(head) else message("an unknown kind of file")


def _is_text(head: bytes) -> bool:
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and bool(head)  # the cut may go through a letter
    return bool(head) and b"\0" not in head
