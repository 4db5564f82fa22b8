"""Files that somebody or something broke: bytes, elements, and parts of packages."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import deepcopy
from random import Random
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from tests.interchange.qti.files import packed

Parts = Mapping[str, bytes]
"""The members of a package by their names; a file alone is called ""."""

_SIGNS: Final = (b"{", b"}", b"=", b"~", b"\n\n", b"::", b"#", b"\xff\xfe", b"\\", b"<", b"&", b"]]>", b"|", b"*", b'"')
_VALUES: Final = (
    "",
    "Yes",
    "-1",
    "1e999",
    "𝄞" * 50,
    "a,b",
    "../../x",
    "Ordered",
    "Multiple",
    "response1",
    "true",
    "[x]",
)
_NAMES: Final = (
    "../x.xml",
    "/etc/passwd",
    "a\\b.xml",
    "C:\\x.xml",
    "con",
    "imsmanifest.xml",
    "word/document.xml",
    "X.XML",
)


def mutant(parts: Parts, random: Random) -> bytes:
    """The file with something wrong; a package stays one, so that its inside is read."""
    made = dict(parts)
    if len(made) > 1 and random.random() < 0.2:
        _swapped(made, random)
    name = random.choice(list(made))
    made[name] = _broken(made[name], random)
    return made[""] if "" in made else packed(made)


def _swapped(parts: dict[str, bytes], random: Random) -> None:
    """A part is gone, called otherwise, or has what another one has."""
    one, other = random.choice(list(parts)), random.choice(list(parts))
    match random.randrange(3):
        case 0 if len(parts) > 1:
            del parts[one]
        case 1:
            parts[random.choice(_NAMES)] = parts.pop(one)
        case _:
            parts[one] = parts[other]


def _broken(data: bytes, random: Random) -> bytes:
    if data.lstrip()[:1] == b"<" and random.random() < 0.5:
        with suppress(etree.XMLSyntaxError):
            return _other_elements(data, random)
    return _other_bytes(data, random)


def _other_bytes(data: bytes, random: Random) -> bytes:
    """Bytes changed, cut, doubled, or signs put in that mean something."""
    rows = bytearray(data)
    for _ in range(random.randint(1, 6)):
        place = random.randrange(len(rows) + 1)
        match random.randrange(4):
            case 0:
                rows[place : place + 1] = bytes([random.randrange(256)])
            case 1:
                del rows[place : place + random.randrange(20)]
            case 2:
                rows[place:place] = rows[max(place - 15, 0) : place]
            case 3:
                rows[place:place] = random.choice(_SIGNS)
    return bytes(rows)


def _other_elements(data: bytes, random: Random) -> bytes:
    """Whole XML that no longer makes sense."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for _ in range(random.randint(1, 6)):
        _change(root, random)
    return etree.tostring(root)


def _change(root: Element, random: Random) -> None:
    every = [one for one in root.iter() if isinstance(one.tag, str)]
    one, other = random.choice(every), random.choice(every)
    _CHANGES[random.randrange(len(_CHANGES))](one, other, random)


def _remove(one: Element, _other: Element, _random: Random) -> None:
    if (parent := one.getparent()) is not None:
        parent.remove(one)


def _double(one: Element, other: Element, _random: Random) -> None:
    if sum(1 for _ in one.iter()) < 200:
        other.append(deepcopy(one))


def _rename(one: Element, other: Element, _random: Random) -> None:
    one.tag = other.tag


def _reword(one: Element, _other: Element, random: Random) -> None:
    one.text = random.choice(_VALUES)


def _mark(one: Element, other: Element, random: Random) -> None:
    for key, value in other.attrib.items():
        one.set(key, value)
    if one.attrib:
        one.set(random.choice(list(one.attrib)), random.choice(_VALUES))


def _strip(one: Element, _other: Element, random: Random) -> None:
    if one.attrib:
        del one.attrib[random.choice(list(one.attrib))]


_CHANGES: Final[tuple[Callable[[Element, Element, Random], None], ...]] = (
    *(_remove, _double, _rename, _reword, _mark, _strip),
)
