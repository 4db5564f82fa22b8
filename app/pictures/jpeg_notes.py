"""What a camera writes into a JPEG beside the picture: the place, previews, comments. Taken out without loss."""

from collections.abc import Iterator
from typing import Final

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_NOTES: Final = frozenset(range(0xE0, 0xF0)) | {_COMMENT}
"""Application segments and comments."""

_WITHOUT_LENGTH: Final = frozenset(range(0xD0, 0xD8)) | {0x01}
_NEEDED: Final = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
"""What tells how the colours are meant."""


class _NoPlainJpeg(ValueError):
    """The bytes are not laid out as a JPEG."""


def without_notes(data: bytes) -> bytes:
    """The same picture, its pixels byte for byte, without notes and without what follows it; the same bytes if none.

    What is not laid out as a JPEG comes back as it is: whether it can be shown is judged elsewhere.
    """
    try:
        kept = b"".join(part for marker, part in _parts(data) if not _is_note(marker, part))
    except (_NoPlainJpeg, IndexError):
        return data
    return data if len(kept) == len(data) else kept


def _is_note(marker: int, part: bytes) -> bool:
    return marker in _NOTES and not any(marker == needed and part[4:].startswith(name) for needed, name in _NEEDED)


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments up to the end of the first picture, each with its marker; a scan with all of its data."""
    if data[:2] != bytes((0xFF, _START)):
        raise _NoPlainJpeg
    yield _START, data[:2]
    place = 2
    while True:
        if data[place] != 0xFF:
            raise _NoPlainJpeg
        marker = data[place + 1]
        end = place + 2
        if marker == 0xFF:  # a byte that fills up
            place += 1
            continue
        if marker != _END and marker not in _WITHOUT_LENGTH:
            end += int.from_bytes(data[end : end + 2])
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[place:end]
        if marker == _END:
            return
        place = end


def _end_of_scan(data: bytes, place: int) -> int:
    """Where the next segment begins: 0xFF stands for itself before 0, and before the numbers of restarts."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            raise _NoPlainJpeg
        if data[place + 1] != 0 and data[place + 1] not in _WITHOUT_LENGTH:
            return place
        place += 2
