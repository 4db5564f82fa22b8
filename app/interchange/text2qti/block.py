"""Questions of a text2qti file: what begins a line says what it is, and lines that are indented go on with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_KINDS: Final = (
    ("question", re.compile(r"\d+\.(?:[ \t]+(.*)|$)")),
    ("right", re.compile(r"\*[a-zA-Z]\)(?:[ \t]+(.*)|$)")),
    ("choice", re.compile(r"[a-zA-Z]\)(?:[ \t]+(.*)|$)")),
    ("ticked", re.compile(r"\[\*\](?:[ \t]+(.*)|$)")),
    ("box", re.compile(r"\[ ?\](?:[ \t]+(.*)|$)")),
    ("feedback", re.compile(r"\.\.\.(?:[ \t]+(.*)|$)")),
    ("correct", re.compile(r"\+[ \t]+(.*)")),
    ("incorrect", re.compile(r"-[ \t]+(.*)")),
    ("solution", re.compile(r"![ \t]+(.*)")),
    ("number", re.compile(r"=[ \t]+(.*)")),
    ("word", re.compile(r"\*[ \t]+(.*)")),
    ("essay", re.compile(r"(_{3,})\s*")),
    ("upload", re.compile(r"(\^{3,})\s*")),
    ("quiz title", re.compile(r"quiz title:\s*(.*)", re.IGNORECASE)),
    ("description", re.compile(r"quiz description:\s*(.*)", re.IGNORECASE)),
    ("title", re.compile(r"title:\s*(.*)", re.IGNORECASE)),
    ("points", re.compile(r"points:\s*(.*)", re.IGNORECASE)),
    ("text title", re.compile(r"text title:\s*(.*)", re.IGNORECASE)),
    ("text", re.compile(r"text:\s*(.*)", re.IGNORECASE)),
    ("group", re.compile(r"(GROUP)\s*")),
    ("end group", re.compile(r"(END_GROUP)\s*")),
    ("pick", re.compile(r"(?:pick|solutions pick):\s*(.*)", re.IGNORECASE)),
    ("each", re.compile(r"points per question:\s*(.*)", re.IGNORECASE)),
    ("option", re.compile(
        r"((?:shuffle answers|show correct answers|one question at a time|can't go back|feedback is solution"
        r"|solutions sample groups|solutions randomize groups)\s*:.*)", re.IGNORECASE,
    )),
)  # fmt: skip
_FENCE = re.compile(r"`{3,}|~{3,}")


@dataclass
class Part:
    """One thing that a line begins: its `kind`, line and text with what goes on below."""

    kind: str
    line: int
    lines: list[str]

    @property
    def text(self) -> str:
        """The text without the indent of the lines below the first."""
        below = [line.expandtabs(4) for line in self.lines[1:]]
        indent = min((len(line) - len(line.lstrip()) for line in below if line.strip()), default=0)
        return "\n".join((self.lines[0], *(line[indent:] for line in below))).strip()


@dataclass
class Block:
    """A question or a text with the parts that stand below it; `group` is the number of its group."""

    head: Part
    title: str = ""
    points: str = ""
    group: int | None = None
    parts: list[Part] = field(default_factory=list)


def parts(text: str) -> Iterator[Part]:
    """Every part. `kind` is "code" for a fenced block, "stray" for what belongs nowhere."""
    lines = _without_comments(text.split("\n"))
    part: Part | None = None
    fence = ""
    for number, line in enumerate(lines, start=1):
        if fence:
            assert part is not None
            part.lines.append(line)
            fence = "" if line.strip() == fence else fence
            continue
        if line.startswith("%"):
            continue
        if not line.strip() or line[0] in " \t":
            if part is not None:
                part.lines.append(line)
            continue
        if part is not None:
            yield part
        opening = _FENCE.match(line)
        if opening is not None:
            part, fence = Part("code", number, [line]), opening[0]
            continue
        part = _begun(line, number)
    if part is not None:
        yield part


def _without_comments(lines: list[str]) -> list[str]:
    """The lines with empty ones in place of comments; one that is never closed is none."""
    last = max((n for n, line in enumerate(lines) if line.rstrip() == "END_COMMENT"), default=-1)
    kept, inside = [], False
    for number, line in enumerate(lines):
        inside = inside or (line.rstrip() == "COMMENT" and number < last)
        kept.append("" if inside else line)
        inside = inside and line.rstrip() != "END_COMMENT"
    return kept


def _begun(line: str, number: int) -> Part:
    for kind, pattern in _KINDS:
        found = pattern.fullmatch(line)
        if found is not None:
            return Part(kind, number, [found[1] or ""])
    return Part("stray", number, [line])
