"""The text of a question with blanks, in the two forms in which Canvas has it (canvas-facts 3.9).

With places: `<span id="blank_ID"></span>` where each blank is. With backticks: the word of each blank between
backticks, in the order of the blanks.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape

_PLACE = re.compile(
    r"<span\b[^>]*?\bid\s*=\s*(?P<quote>[\"'])blank_(?P<id>[^\"']+)(?P=quote)[^>]*?(?:/>|>[^<]*</span\s*>)",
    re.IGNORECASE,
)
_BACKTICKS = re.compile(r"`([^`]*)`")


def place(blank_id: str) -> str:
    """The HTML of a place."""
    return f'<span id="blank_{escape(blank_id)}"></span>'


def placed(html: str) -> tuple[str, ...]:
    """The ids of the places in `html`, in their order, twice where a place is there twice."""
    return tuple(unescape(found["id"]) for found in _PLACE.finditer(html))


def with_places(html: str, blank_ids: Sequence[str]) -> str | None:
    """`html` with backticks turned into places for these blanks; None where their numbers differ."""
    if len(_BACKTICKS.findall(html)) != len(blank_ids):
        return None
    ids = iter(blank_ids)
    return _BACKTICKS.sub(lambda _: place(next(ids)), html)


def with_backticks(html: str, words: Mapping[str, str]) -> str:
    """`html` with the word of each blank in backticks in its place; other places and backticks stay as they are."""
    return _PLACE.sub(lambda found: f"`{_safe(words.get(unescape(found['id']), ''))}`", html)


def with_words(html: str, words: Mapping[str, str]) -> str:
    """`html` with these words, by the id of a blank, in place of its places; other places stay."""

    def filled(found: re.Match[str]) -> str:
        word = words.get(unescape(found["id"]))
        return found[0] if word is None else escape(word, quote=False)

    return _PLACE.sub(filled, html)


def with_gaps(html: str) -> str:
    """`html` with a line to write on in each place, as a list of questions shows it."""
    return _PLACE.sub("____", html)


def without_backticks(html: str) -> str:
    """`html` where backticks that are meant as such cannot be taken for a blank (Canvas turns them into blanks)."""
    return html.replace("`", "&#96;")


def with_renamed_places(html: str, rename: Callable[[str], str]) -> str:
    """`html` where each place gets the id that `rename` gives for its own, asked in their order."""

    def renamed(found: re.Match[str]) -> str:
        before = unescape(found["id"])
        after = rename(before)
        if after == before:
            return found[0]
        start, end = found.start("id") - found.start(), found.end("id") - found.start()
        return found[0][:start] + escape(after) + found[0][end:]

    return _PLACE.sub(renamed, html)


def _safe(word: str) -> str:
    return without_backticks(escape(word, quote=False))
