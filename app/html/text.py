"""The plain words of Canvas HTML, for lists, search and comparison."""

import re

from app.html.lenient import LenientParser

_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
    | {"blockquote", "pre", "section", "article", "header", "footer", "dl", "dt", "dd", "caption"}
    | {"details", "summary", "figure", "figcaption", "fieldset", "legend", "form"}
)
_SILENT = frozenset({"script", "style", "template"})
_PARAGRAPHS = re.compile(r"(?:<p>[^<&]*</p>\s*)+")
"""What nearly all answers are: read without a parser, as many of them are read at once."""

_BEGINS_WITH_WORDS = re.compile(r"\s*(?:<p>\s*)?[^\s<&]")


class _Words(LenientParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append(" ")
        elif tag == "img":
            named = dict(attrs)
            self.parts.append(named.get("data-equation-content") or named.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def plain_text(html: str, limit: int = 0) -> str:
    """The words of `html` on one line; pictures give their alt text, equations their LaTeX. `limit` in characters."""
    if "<" not in html and "&" not in html:
        words = " ".join(html.split())
    elif _PARAGRAPHS.fullmatch(html):
        words = " ".join(html.replace("<p>", " ").replace("</p>", " ").split())
    else:
        parser = _Words()
        parser.feed(html)
        parser.close()
        words = " ".join("".join(parser.parts).split())
    return words if not limit or len(words) <= limit else words[: limit - 1].rstrip() + "…"


def is_blank(html: str | None) -> bool:
    """Whether students would see nothing: no words and no picture, video or formula."""
    if not html:
        return True
    if _BEGINS_WITH_WORDS.match(html):
        return False
    return not plain_text(html) and not any(tag in html for tag in ("<img", "<iframe", "<video", "<audio", "<math"))
