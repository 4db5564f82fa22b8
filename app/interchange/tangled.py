"""Markup that nobody wrote by hand: elements in elements in elements, on which a cleaner works for minutes."""

import re
from html import escape, unescape
from typing import Final

from app.html.element import VOID

DEPTH: Final = 256
"""As deep as XML may be, too."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_MARKUP = re.compile(r"<[^<>]*>?")
_LEFT_OPEN = VOID | {"p", "li", "td", "th", "tr", "dt", "dd", "option"}
"""Elements that people do not close, and that do not stand in each other."""


def is_tangled(html: str) -> bool:
    """Whether so many elements are open at once as only somebody leaves open who means harm."""
    if html.count("<") <= DEPTH:
        return False
    depth = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _LEFT_OPEN:
            depth = max(depth - 1, 0) if found[1] else depth + 1
        if depth > DEPTH:
            return True
    return False


def words_alone(html: str) -> str:
    """The words of markup as one paragraph."""
    return f"<p>{escape(' '.join(unescape(_MARKUP.sub(' ', html)).split()), quote=False)}</p>"
