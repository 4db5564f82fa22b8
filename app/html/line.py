"""The words and atoms of the block under way, with white space as a browser collapses it."""

import re

from app.html.inline import is_comment
from app.html.rich import Atom, Inline, Words
from app.html.tag import Tag

_SPACE = re.compile(r"[ \t\n\r\f]+")
_Run = tuple[tuple[Tag, ...], list[str]]


class Line:
    """Takes words as they come and gives them as inlines; a space that nobody would see is left out."""

    def __init__(self) -> None:
        self._runs: list[_Run | Atom] = []
        self._spaced = True
        self.count = 0  # of what was added, ever

    @property
    def begun(self) -> bool:
        """Whether anything is in it."""
        return bool(self._runs)

    @property
    def seen(self) -> bool:
        """Whether anything but comments is in it."""
        return any(not isinstance(run, Atom) or not is_comment(run) for run in self._runs)

    def add_words(self, text: str, marks: tuple[Tag, ...]) -> None:
        """Words whose white space is of no meaning."""
        text = _SPACE.sub(" ", text)
        if self._spaced and text[:1] == " ":
            text = text[1:]
        if text:
            self._spaced = text[-1] == " "
            self._append(text, marks)

    def add_kept(self, text: str, marks: tuple[Tag, ...]) -> None:
        """Words whose white space is seen."""
        self._spaced = False
        self._append(text.replace("\r\n", "\n").replace("\r", "\n"), marks)

    def add_break(self, marks: tuple[Tag, ...]) -> None:
        """A line break."""
        self._trim()
        self._append("\n", marks)
        self._spaced = True

    def add_atom(self, atom: Atom) -> None:
        """What is kept whole. White space goes on over a comment as if it were not there."""
        self._runs.append(atom)
        self.count += 1
        self._spaced = self._spaced and is_comment(atom)

    def taken(self) -> tuple[Inline, ...]:
        """What was added, and begin anew. A break at the end shows nothing; a lone hard space keeps a line open."""
        self._trim()
        inlines = [found for run in self._runs if (found := _inline(run))]
        self._runs.clear()
        self._spaced = True
        if inlines and isinstance(last := inlines[-1], Words) and last.text[-1] == "\n":
            inlines[-1:] = [Words(last.text[:-1], last.marks)] if last.text != "\n" else []
        alone = inlines[0] if len(inlines) == 1 else None
        return () if isinstance(alone, Words) and alone.text == "\u00a0" else tuple(inlines)

    def _append(self, text: str, marks: tuple[Tag, ...]) -> None:
        self.count += 1
        last = self._runs[-1] if self._runs else None
        if isinstance(last, tuple) and last[0] == marks:
            last[1].append(text)
        else:
            self._runs.append((marks, [text]))

    def _trim(self) -> None:
        last = self._runs[-1] if self._runs else None
        if isinstance(last, tuple) and self._spaced:
            last[1][-1] = last[1][-1].removesuffix(" ")


def _inline(run: _Run | Atom) -> Inline | None:
    if isinstance(run, Atom):
        return run
    text = "".join(run[1])
    return Words(text, run[0]) if text else None
