"""A line of the answers of a question, as a text that is read."""

from html import escape

from app.models.answers.line import AnswerLine, Mark
from app.ui.words import words

_MARKS = {Mark.RIGHT: "✓ ", Mark.WRONG: "○ ", Mark.NONE: ""}
_INDENT = "\N{NO-BREAK SPACE}" * 6


def line_html(line: AnswerLine) -> str:
    """A mark, what the line is, and its own text, in one paragraph where that has one."""
    note = f"{escape(words(line.note))} " if line.note is not None else ""
    head = f"{_INDENT * line.level}{_MARKS[line.mark]}{note}"
    opening, found, rest = line.html.partition(">")
    if found and opening.strip().lower() in ("<p", "<div"):
        return f"{opening}>{head}{rest}"
    return f"<p>{head}{line.html}</p>"
