"""The text of GIFT: escapes, formats, and the marks that part a block (Moodle, "GIFT format")."""

import re
from html import escape

from app.interchange.maker import plain

_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\~=#{}:nN\"])")
_SPECIAL = re.compile(r"[\\~=#{}:]")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|&[a-zA-Z]+;|&#\d+;")


def unescaped(text: str) -> str:
    """The text that a person means; `\\n` is a line end."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def escaped(text: str) -> str:
    """The text as GIFT has it, on one line."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\r", "").replace("\n", "\\n")


def html_of_text(text: str) -> str:
    """The HTML of a text that may name its format; without one, tags in it make it HTML, as in Moodle."""
    form = _FORMAT.match(text)
    body = unescaped(text[form.end() :] if form else text).strip()
    kind = form[1].lower() if form else ""
    if kind == "html" or (kind in ("", "moodle") and _TAG.search(body)):
        return body if body.startswith("<") else f"<p>{body}</p>"
    return plain(body)


def is_markdown(text: str) -> bool:
    """Whether a text says that it is Markdown."""
    form = _FORMAT.match(text)
    return form is not None and form[1].lower() == "markdown"


def find_unescaped(text: str, signs: str, start: int = 0) -> int:
    """The place of the first of `signs` that no backslash stands before; -1 where there is none."""
    place = start
    while place < len(text):
        if text[place] == "\\":
            place += 2
            continue
        if text[place] in signs:
            return place
        place += 1
    return -1


def split_unescaped(text: str, signs: str) -> list[tuple[str, str]]:
    """The parts that begin with one of `signs`: the sign and what follows; what stands before the first has ""."""
    parts, sign, place = [], "", 0
    while (end := find_unescaped(text, signs, place)) >= 0:
        parts.append((sign, text[place:end]))
        sign, place = text[end], end + 1
    return [*parts, (sign, text[place:])]


def written(html: str, plain_words: str) -> str:
    """A rich text for a file: as plain words where nothing is lost by that, else marked as HTML."""
    simple = f"<p>{escape(plain_words, quote=False)}</p>" == html or escape(plain_words, quote=False) == html
    return escaped(plain_words) if simple else f"[html]{escaped(html)}"
