"""What is too much for a text document of Qt, which some texts freeze for minutes (reliability.md 3.2)."""

import re

from app.html.element import BLOCKS, VOID
from app.html.token import Token, parsed, tokens

LENGTH = 1_000_000
TAGS = 20_000
DEPTH = 64
TABLES = 6
SPAN = 100
RUN = 10_000


def is_too_much(html: str) -> bool:
    """Whether `html` is to be shown as source: too long, too many tags, too deep, too wide, or an endless word."""
    return len(html) > LENGTH or html.count("<") > TAGS or _is_tangled(html)


def _is_tangled(html: str) -> bool:
    depth = tables = run = 0
    for token in tokens(html):
        if token.kind == "words":
            longest, run = _runs(html[token.start : token.end], run)
            if longest > RUN:
                return True
            continue
        step = (token.kind == "open" and token.name not in VOID) - (token.kind == "close")
        depth = max(0, depth + step)
        tables = max(0, tables + step * (token.name == "table"))
        run = 0 if token.name in BLOCKS or token.name == "br" else run
        if depth > DEPTH or tables > TABLES or (token.kind == "open" and _is_wide(html, token)):
            return True
    return False


def _runs(words: str, before: int) -> tuple[int, int]:
    """The longest run without a place to break, and how long the one at the end is; `before` goes on in the words."""
    found = words.split()
    if not found:
        return before, 0
    first = len(found[0]) + (0 if words[0].isspace() else before)
    last = first if len(found) == 1 else len(found[-1])
    return max(first, *map(len, found)), 0 if words[-1].isspace() else last


def _is_wide(html: str, token: Token) -> bool:
    opening = html[token.start : token.end]
    if "span" not in opening.lower():
        return False
    return any(_number(value) > SPAN for name, value in parsed(opening)[1] if name in {"colspan", "rowspan", "span"})


def _number(text: str) -> int:
    found = re.match(r"\s*\+?(\d{1,12})", text)
    return int(found[1]) if found else 0
