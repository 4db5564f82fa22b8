"""What a quiz was before, as digests: by them two copies of it tell who is ahead, and what they last had in common.

A file of a quiz carries them, so that it can be merged where the quiz is already. They are taken of the quiz as it
leaves a library, too: pictures that were fetched from a Canvas have other names here than in a file (`portable`), from
the day on which they are fetched.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from app.library import content
from app.library.library import Library
from app.library.opening import item_at, version
from app.library.portable import portable, portable_fields, portable_item
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz

FIELDS: Final = ""
ORDER: Final = "/order"
"""Keys of a past beside the ids of items: the quiz apart from its items, and their order."""
_MOST: Final = 100
"""So many versions of one thing a file tells of, the newest."""
_ITEMS = """
SELECT history, item, points, history_item.entry_type, content, json FROM history_item
JOIN history ON history.id = history JOIN content ON sha = content WHERE quiz = ? ORDER BY history
"""
_FIELDS = "SELECT history.id, sha, json FROM history JOIN content ON sha = fields WHERE quiz = ? ORDER BY history.id"
_ORDERS = "SELECT id, item_order FROM history WHERE quiz = ? AND item_order IS NOT NULL ORDER BY id"


class Lineage:
    """The versions of one quiz that this library keeps, the present one as it would leave it."""

    def __init__(self, library: Library, quiz: Quiz) -> None:
        """`quiz` is the present value; all of it is on disk."""
        self._library, self._id = library, quiz.id
        self._has_addresses = bool(library.db.execute("SELECT EXISTS (SELECT 1 FROM media_address)").get)
        self.present = portable(library, quiz)
        self._past: dict[str, list[str]] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        for key, digest, number in (*self._items(), *self._fields(), *self._orders()):
            self._numbers[key, digest] = number
            known = self._past.setdefault(key, [])
            if known[-1:] != [digest]:
                known.append(digest)

    @property
    def past(self) -> Mapping[str, tuple[str, ...]]:
        """Id of an item, `FIELDS` or `ORDER` → digests of its versions, the oldest first. Items that went are in it."""
        return {key: tuple(known[-_MOST:]) for key, known in self._past.items()}

    def item(self, item_id: str, digest: str) -> Item:
        """A version of an item."""
        return portable_item(self._library, item_at(self._library.db, self._id, item_id, self._number(item_id, digest)))

    def fields(self, digest: str) -> NewQuiz:
        """A version of the quiz itself."""
        return portable_fields(self._library, version(self._library.db, self._number(FIELDS, digest)).fields)

    def order(self, digest: str) -> tuple[str, ...]:
        """The ids of the items as they once stood."""
        return tuple(version(self._library.db, self._number(ORDER, digest)).places)

    def _number(self, key: str, digest: str) -> int:
        return self._numbers[key, digest]

    def _items(self) -> Iterator[tuple[str, str, int]]:
        for number, item_id, points, entry_type, sha, json in self._library.db.execute(_ITEMS, (self._id,)):
            yield item_id, _item_digest(points, entry_type, sha), number
            if self._may_differ(json):
                yield item_id, item_digest(self._portable_at(item_id, number)), number

    def _portable_at(self, item_id: str, number: int) -> Item:
        return portable_item(self._library, item_at(self._library.db, self._id, item_id, number))

    def _fields(self) -> Iterator[tuple[str, str, int]]:
        for number, sha, json in self._library.db.execute(_FIELDS, (self._id,)):
            yield FIELDS, _short(sha), number
            if self._may_differ(json):
                fields = portable_fields(self._library, version(self._library.db, number).fields)
                yield FIELDS, fields_digest(fields), number

    def _orders(self) -> Iterator[tuple[str, str, int]]:
        for number, order in self._library.db.execute(_ORDERS, (self._id,)):
            yield ORDER, order_digest(str(order).split("\n") if order else ()), number

    def _may_differ(self, json: bytes) -> bool:
        return self._has_addresses and (b"src" in json or b"image_url" in json)


def with_past(library: Library, quiz: Quiz) -> Quiz:
    """The quiz as it goes into a file; all of it is on disk."""
    lineage = Lineage(library, quiz)
    return lineage.present.with_past(lineage.past)


def item_digest(item: Item) -> str:
    """What tells a version of an item from others of it."""
    return _item_digest(item.points, item.entry_type, content.sha_of(item.document))


def fields_digest(fields: NewQuiz) -> str:
    """The same of the quiz apart from its items."""
    return _short(content.sha_of(fields.model_dump_json(exclude_unset=True).encode()))


def order_digest(ids: "tuple[str, ...] | list[str]") -> str:
    """The same of the order of items."""
    return _short(content.sha_of("\n".join(ids).encode()))


def _item_digest(points: float | None, entry_type: str, sha: bytes) -> str:
    worth = None if points is None else float(points)
    return _short(hashlib.sha256(f"{worth} {entry_type} {sha.hex()}".encode()).digest())


def _short(sha: bytes) -> str:
    return sha.hex()[:20]
