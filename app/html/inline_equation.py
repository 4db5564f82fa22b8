"""Equations between `\\(` and `\\)`, as Canvas typesets them in running text."""

from collections.abc import Iterator

_BEGIN, _END = "\\(", "\\)"


def split_at_equations(raw: str) -> Iterator[tuple[str, bool]]:
    """The source of words in parts: what it is, and whether it is an equation."""
    place = 0
    while (begin := raw.find(_BEGIN, place)) >= 0 and (end := raw.find(_END, begin + len(_BEGIN))) >= 0:
        if begin > place:
            yield raw[place:begin], False
        place = end + len(_END)
        yield raw[begin:place], True
    if place < len(raw):
        yield raw[place:], False
