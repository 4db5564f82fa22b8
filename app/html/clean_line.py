"""The words of a pasted block: white space as it is seen, two breaks as the end of a paragraph."""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.html.rich import Atom, Inline, Words

BREAK = Words("\n")
_AROUND_BREAKS = re.compile(r"[ \u00a0]*\n[ \u00a0]*")
_RUN = re.compile(r"[ \u00a0]{2,}")
_SPACES = " \u00a0\n"

Line = tuple[Inline, ...]


def lines(inlines: Iterable[Inline]) -> list[Line]:
    """The paragraphs in a row of inlines: without the spaces that nobody sees, none of them empty."""
    paragraphs: list[list[Inline]] = [[]]
    for inline in _settled(inlines):
        if isinstance(inline, Atom):
            paragraphs[-1].append(inline)
            continue
        first, *others = inline.text.split("\n\n")
        paragraphs[-1].append(replace(inline, text=first))
        paragraphs += [[replace(inline, text=other)] for other in others]
    trimmed = (_trimmed(paragraph) for paragraph in paragraphs)
    return [line for line in trimmed if line]


def kept(inlines: Iterable[Inline]) -> Line:
    """The words of preformatted text: nothing is taken but empty lines at the ends."""
    merged = _merged(inlines)
    while merged and isinstance(merged[0], Words) and not merged[0].text.strip("\n"):
        merged = merged[1:]
    if merged and isinstance(merged[0], Words):
        merged = [replace(merged[0], text=merged[0].text.lstrip("\n")), *merged[1:]]
    return _trimmed_end(merged)


def _settled(inlines: Iterable[Inline]) -> list[Inline]:
    """Runs of spaces as one, none beside a break, three breaks as two."""
    settled: list[Inline] = []
    for inline in _merged(inlines):
        if isinstance(inline, Atom):
            settled.append(inline)
            continue
        text = _RUN.sub(" ", re.sub(r"\n{3,}", "\n\n", _AROUND_BREAKS.sub("\n", inline.text)))
        last = settled[-1] if settled else None
        if isinstance(last, Words) and text.startswith("\n"):
            settled[-1] = replace(last, text=last.text.rstrip(" \u00a0"))
        if last is None or (isinstance(last, Words) and last.text.endswith((" ", "\u00a0", "\n"))):
            text = text.lstrip(" \u00a0")
        if text:
            settled.append(replace(inline, text=text))
    return settled


def _merged(inlines: Iterable[Inline]) -> list[Inline]:
    """Words beside words of the same format as one; a break belongs to the words before it."""
    merged: list[Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, Words) and isinstance(last, Words) and inline.marks == last.marks:
            merged[-1] = replace(last, text=last.text + inline.text)
        else:
            merged.append(inline)
    return merged


def _trimmed(paragraph: list[Inline]) -> Line:
    while paragraph and isinstance(paragraph[0], Words):
        first = replace(paragraph[0], text=paragraph[0].text.lstrip(_SPACES))
        if first.text:
            paragraph = [first, *paragraph[1:]]
            break
        paragraph = paragraph[1:]
    return _with_breaks(_trimmed_end(paragraph))


def _trimmed_end(paragraph: list[Inline]) -> Line:
    while paragraph and isinstance(paragraph[-1], Words):
        last = replace(paragraph[-1], text=paragraph[-1].text.rstrip(_SPACES))
        paragraph = [*paragraph[:-1], *([last] if last.text else [])]
        if last.text:
            break
    return tuple(paragraph)


def _with_breaks(line: Line) -> Line:
    """A break between words of one format takes it, so that `<strong>` need not end before it."""
    joined = list(line)
    for place in range(1, len(joined) - 1):
        before, here, after = joined[place - 1 : place + 2]
        if here == BREAK and isinstance(before, Words) and isinstance(after, Words) and before.marks == after.marks:
            joined[place] = replace(BREAK, marks=before.marks)
    return tuple(_merged(joined))
