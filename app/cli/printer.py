"""What a command says: one JSON document or a readable text on stdout, everything else on stderr."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from app.errors import UserError
from app.message import Message, message

Text = str | Message


class Printer:
    """Writes for a person, or, with `is_json`, for a script."""

    def __init__(self, *, is_json: bool) -> None:
        self.is_json = is_json

    def result(self, document: object, lines: Iterable[str]) -> None:
        """The result of the command: the document for scripts, the lines for people."""
        if self.is_json:
            _write(sys.stdout, _encodable(document) + "\n")
        else:
            _write(sys.stdout, "".join(f"{printable(line)}\n" for line in lines))

    def say(self, text: Text) -> None:
        """A message or progress."""
        _write(sys.stderr, f"{printable(str(text))}\n")

    def fail(self, error: UserError, about: str = "") -> None:
        """What went wrong and what to do next; `about` is which of several things it happened to."""
        self.say(f"{about}: {error.message}" if about else error.message)
        if error.hint is not None:
            self.say(error.hint)


def printable(text: str) -> str:
    """The text without control characters: a title that comes from elsewhere must not drive the terminal."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)


def table(rows: Sequence[Sequence[object]]) -> list[str]:
    """Lines with columns side by side."""
    cells = [["" if cell is None else printable(str(cell)) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))] if cells else []
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def number(value: float | None) -> str:
    """Points as people write them: 2 and not 2.0."""
    return "" if value is None else f"{value:g}"


def quizzes(count: int) -> Message:
    """How many quizzes there are, in words."""
    return message("1 quiz", plural="{count} quizzes", count=count)


def items(count: int) -> Message:
    """How many items there are, in words."""
    return message("1 item", plural="{count} items", count=count)


def _encodable(document: object) -> str:
    text = json.dumps(document, ensure_ascii=False, indent=2, default=_plain)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:  # an old code page of Windows, or half a surrogate pair in a text
        return json.dumps(document, indent=2, default=_plain)
    return text


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON")


def _write(stream: TextIO, text: str) -> None:
    """Write and flush; where the reader has gone (`… | head`), go on in silence."""
    try:
        stream.write(text)
        stream.flush()
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, stream.fileno())  # else Python would complain again when it closes the stream
        os.close(silent)
