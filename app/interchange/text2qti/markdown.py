"""Markdown in text2qti files: formulas between dollars, HTML where there is no Markdown for it."""

import re
from functools import lru_cache
from html import escape, unescape
from typing import Final

from markdown_it import MarkdownIt

from app.html.equation import equation
from app.html.rich import Atom
from app.html.sources import with_pictures
from app.html.tag import Tag

_MATH = re.compile(r"(?<![\\$])\$(?=[^\s$])([^$\n]*?[^\s$\\])\$(?!\$)")
_DELIMITED = re.compile(r"\\\((.+?)\\\)", re.DOTALL)
_MARK = re.compile("\ue000(\\d+)\ue001")
_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?(?:p|div|ul|ol|li|table|pre|h[1-6]|blockquote)\b).)*)</p>\s*", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>|&[a-zA-Z]+;|&#\w+;)")
_SPECIAL = re.compile(r"[\\`*_\[\]$!]")
_OPENING: Final = re.compile(r"(?:[#>+=-]|\d+(?=[.)])|~~~)")
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True})


def html_of(text: str) -> str:
    """The HTML of Markdown; formulas between dollars become LaTeX between signs that Canvas draws."""
    formulas: list[str] = []

    def kept(found: re.Match[str]) -> str:
        formulas.append(found[1])
        return f"\ue000{len(formulas) - 1}\ue001"

    bare = _MATH.sub(kept, text.replace("\ue000", "").replace("\ue001", ""))
    html = _reader().render(bare).strip()
    return _MARK.sub(lambda found: rf"\({escape(formulas[int(found[1])], quote=False)}\)", html)


def markdown_of(html: str | None) -> str:
    """The Markdown of a rich text on one line: a paragraph as words with inline HTML, anything else as HTML."""
    text = " ".join(_without_pictures(html or "").split())
    found = _PARAGRAPH.fullmatch(text)
    formulas: list[str] = []

    def kept(part: re.Match[str]) -> str:
        formulas.append(unescape(part[1]))
        return f"\ue000{len(formulas) - 1}\ue001"

    inner = _DELIMITED.sub(kept, found[1] if found else text)
    if found is not None or not inner.startswith("<"):
        inner = "".join(part if n % 2 else _SPECIAL.sub(r"\\\g<0>", part) for n, part in enumerate(_TAG.split(inner)))
        inner = _OPENING.sub(_guarded, inner, count=1) if _OPENING.match(inner) else inner
    return _MARK.sub(lambda part: f"${formulas[int(part[1])]}$", inner)


def _guarded(found: re.Match[str]) -> str:
    """What begins a list, a heading or a quote at the beginning of a line, as plain words."""
    text = found[0]
    return f"&#{ord(text[0])};{text[1:]}"


def _without_pictures(html: str) -> str:
    """Equations as LaTeX, other pictures as their description."""

    def latex(found: re.Match[str]) -> str:
        seen = equation(Atom(found[0]))
        return found[0] if seen is None else escape(rf"\({seen.latex}\)", quote=False)

    if "<img" not in html:
        return html
    return with_pictures(_IMAGE.sub(latex, html), lambda tag: escape(Tag(tag).attribute("alt"), quote=False))
