"""HTML cut into tags, words and comments, every sign of it once and in order.

The cut is that of a browser (WHATWG 13.2.5). `html.parser` is not used: its cut changes between patch versions of
Python, and some input makes it raise or takes time that grows with the square of its length.
"""

import re
from collections.abc import Iterator
from html import unescape
from string import ascii_letters
from typing import Literal, NamedTuple

Kind = Literal["words", "open", "close", "comment", "raw"]
Attributes = tuple[tuple[str, str], ...]

# What is between these is no markup.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})

_NAME = r"[a-zA-Z][^\t\n\r\f />]*"
# Every part excludes the first sign of the next, so that a tag without an end is refused in linear time.
_REST = r"""[^>=]*(?:=[ \t\n\r\f]*(?:"[^"]*"|'[^']*'|(?=[^"' \t\n\r\f]))[^>=]*)*>"""
_OPEN = re.compile(rf"<({_NAME}){_REST}")
_CLOSE = re.compile(rf"</({_NAME})[^>]*>")
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_BOGUS = re.compile(r"<[!?/][^>]*>")
_MARKUP = frozenset("!?/" + ascii_letters)  # what comes behind a `<` that is not just a sign
_ATTRIBUTE = re.compile(r"""([^\s/>=][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")


class Token(NamedTuple):
    """One part of the source: `html[start:end]`. `name` is in lower case, "" for what is no tag."""

    kind: Kind
    name: str
    start: int
    end: int
    finished: bool = True  # a tag or comment that the text ends in is given as words


def tokens(html: str) -> Iterator[Token]:
    """Every part of `html`, in order and without gaps."""
    place = look = 0
    while (start := html.find("<", look)) >= 0:
        look = start + 1
        sign = html[look : look + 1]
        if sign not in _MARKUP:
            continue
        if start > place:
            yield Token("words", "", place, start)
        token = _markup(html, start, sign)
        yield token
        place = look = token.end
        if token.name in RAW and token.kind == "open":
            look = _raw_end(html, token)
            if look > place:
                yield Token("raw", "", place, look)
            place = look
    if place < len(html):
        yield Token("words", "", place, len(html))


def parsed(opening: str) -> tuple[str, Attributes]:
    """The name and the attributes of the start tag that `opening` begins with, the first of each name."""
    found = _OPEN.match(opening)
    if found is None:
        return "", ()
    pairs = _ATTRIBUTE.findall(opening, found.end(1), found.end() - 1)
    attributes: dict[str, str] = {}
    for name, value in pairs:
        attributes.setdefault(name.lower(), unescape(_bare(value)))
    return found[1].lower(), tuple(attributes.items())


def tag_end(opening: str) -> int:
    """Where the start tag that `opening` begins with ends."""
    found = _OPEN.match(opening)
    return len(opening) if found is None else found.end()


def _markup(html: str, start: int, sign: str) -> Token:
    if sign == "/":
        found = _CLOSE.match(html, start)
        if found:
            return Token("close", found[1].lower(), start, found.end())
    elif sign not in "!?":
        found = _OPEN.match(html, start)
        return Token("open", found[1].lower(), start, found.end()) if found else _unfinished(html, start)
    found = _COMMENT.match(html, start) if html.startswith("<!--", start) else _BOGUS.match(html, start)
    return Token("comment", "", start, found.end()) if found else _unfinished(html, start)


def _unfinished(html: str, start: int) -> Token:
    return Token("words", "", start, len(html), False)


def _raw_end(html: str, opening: Token) -> int:
    found = re.compile(rf"</{opening.name}(?=[\s/>])", re.IGNORECASE).search(html, opening.end)
    return found.start() if found else len(html)


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in {'"', "'"} else value
