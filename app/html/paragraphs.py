"""Between Canvas HTML that is nothing but paragraphs of plain text, and those paragraphs.

What an editor without formatting can take is decided here: `<p>` without attributes and `<br>`, or bare words. A text
that has anything else is richer, and stays as it came, byte for byte (rich-text.md).
"""

import re
from collections.abc import Sequence
from html import escape, unescape

# A run reaches to the next "<": one way to match. Possessive repeats fail on Python 3.11.2 (Debian 12).
_CONTENT = r"(?:[^<]+(?=<|\Z)|<br\s*/?>|<(?![a-z/!?]))*"
_PARAGRAPH = re.compile(rf"\s*<p\s*>({_CONTENT})</p\s*>\s*", re.IGNORECASE)
_BARE = re.compile(_CONTENT, re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_RUN = re.compile(r"(?<![^\n]) +| {2,}")
# Qt's documents use these as marks of their own, so a text that holds one cannot be edited in them.
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_BLANK_LINE = "<p>&nbsp;</p>"


def paragraphs(html: str) -> tuple[str, ...] | None:
    """The paragraphs of `html` as plain text, `\\n` for a line break in one; None where it is richer than that.

    A paragraph without any content is left out, since nobody sees it; one that only holds a space is "".
    """
    pieces = _pieces(html)
    if pieces is None:
        return None
    texts = tuple(_text(piece) for piece in pieces if _SPACE.sub("", piece))
    return None if any(_UNFIT.search(text) for text in texts) else texts


def html_of(texts: Sequence[str]) -> str:
    """The HTML of paragraphs of plain text: a `<p>` each, "" where there are no words at all.

    Runs of spaces survive as students see them; spaces and empty lines at an end do not.
    """
    lines = [_trimmed(text) for text in texts]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"<p>{_written(line)}</p>" if line else _BLANK_LINE for line in lines)


def edited_html(original: str, texts: Sequence[str]) -> str:
    """The HTML after an edit: `original` itself where `texts` say the same, so that looking changes no byte."""
    before, written = paragraphs(original), html_of(texts)
    return original if before is not None and html_of(before) == written else written


def _pieces(html: str) -> list[str] | None:
    """The inner HTML of each paragraph; bare words are one paragraph."""
    if _BARE.fullmatch(html):
        return [html]
    pieces, place = [], 0
    while place < len(html):
        found = _PARAGRAPH.match(html, place)
        if found is None:
            return None
        pieces.append(found[1])
        place = found.end()
    return pieces


def _text(piece: str) -> str:
    lines = [_SPACE.sub(" ", unescape(line)).strip(" ") for line in _BREAK.split(piece)]
    if len(lines) > 1 and not lines[-1]:
        lines.pop()  # a break at the end of a paragraph shows nothing
    text = "\n".join(lines)
    return "" if text == "\u00a0" else text


def _trimmed(text: str) -> str:
    text = _UNFIT.sub("", text.replace("\t", " ").replace("\r", "").replace("\f", " ")).rstrip(" \n")
    return "" if text == "\u00a0" else text  # as it is read


def _written(line: str) -> str:
    kept = _RUN.sub(_hard_spaces, line)
    return escape(kept, quote=False).replace("\u00a0", "&nbsp;").replace("\n", "<br>")


def _hard_spaces(run: re.Match[str]) -> str:
    """A run that HTML would swallow; its last space may break the line, unless the run begins one."""
    begins = run.start() == 0 or run.string[run.start() - 1] == "\n"
    return "\u00a0" * (len(run[0]) - 1) + ("\u00a0" if begins else " ")
