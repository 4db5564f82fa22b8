"""The words of a block as HTML: marks nested, white space kept as it is seen."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from app.html.rich import Atom, Inline
from app.html.tag import Tag
from app.html.unfit import UNFIT

# A run of spaces that HTML would swallow; a single one between words is not.
_RUN = re.compile(r"(?<![^\n]) +| {2,}")
_BEFORE_BREAK = re.compile(r" +(?=\n)")
_ATOM, _GONE = "\ufffc", "\x00"


def phrase(inlines: Sequence[Inline]) -> str:
    """Spaces are kept as students see them; spaces and breaks at the end are left out."""
    texts = [_clean(inline) for inline in inlines]
    whole = _spaced("".join(texts))
    pieces, place = [], 0
    for inline, text in zip(inlines, texts, strict=True):
        shown = whole[place : place + len(text)].replace(_GONE, "")
        pieces.append((inline.marks, inline.source if isinstance(inline, Atom) else _escaped(shown)))
        place += len(text)
    return _marked(pieces)


def kept_phrase(inlines: Sequence[Inline]) -> str:
    """The words of preformatted text: every space and break, but for breaks at the end."""
    texts = [_ATOM if isinstance(inline, Atom) else UNFIT.sub("", inline.text) for inline in inlines]
    left = len("".join(texts).rstrip("\n"))
    pieces = []
    for inline, text in zip(inlines, texts, strict=True):
        pieces.append((inline.marks, inline.source if isinstance(inline, Atom) else _kept(text[: max(0, left)])))
        left -= len(text)
    found = _marked(pieces)
    return "\n" + found if found.startswith("\n") else found


def _clean(inline: Inline) -> str:
    if isinstance(inline, Atom):
        return _ATOM
    return UNFIT.sub("", inline.text.replace("\t", " ").replace("\r", "").replace("\f", " "))


def _spaced(text: str) -> str:
    """As long as `text`, with the spaces that HTML needs to show the same."""
    end = len(text.rstrip(" \n"))
    if text[:end] == "\u00a0":
        return _GONE * len(text)  # as it is read
    shown = _RUN.sub(_hard_spaces, _BEFORE_BREAK.sub(lambda run: _GONE * len(run[0]), text[:end]))
    return shown + _GONE * (len(text) - end)


def _hard_spaces(run: re.Match[str]) -> str:
    """Its last space may break the line, unless the run begins one."""
    begins = run.start() == 0 or run.string[run.start() - 1] == "\n"
    return "\u00a0" * (len(run[0]) - 1) + ("\u00a0" if begins else " ")


def _escaped(text: str) -> str:
    return _kept(text).replace("\n", "<br>")


def _kept(text: str) -> str:
    return escape(text, quote=False).replace("\u00a0", "&nbsp;")


def _marked(pieces: Iterable[tuple[tuple[Tag, ...], str]]) -> str:
    """Elements that neighbours share are opened once, outermost first."""
    parts: list[str] = []
    opened: tuple[Tag, ...] = ()
    for marks, source in pieces:
        if not source:
            continue
        shared = _shared(opened, marks)
        parts += [tag.closing for tag in reversed(opened[shared:])]
        parts += [tag.opening for tag in marks[shared:]]
        parts.append(source)
        opened = marks
    return "".join((*parts, *(tag.closing for tag in reversed(opened))))


def _shared(opened: tuple[Tag, ...], marks: tuple[Tag, ...]) -> int:
    pairs = zip(opened, marks, strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(opened), len(marks)))
