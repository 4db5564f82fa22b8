"""The `<question>` elements of a file; a file that is broken somewhere loses only the ones that are."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from app.interchange.source import Source
from app.interchange.xml import NotXml, parsed
from app.message import Message, message

_OPENING = re.compile(r"<question\b")
_CLOSING = re.compile(r"</question\s*>")
_ROOT = re.compile(rb"<quiz\s*>")
_HEAD = 20_000
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")

Broken = tuple[int, str, Message]
"""The line and the markup of a question that cannot be read, and why."""


def looks_right(source: Source) -> bool:
    """Whether a file begins as Moodle XML does."""
    head = source.data[:_HEAD].replace(b"\0", b"")
    return _ROOT.search(head) is not None and b"<question" in head


def questions_of(source: Source) -> list[Element | Broken]:
    """Raises `NotXml` where there is nothing to be read."""
    try:
        root = parsed(source.data)
    except NotXml:
        if b"<!DOCTYPE" in source.data.replace(b"\0", b"")[:_HEAD]:
            raise
        one_by_one = list(_one_by_one(source.text))
        if not one_by_one:
            raise
        return one_by_one
    if root.tag != "quiz":
        raise NotXml(message("there is no quiz of Moodle in it."))
    return list(root.findall("question"))


def _one_by_one(text: str) -> Iterator[Element | Broken]:
    """Entities of HTML that XML does not know are read as they are meant, in a file that is broken anyway."""
    line, counted = 1, 0
    for start, end in _places(text):
        line, counted = line + text.count("\n", counted, start), start
        source = block = text[start:end]
        if "<![CDATA[" not in block:
            block = _ENTITY.sub("&amp;", block)
        try:
            yield parsed(block.encode())
        except NotXml as error:
            yield line, source, error.why


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where each question begins and ends; one that is never closed is none, and nothing behind it is looked for."""
    place = 0
    while (opening := _OPENING.search(text, place)) is not None:
        closing = _CLOSING.search(text, opening.end())
        if closing is None:
            return
        place = closing.end()
        yield opening.start(), place
