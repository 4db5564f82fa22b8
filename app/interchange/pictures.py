"""The pictures of one file: found by the name that a text gives them, kept by SHA-256."""

import base64
import binascii
import hashlib
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from app.errors import UserError
from app.pictures.header import probe

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
        return None if data is None else self.take(data)

    def take(self, data: bytes) -> str | None:
        """Take in the bytes of a picture; None where they are none."""
        try:
            probe(data, "")
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
