"""The native file `.quizwright`: one quiz with its pictures, as a zip of one JSON document and media by SHA-256.

`quiz.json` holds the quiz and its items in the API's own shape, each item with its `id` of the library; what only the
library knows of an item stands apart, under `local`, by that id, and of the quiz itself there under "". `past` has
digests of what each of them was before, so that copies of a quiz can be merged (`lineage`). The same quiz gives the
same bytes: members have a fixed order and date, and pictures, which are compressed already, are stored as they are.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from pydantic import ValidationError

from app.durable_file import write_durably
from app.library.errors import NotANativeFile
from app.library.packed import NotReadable, Packed
from app.message import message
from app.models.item import Item
from app.models.local import Local, QuizLocal
from app.models.quiz import NewQuiz, Quiz
from app.models.value import Value

SUFFIX = ".quizwright"
FORMAT = "quizwright"
VERSION = 1
_DOCUMENT = "quiz.json"
_REFERENCE = re.compile(rb"media:([0-9a-f]{64})")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


@dataclass(frozen=True, slots=True)
class NativeQuiz:
    """What a file holds: the quiz under the ids that it was written with, and its pictures by SHA-256."""

    quiz: Quiz
    media: Mapping[str, bytes]


def native_bytes(quiz: Quiz, media: Callable[[str], bytes]) -> bytes:
    """The file of a quiz; `media` gives the bytes of a SHA-256 and raises where they are missing."""
    document = _document(quiz)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr(_member(_DOCUMENT), document, zipfile.ZIP_DEFLATED, 9)
        for sha in media_in(document):
            packed.writestr(_member(f"media/{sha}"), media(sha), zipfile.ZIP_STORED)
    return buffer.getvalue()


def write_native(path: Path, quiz: Quiz, media: Callable[[str], bytes]) -> None:
    """Write the whole file or none of it. Raises what `media` raises, and OSError."""
    write_durably(path, native_bytes(quiz, media))


def read_native(path: Path) -> NativeQuiz:
    """Read a file that may come from anywhere. Raises `NotANativeFile`."""
    try:
        with path.open("rb") as file:
            return native_quiz(file)
    except NotReadable as error:
        raise NotANativeFile(path.name, error.why) from error
    except OSError as error:
        why = message("{reason}.", reason=error.strerror or str(error))
        raise NotANativeFile(path.name, why) from error


def native_quiz(file: BinaryIO) -> NativeQuiz:
    """The same of an open file. Raises `NotReadable`."""
    return _read(Packed(file))


def media_in(json_bytes: bytes) -> tuple[str, ...]:
    """The SHA-256 of every picture that a document refers to, in a fixed order."""
    return tuple(sorted({sha.decode() for sha in _REFERENCE.findall(json_bytes)}))


def with_free_ids(quiz: Quiz, is_taken: Callable[[str], bool]) -> Quiz:
    """The quiz as it can enter a library: ids that something has there already are made anew."""
    items = tuple(item.with_id(str(uuid4())) if is_taken(item.id) else item for item in quiz.items)
    return Quiz(str(uuid4()) if is_taken(quiz.id) else quiz.id, quiz.fields, items, quiz.local)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = _UNIX  # else the bytes would tell the system that wrote them
    info.external_attr = 0o644 << 16
    return info


def _document(quiz: Quiz) -> bytes:
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "id": quiz.id,
        "quiz": quiz.fields.wire(),
        "items": [{"id": item.id, **item.wire()} for item in quiz.items],
        "local": {row_id: local for row_id, own in _locals(quiz) if (local := own.wire())},
        **({"past": quiz.past} if quiz.past else {}),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _locals(quiz: Quiz) -> Iterator[tuple[str, Value]]:
    yield "", quiz.local
    yield from ((item.id, item.local) for item in quiz.items)


def _read(packed: Packed) -> NativeQuiz:
    document = packed.read(_DOCUMENT)
    quiz = _quiz(_parsed(document))
    media = {}
    for sha in media_in(document):
        media[sha] = packed.read(f"media/{sha}")
        if hashlib.sha256(media[sha]).hexdigest() != sha:
            raise NotReadable(message("one of its pictures is damaged."))
    return NativeQuiz(quiz, media)


def _parsed(document: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise NotReadable(_DAMAGED) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or not isinstance(whole.get("version"), int):
        raise NotReadable(_DAMAGED)
    if whole["version"] > VERSION:
        raise NotReadable(message("it was written by a newer version of Quizwright."))
    return whole


_DAMAGED = message("it is no such file, or it is damaged.")


def _quiz(whole: Mapping[str, Any]) -> Quiz:
    fields, rows = whole.get("quiz"), whole.get("items")
    if not isinstance(fields, dict) or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise NotReadable(_DAMAGED)
    try:
        local = _map(whole.get("local"))
        items = _with_own_ids(_item(row, local) for row in rows)
        own = QuizLocal.model_validate(_map(local.get("")))
        return Quiz(_id(whole), NewQuiz.model_validate(fields), items, own, _past(whole.get("past")))
    except (ValidationError, RecursionError) as error:
        raise NotReadable(_DAMAGED) from error


def _id(row: Mapping[str, Any]) -> str:
    given = row.get("id")
    return given if isinstance(given, str) and 0 < len(given) <= 64 else str(uuid4())


def _item(row: Mapping[str, Any], local: Mapping[str, Any]) -> Item:
    item = Item.from_wire({**row, "entry": _map(row.get("entry"))}, id=_id(row))
    known = _map(local.get(item.id))
    return item.with_local(Local.model_validate(known)) if known else item


def _past(value: object) -> dict[str, tuple[str, ...]]:
    known = {key: row for key, row in _map(value).items() if isinstance(row, list)}
    return {key: tuple(digest for digest in row if isinstance(digest, str)) for key, row in known.items()}


def _map(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _with_own_ids(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each row under an id of its own, whatever the file says."""
    seen: set[str] = set()
    rows = []
    for item in items:
        row = item.with_id(str(uuid4())) if item.id in seen else item
        seen.add(row.id)
        rows.append(row)
    return tuple(rows)
