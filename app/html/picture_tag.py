"""A picture in a text, between its tag and what a person says about it."""

import re
from dataclasses import dataclass

from app.html.style import declarations, with_declaration
from app.html.tag import Tag

_LENGTH = re.compile(r"\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*")
_ROLES = frozenset({"presentation", "none"})


@dataclass(frozen=True, slots=True)
class Picture:
    """Its address, the words for those who do not see it, and its size in px. One without words may be decorative."""

    address: str
    alt: str = ""
    width: int | None = None
    height: int | None = None
    decorative: bool = False


def picture(source: str) -> Picture:
    """What an `<img>` says."""
    tag = Tag(source)
    attributes, style = dict(tag.attributes), declarations(tag)
    decorative = attributes.get("role", "").lower() in _ROLES or attributes.get("data-decorative") == "true"
    alt = attributes.get("alt", "")
    return Picture(
        attributes.get("src", ""),
        alt,
        _length(style.get("width") or attributes.get("width", "")),
        _length(style.get("height") or attributes.get("height", "")),
        decorative and not alt.strip(),
    )


def picture_source(said: Picture, original: str = "<img>") -> str:
    """The `<img>` for a picture; what else the original had stays. Canvas wants a decorative one told by its role."""
    before, tag = picture(original), Tag(original)
    if said == before:
        return original
    if said.address != before.address or not tag.attribute("src"):
        tag = tag.replaced("src", said.address)
    if said.decorative != before.decorative:
        tag = tag.replaced("data-decorative", "").replaced("role", "presentation" if said.decorative else "")
    tag = _with_alt(tag, "" if said.decorative else said.alt)
    for name, new, old in (("width", said.width, before.width), ("height", said.height, before.height)):
        if new != old:
            tag = _with_length(tag, name, new)
    return tag.opening


def _with_alt(tag: Tag, alt: str) -> Tag:
    """`alt=""` is written too: it tells that there is nothing to say."""
    if "alt" in dict(tag.attributes):
        pairs = tuple((name, alt if name == "alt" else value) for name, value in tag.attributes)
    else:
        place = 1 + next((place for place, pair in enumerate(tag.attributes) if pair[0] == "src"), -1)
        pairs = (*tag.attributes[:place], ("alt", alt), *tag.attributes[place:])
    return Tag.of(tag.name, pairs)


def _with_length(tag: Tag, name: str, length: int | None) -> Tag:
    if name in declarations(tag):
        tag = with_declaration(tag, name, "")
    pairs = tuple((key, value) for key, value in tag.attributes if key != name)
    if length is None:
        return Tag.of(tag.name, pairs)
    if name in dict(tag.attributes):
        pairs = tuple((key, str(length) if key == name else value) for key, value in tag.attributes)
        return Tag.of(tag.name, pairs)
    return Tag.of(tag.name, (*pairs, (name, str(length))))


def _length(text: str) -> int | None:
    found = _LENGTH.fullmatch(text)
    return int(found[1]) if found else None
