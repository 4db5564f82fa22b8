"""The words of any HTML, block by block, to be read where they cannot be edited."""

import re

from app.html.lenient import LenientParser
from app.html.unfit import UNFIT

_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "blockquote", "pre"}
    | {"section", "article", "header", "footer", "dl", "dt", "dd", "figure", "figcaption", "caption", "details"}
)
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset({"script", "style", "template"})
_SPACE = re.compile(r"\s+")


def blocks(html: str) -> tuple[str, ...]:
    """One string for each block of `html` that has words; pictures give their alt text, equations their LaTeX."""
    reader = _Blocks()
    reader.feed(html)
    reader.close()
    reader.end()
    return tuple(reader.found)


class _Blocks(LenientParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._meet(tag)
        if tag == "li":
            self._words.append("• ")
        elif tag == "img":
            named = dict(attrs)
            self._words.append(named.get("data-equation-content") or named.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        self._meet(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def end(self) -> None:
        """Close the block under way."""
        text = _SPACE.sub(" ", UNFIT.sub(" ", "".join(self._words))).strip()
        self._words.clear()
        if text and text != "•":
            self.found.append(text)

    def _meet(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end()
        elif tag in _CELLS:
            self._words.append(" ")
