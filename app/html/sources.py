"""The addresses of the pictures that texts name. Equations are pictures too, but nobody keeps or sends theirs."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.html.tag import Tag
from app.html.token import tokens

_PICTURE = re.compile(r"<img[\s/>]", re.IGNORECASE)
_FILE = re.compile(r"([^?#]*/files/\d+(?:~\d+)?(?:/[^?#]*)?)[?#].*", re.DOTALL)
_OF_CANVAS = ("data-api-endpoint", "data-api-returntype")
"""What Canvas's own editor notes of a file beside its address; it is true of that address alone."""


def pictures(html: str) -> Iterator[Tag]:
    """The start tag of every picture in `html` that is no equation."""
    if _PICTURE.search(html):
        for token in tokens(html):
            if token.kind == "open" and token.name == "img":
                tag = Tag(html[token.start : token.end])
                if not _is_equation(tag):
                    yield tag


def sources(value: Any) -> tuple[str, ...]:  # noqa: ANN401  (JSON)
    """The address of every picture in the texts of a JSON value, each once, in their order."""
    found = (tag.attribute("src") for text in _texts(value) for tag in pictures(text))
    return tuple(dict.fromkeys(source for source in found if source))


def with_sources(value: Any, changed: Callable[[str], str]) -> Any:  # noqa: ANN401  (JSON)
    """The JSON value with `changed` of each of these addresses; texts without one are the same objects."""
    if isinstance(value, str):
        return value if not _PICTURE.search(value) else with_pictures(value, lambda tag: _changed_tag(tag, changed))
    if isinstance(value, (dict, Mapping)):
        return {key: with_sources(part, changed) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [with_sources(part, changed) for part in value]
    return value


def with_pictures(html: str, changed: Callable[[str], str]) -> str:
    """The text with `changed` of the start tag of every picture that is no equation."""
    if not _PICTURE.search(html):
        return html
    parts = []
    for token in tokens(html):
        source = html[token.start : token.end]
        shown = token.kind == "open" and token.name == "img" and not _is_equation(Tag(source))
        parts.append(changed(source) if shown else source)
    return "".join(parts)


def source_key(address: str) -> str:
    """The address under which a picture is remembered: of a file of Canvas without the query, which is a login."""
    found = _FILE.fullmatch(address)
    return found[1] if found else address


def _changed_tag(source: str, changed: Callable[[str], str]) -> str:
    tag = Tag(source)
    before = tag.attribute("src")
    if not before or (after := changed(before)) == before:
        return source
    tag = tag.replaced("src", after)
    for attribute in _OF_CANVAS:
        tag = tag.replaced(attribute, "") if tag.attribute(attribute) else tag
    return tag.opening


def _is_equation(tag: Tag) -> bool:
    return "equation_image" in tag.attribute("class").split() or bool(tag.attribute("data-equation-content"))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401  (JSON)
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, Mapping)):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
