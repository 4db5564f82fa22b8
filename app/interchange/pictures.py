"""The pictures of one file: found by the name that a text gives them, kept by SHA-256."""

import base64
import binascii
import hashlib
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from app.errors import UserError
from app.message import Message, message
from app.pictures.errors import PictureTooLarge
from app.pictures.header import probe
from app.pictures.policy import MAX_PIXELS_FROM_ELSEWHERE, check_size

FindFile = Callable[[str], bytes | None]
"""The bytes of a file by the address that a text gives it; None where the package has no such file."""

_ON_THE_WEB = ("http://", "https://")
_TAKEN = "media:"


def no_file(_address: str) -> None:
    """A format that carries no files."""
    return


class Pictures:
    """Takes in what texts name; `media` has everything that was taken in, by SHA-256."""

    def __init__(self, find: FindFile = no_file) -> None:
        self._find = find
        self.media: dict[str, bytes] = {}
        self._too_large: set[str] = set()

    def reference(self, address: str) -> str | None:
        """`media:SHA256` of a picture in the file; an address on the web stays as it is and is not fetched; else None.

        What is no picture that can be used is not taken in. A file cannot name a picture of the library that it does
        not bring along itself.
        """
        if address.startswith(_TAKEN):
            return address if address.removeprefix(_TAKEN) in self.media else None
        if address.lower().startswith(_ON_THE_WEB):
            return address
        data = _inline(address) if address.lower().startswith("data:") else self._find(address)
        return None if data is None else self.take(data, address)

    def is_too_large(self, address: str) -> bool:
        """Whether a picture is there, and larger than one may be."""
        return address in self._too_large

    def loss(self, address: str, name: str) -> Message:
        """Why a picture that has no reference is not taken in."""
        if self.is_too_large(address):
            most = MAX_PIXELS_FROM_ELSEWHERE // 1_000_000
            return message("Picture {name}: it has more than {most} megapixels.", name=name, most=most)
        return message("Picture {name}: it is not in the file.", name=name)

    def take(self, data: bytes, address: str) -> str | None:
        """Take in the bytes of a picture that a text gives this address; None where they are none, or too many."""
        try:
            check_size(probe(data, ""), "", max_pixels=MAX_PIXELS_FROM_ELSEWHERE)
        except PictureTooLarge:
            self._too_large.add(address)
            return None
        except UserError:
            return None
        sha = hashlib.sha256(data).hexdigest()
        self.media[sha] = data
        return f"media:{sha}"


def _inline(address: str) -> bytes | None:
    """The bytes of a `data:` address."""
    head, comma, body = address.partition(",")
    if not comma:
        return None
    try:
        return base64.b64decode(body, validate=False) if head.lower().endswith(";base64") else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None
