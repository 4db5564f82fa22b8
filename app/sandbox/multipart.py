"""Reading a form of the type `multipart/form-data` (RFC 7578), its bytes as they are."""

import re
from typing import NamedTuple

_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_NAME = re.compile(r'(?<![a-z])name="([^"]*)"', re.IGNORECASE)
_FILE_NAME = re.compile(r'filename="([^"]*)"', re.IGNORECASE)
_TYPE = re.compile(r"^content-type:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


class Part(NamedTuple):
    """One field; `file_name` is None where the field is no file."""

    name: str
    content: bytes
    file_name: str | None
    content_type: str


def parts(content_type: str, body: bytes) -> list[Part] | None:
    """The fields in their order; None where the body is no such form."""
    found = _BOUNDARY.search(content_type)
    if not content_type.lower().startswith("multipart/form-data") or found is None:
        return None
    pieces = (b"\r\n" + body).split(b"\r\n--" + found[1].encode("latin-1"))
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        return None
    read = [_part(piece) for piece in pieces[1:-1]]
    return None if None in read else [part for part in read if part is not None]


def _part(piece: bytes) -> Part | None:
    head, gap, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    text = head.decode("utf-8", "replace")
    name = _NAME.search(text)
    if not gap or name is None:
        return None
    file_name, kind = _FILE_NAME.search(text), _TYPE.search(text)
    return Part(name[1], content, file_name[1] if file_name else None, kind[1] if kind else "")
