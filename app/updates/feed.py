"""The news of a release as it travels: a few words of JSON under an Ed25519 signature, and what makes it believable.

One file, `{"signed": TEXT, "signature": BASE64}`. The signature is over `CONTEXT` and the text, so that a signature
that the same key made for something else is none here.
"""

import json
import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

CONTEXT: Final = b"quizwright feed 1\n"
KEY_BYTES: Final = 32
_VERSION: Final = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")
_MOST_SERIAL: Final = 2**53


class FeedRefused(Exception):
    """What came is no news of ours: forged, cut, or of another form. Nobody is told; it is as if nothing had come."""


@dataclass(frozen=True, slots=True)
class Release:
    """What is said: the newest version, the page of it, and a number that grows with every feed that was signed."""

    version: str
    page: str
    serial: int

    def text(self) -> str:
        """The words that are signed."""
        return json.dumps({"version": self.version, "page": self.page, "serial": self.serial})


def released(feed: bytes, keys: Sequence[str]) -> Release:
    """The release that a feed tells of, signed by one of the public `keys` (hexadecimal). Raises `FeedRefused`."""
    try:
        told = json.loads(feed)
        signed, signature = str(told["signed"]).encode(), b64decode(str(told["signature"]), validate=True)
        if not any(_is_by(key, CONTEXT + signed, signature) for key in keys):
            raise FeedRefused("no key of ours signed it")
        return _release(json.loads(signed))
    except (ValueError, TypeError, KeyError, RecursionError, NotBase64) as error:
        raise FeedRefused(f"it cannot be read: {error!r}") from error


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared: 1.10 is after 1.9, and 1.2.0 is 1.2. Raises ValueError."""
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version!r} is no version")
    found = [int(part) for part in version.split(".")]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _is_by(key: str, signed: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(bytes.fromhex(key)).verify(signed, signature)
    except CryptoError:
        return False
    return True


def _release(told: Any) -> Release:  # noqa: ANN401 - what JSON holds
    version, page, serial = told["version"], told["page"], told["serial"]
    if not (isinstance(version, str) and isinstance(page, str) and type(serial) is int):
        raise FeedRefused("it names no version, page and number")
    numbers(version)
    if not 0 < serial < _MOST_SERIAL:
        raise FeedRefused("its number cannot be")
    return Release(version, page, serial)
