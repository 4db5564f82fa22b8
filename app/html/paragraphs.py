"""Paragraphs of plain text as HTML."""

import re
from collections.abc import Sequence
from html import escape

from app.html.unfit import UNFIT

_RUN = re.compile(r"(?<![^\n]) +| {2,}")
_BLANK_LINE = "<p>&nbsp;</p>"


def html_of(texts: Sequence[str]) -> str:
    """The HTML of paragraphs of plain text: a `<p>` each, "" where there are no words at all.

    Runs of spaces survive as students see them; spaces and empty lines at an end do not.
    """
    lines = [_trimmed(text) for text in texts]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"<p>{_written(line)}</p>" if line else _BLANK_LINE for line in lines)


def _trimmed(text: str) -> str:
    text = UNFIT.sub("", text.replace("\t", " ").replace("\r", "").replace("\f", " ")).rstrip(" \n")
    return "" if text == "\u00a0" else text  # as it is read


def _written(line: str) -> str:
    kept = _RUN.sub(_hard_spaces, line)
    return escape(kept, quote=False).replace("\u00a0", "&nbsp;").replace("\n", "<br>")


def _hard_spaces(run: re.Match[str]) -> str:
    """A run that HTML would swallow; its last space may break the line, unless the run begins one."""
    begins = run.start() == 0 or run.string[run.start() - 1] == "\n"
    return "\u00a0" * (len(run[0]) - 1) + ("\u00a0" if begins else " ")
