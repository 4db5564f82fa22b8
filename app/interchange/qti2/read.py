"""Reading QTI 2.1 and 2.2, as TAO, OpenOlat, Blackboard and others write it; version 3 by its other names.

One file an item; a test says which items it has, and in which order.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from lxml.etree import _Element as Element

from app.interchange.errors import FileRefused
from app.interchange.material import Found, Material
from app.interchange.pictures import Pictures
from app.interchange.qti.package import MAGIC, Package
from app.interchange.qti2.found import Place, found_of
from app.interchange.qti2.names import with_old_names
from app.interchange.source import Source
from app.interchange.xml import NotXml, first, parsed
from app.library.packed import NotReadable
from app.message import Message, message
from app.models.number import decimal_of

_HEAD: Final = 4096
_SIGNS: Final = (b"assessmentItem", b"assessmentTest", b"qti-assessment-item", b"qti-assessment-test")


def fits(source: Source) -> bool:
    """Whether it holds an item or a test of QTI 2."""
    if not source.data.startswith(MAGIC):
        return _is_ours(source.data[:_HEAD])
    try:
        package = Package(source)
        return any(_is_ours(package.read(name)[:_HEAD]) for name in package.documents)
    except (FileRefused, NotReadable):
        return False


def _is_ours(head: bytes) -> bool:
    plain = head.replace(b"\0", b"")
    return b"questestinterop" not in plain and any(b"<" + sign in plain or b":" + sign in plain for sign in _SIGNS)


@dataclass(frozen=True, slots=True)
class _Reference:
    """An item of a test: its document, its sections, what it weighs there."""

    href: str
    tags: tuple[str, ...]
    weight: str


def read(source: Source) -> tuple[Material, ...]:
    """A quiz for each test, and one for the items that stand in none. Raises `FileRefused`."""
    package = Package(source)
    lost: list[Message] = list(package.lost)
    items: dict[str, Element] = {}
    tests: list[tuple[str, Element]] = []
    broken: dict[str, Message] = {}
    for name, root in _documents(package, lost, broken):
        if root.tag == "assessmentItem":
            items[name] = root
        else:
            tests.append((name, root))
    if not items and not broken:
        raise FileRefused(source.name, lost[0] if lost else message("there is no question in it."))
    reading = _Reading(source, package, items, broken)
    made = [reading.material(_title(root) or source.title, list(_references(name, root))) for name, root in tests]
    rest = [_Reference(name, (), "") for name in (*items, *broken) if name not in reading.seen]
    if rest or not made:
        made.append(reading.material(_name(source, items), rest))
    head = made[0]
    told = Material(head.title, head.found, media=head.media, lost=(*lost, *head.lost))
    return (told, *made[1:])


def _name(source: Source, items: dict[str, Element]) -> str:
    """What items are called that no test has: a file that is one item by that."""
    if source.data.startswith(MAGIC):
        return source.title
    return next((_title(one) for one in items.values()), "") or source.title


def _documents(package: Package, lost: list[Message], broken: dict[str, Message]) -> Iterator[tuple[str, Element]]:
    for name in package.documents:
        try:
            data = package.read(name)
            if not _is_ours(data[:_HEAD]):
                continue
            root = with_old_names(parsed(data))
        except NotXml as error:
            broken[_key(name)] = error.why
        except NotReadable as error:
            lost.append(message("{name}: {why}", name=name[:80], why=error.why))
        else:
            if root.tag in ("assessmentItem", "assessmentTest"):
                yield _key(name), root


def _key(name: str) -> str:
    """A document as it is looked for: slashes one way, in small letters."""
    return name.replace("\\", "/").casefold()


def _title(test: Element) -> str:
    return " ".join((test.get("title") or "").split())


def _references(name: str, test: Element) -> Iterator[_Reference]:
    folder = posixpath.dirname(name)
    has_parts = len(list(test.iter("assessmentSection"))) > 1
    for one in test.iter("assessmentItemRef"):
        href = _key(posixpath.normpath(posixpath.join(folder, unquote(one.get("href") or ""))))
        sections = [row.get("title") or "" for row in one.iterancestors("assessmentSection")]
        tags = tuple(title.strip() for title in reversed(sections) if title.strip()) if has_parts else ()
        weight = first(one, "weight")
        yield _Reference(href, tags, (weight.get("value") or "") if weight is not None else "")


class _Reading:
    """One file while it is read; `seen` are the documents that stand in a test."""

    def __init__(self, source: Source, package: Package, items: dict[str, Element], broken: dict[str, Message]) -> None:
        self._source, self._package, self._items, self._broken = source, package, items, broken
        self.seen: set[str] = set()
        self._done = 0

    def material(self, title: str, references: list[_Reference]) -> Material:
        """The quiz of a test."""
        folder = [""]
        pictures = Pictures(lambda address: self._find(folder[0], address))
        found: list[Found] = []
        for number, one in enumerate(references, start=1):
            self._done += 1
            self._source.step(self._done, max(len(self._items), self._done))
            folder[0] = posixpath.dirname(one.href)
            found.append(self._found(one, number, pictures))
        return Material(title, tuple(found), media=pictures.media)

    def _found(self, one: _Reference, number: int, pictures: Pictures) -> Found:
        where = f"{number}. {one.href[:60]}"
        if one.href in self._broken:
            self.seen.add(one.href)
            return Found(where, None, refused=message("Its document {why}", why=self._broken[one.href]))
        element = self._items.get(one.href)
        if element is None:
            return Found(where, None, refused=message("An item of the test that is not in the file."))
        if one.href in self.seen:
            return Found(where, None, refused=message("It stands in the test twice."))
        self.seen.add(one.href)
        return found_of(element, Place(number, one.tags, decimal_of(one.weight)), pictures)

    def _find(self, folder: str, address: str) -> bytes | None:
        """A picture beside its item, else anywhere in the package."""
        beside = posixpath.normpath(posixpath.join(folder, unquote(address))) if folder else address
        found = None if beside.startswith("..") else self._package.find(beside)
        return found if found is not None else self._package.find(address)
