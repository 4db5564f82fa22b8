"""What is wrong with HTML that a person writes, in words, with line and column."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.html.canvas_allows import REMOVED, keeps_attribute, keeps_element
from app.html.element import FOREIGN, HEADINGS, VOID
from app.html.picture_tag import picture
from app.html.token import Attributes, Token, parsed, tokens
from app.message import Message, message

MOST = 200  # problems that are told of one text

# Elements whose end tags HTML lets people leave out.
_OPTIONAL = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "colgroup", "rp"})
_CLOSERS = {"td": {"td", "th"}, "th": {"td", "th"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}
_SCHEME = re.compile(r"[\s\x00-\x1f]*([a-zA-Z][a-zA-Z0-9+.\-\s]*):")
_UNSAFE = frozenset({"javascript", "vbscript", "data"})
_LOCAL = frozenset({"file", "data", "blob"})


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """A problem at a line and column of the source, both from 1."""

    line: int
    column: int
    message: Message


def problems(html: str) -> tuple[SourceProblem, ...]:
    """Every problem, in the order of the source, at most `MOST`."""
    lines = [0, *(found.end() for found in re.finditer("\n", html))]
    found = sorted(_Lint(html).problems(), key=lambda problem: problem[0])[:MOST]
    return tuple(SourceProblem(*_position(lines, place), told) for place, told in found)


def _position(lines: list[int], place: int) -> tuple[int, int]:
    line = bisect_right(lines, place)
    return line, place - lines[line - 1] + 1


_Found = tuple[int, Message]


class _Lint:
    def __init__(self, html: str) -> None:
        self._html = html
        self._open: list[Token] = []
        self._counts: dict[str, int] = {}  # of open elements, so that a stray end tag is told without a search

    def problems(self) -> Iterator[_Found]:
        look: dict[str, Callable[[Token], Iterator[_Found]]] = {"open": self._start, "close": self._end}
        for token in tokens(self._html):
            if not token.finished:
                yield token.start, message("This tag or comment has no end: “>” is missing.")
            elif token.kind in look:
                yield from look[token.kind](token)
        for token in self._open:
            if token.name not in _OPTIONAL:
                yield token.start, message("<{name}> is not closed.", name=token.name)

    def _start(self, token: Token) -> Iterator[_Found]:
        opening = self._html[token.start : token.end]
        foreign = any(self._counts.get(name) for name in FOREIGN)
        if not self._counts.get("svg"):
            yield from ((token.start, told) for told in _tag_problems(token.name, parsed(opening)[1], opening))
        if self._open and self._open[-1].name in _CLOSERS.get(token.name, {token.name} & _OPTIONAL):
            self._pop()
        if token.name not in VOID and not (foreign and opening.endswith("/>")):
            self._open.append(token)
            self._counts[token.name] = self._counts.get(token.name, 0) + 1

    def _end(self, token: Token) -> Iterator[_Found]:
        if token.name == "br" or token.name in VOID:
            yield token.start, message("</{name}> means nothing here.", name=token.name)
        elif not self._counts.get(token.name):
            yield token.start, self._stray(token.name)
        else:
            yield from self._end_inner(token.name)
            self._pop()

    def _end_inner(self, outer: str) -> Iterator[_Found]:
        while self._open[-1].name != outer:
            inner = self._pop()
            if inner.name not in _OPTIONAL:
                told = message("<{name}> is not closed before </{outer}>.", name=inner.name, outer=outer)
                yield inner.start, told

    def _stray(self, name: str) -> Message:
        if name in HEADINGS and self._open and self._open[-1].name in HEADINGS:
            return message("</{name}> closes <{other}>.", name=name, other=self._open[-1].name)
        return message("</{name}> closes nothing: there is no <{name}> open.", name=name)

    def _pop(self) -> Token:
        token = self._open.pop()
        self._counts[token.name] -= 1
        return token


def _tag_problems(name: str, attributes: Attributes, opening: str) -> Iterator[Message]:
    if name in REMOVED:
        yield message("Canvas removes <{name}>.", name=name)
    elif not keeps_element(name):
        yield message("<{name}> is no element that Canvas knows; it removes the tag.", name=name)
    else:
        for attribute, value in attributes:
            yield from _attribute_problems(name, attribute, value)
    if name == "img":
        yield from _picture_problems(attributes, opening)


def _attribute_problems(name: str, attribute: str, value: str) -> Iterator[Message]:
    if attribute.startswith("on"):
        yield message("Canvas removes {attribute}, as it does every script.", attribute=attribute)
    elif not keeps_attribute(name, attribute):
        yield message("Canvas removes {attribute} from <{name}>.", attribute=attribute, name=name)
    elif attribute in {"href", "src"} and name != "img" and _scheme(value) in _UNSAFE | {"file"}:
        yield _address_problem(_scheme(value))


def _address_problem(scheme: str) -> Message:
    if scheme == "file":
        return message("This address is a file of this computer: nobody else can open it.")
    return message("Canvas removes “{scheme}:” addresses.", scheme=scheme)


def _picture_problems(attributes: Attributes, opening: str) -> Iterator[Message]:
    said = picture(opening)
    if not said.address:
        yield message("This picture has no address.")
    elif _scheme(said.address) == "file":
        yield message("This picture is a file of this computer: students will not see it. Insert it as a picture.")
    elif _scheme(said.address) in _LOCAL | _UNSAFE:
        yield message("Canvas removes a picture that is written into the text. Insert it as a picture.")
    named = {"alt", "data-equation-content", "aria-label"} & {name for name, value in attributes if value.strip()}
    if not named and not said.decorative:
        yield message("This picture has no words for those who do not see it: give it alt text, or make it decorative.")


def _scheme(address: str) -> str:
    """In lower case, without what browsers pass over in it."""
    found = _SCHEME.match(address)
    return re.sub(r"[\s\x00-\x1f]", "", found[1]).lower() if found else ""
