"""One question of GIFT: what stands before, in and after its braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.interchange.gift.text import find_unescaped
from app.message import Message, message

_TITLE = re.compile(r"\s*::((?:\\.|(?!::).)*)::", re.DOTALL)
_CATEGORY = re.compile(r"\s*\$CATEGORY\s*:\s*(.+)", re.IGNORECASE)


class Unreadable(Exception):
    """Why a block is refused."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class Block:
    """`answers` is None for a text without braces, which is a description; `after` is what stands behind them."""

    line: int
    title: str
    before: str
    answers: str | None
    after: str
    category: str
    source: str


def blocks(text: str) -> Iterator[tuple[int, str, str]]:
    """First line, category and source of every block.

    Blank lines part them. Where braces are open and the next block goes on with an answer it belongs to the one before;
    anything else begins a new one, so that a bad block never eats the next.
    """
    waiting: tuple[int, str, str] | None = None
    for line, category, source in _parted(text):
        if waiting is not None and _braces(waiting[2]) > 0 and source.lstrip()[:1] in "=~}#":
            waiting = (waiting[0], waiting[1], f"{waiting[2]}\n{source}")
            continue
        if waiting is not None:
            yield waiting
        waiting = (line, category, source)
    if waiting is not None:
        yield waiting


def _parted(text: str) -> Iterator[tuple[int, str, str]]:
    lines: list[str] = []
    start, category = 0, ""
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        found = _CATEGORY.fullmatch(line)
        if found is not None:
            category = found[1].strip()
        elif line.strip() and not line.lstrip().startswith("//"):
            start = start if lines else number
            lines.append(line)
        elif not line.strip() and lines:
            yield start, category, "\n".join(lines)
            lines = []


def parsed(line: int, category: str, source: str) -> Block:
    """The parts of a block. Raises `Unreadable`."""
    title = _TITLE.match(source)
    body = source[title.end() :] if title else source
    start = find_unescaped(body, "{")
    if start < 0:
        if find_unescaped(body, "}") >= 0:
            raise Unreadable(message("A closing brace without an opening one."))
        return Block(line, title[1] if title else "", body, None, "", category, source)
    end = find_unescaped(body, "}", start + 1)
    if end < 0:
        raise Unreadable(message("The braces of its answers are not closed."))
    if find_unescaped(body, "{", end + 1) >= 0:
        raise Unreadable(message("It has answers in braces twice: one question of GIFT has them once."))
    inside, after = body[start + 1 : end], body[end + 1 :]
    return Block(line, title[1] if title else "", body[:start], inside, after, category, source)


def _braces(line: str) -> int:
    """How many braces a line opens more than it closes."""
    count, place = 0, find_unescaped(line, "{}")
    while place >= 0:
        count += 1 if line[place] == "{" else -1
        place = find_unescaped(line, "{}", place + 1)
    return count
