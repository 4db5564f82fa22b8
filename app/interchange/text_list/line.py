"""One line of a list of questions, whatever it was written in: its words, how they look, what its number is."""

import re
from dataclasses import dataclass, replace
from html import escape

_NUMBER = re.compile(r"\s*(?:question\s+)?(\d{1,4})\s*[.):]\s+(?=\S)", re.IGNORECASE)
_LETTER = re.compile(r"\s*([*✓✔√]?)\s*\(?([A-Za-z])[.)]\s+(?=\S)")
_BULLET = re.compile(r"\s*([*✓✔√]?)\s*[-•○◦▢□☐]\s+(?=\S)")
_TICKED = re.compile(r"\s*[☑☒✓✔]\s+(?=\S)")

GUARD = "\u2060"
"""Nobody sees it: before a star that marks nothing."""


def typed_label(text: str) -> int:
    """How many signs of a text are the number or letter that somebody typed in front, and what is around it."""
    found = next((found for one in (_NUMBER, _LETTER, _TICKED, _BULLET) if (found := one.match(text))), None)
    return found.end() if found is not None else 0


@dataclass(frozen=True, slots=True)
class Line:
    """`html` is the text as it looks; `label` the number or letter in front of it, taken off both.

    `marked` tells that the answer is marked as right: by a star, or because it stands out (bold, colour, highlight).
    `exact`: it is written by Quizwright, and what it is was known before: nothing in its words is a sign.
    """

    place: str
    text: str
    html: str
    label: str = ""
    marked: bool = False
    starred: bool = False
    exact: bool = False

    @classmethod
    def typed(cls, number: int, text: str) -> "Line":
        """A line of a plain text; `number` counts from 1."""
        return cls(f"line {number}", text, escape(text.strip(), quote=False)).parted()

    @property
    def is_question(self) -> bool:
        """Whether it begins a question."""
        return self.label.isdigit()

    @property
    def is_option(self) -> bool:
        """Whether it is an answer to choose."""
        return bool(self.label) and not self.is_question

    def parted(self) -> "Line":
        """The line without the number or the letter that somebody typed in front; what it has already stays."""
        if self.label:
            return self._starred()
        if found := _NUMBER.match(self.text):
            return self._without(found, found[1], marked=False)
        if found := _LETTER.match(self.text):
            return self._without(found, found[2].lower(), marked=bool(found[1]))
        if found := _TICKED.match(self.text):
            return self._without(found, "-", marked=True)
        if found := _BULLET.match(self.text):
            return self._without(found, "-", marked=bool(found[1]))
        return self

    def _unguarded(self) -> "Line":
        """Without the unseen sign that our own documents have before a star that is no mark."""
        if not self.text.startswith(f"{GUARD}*"):
            return self
        return replace(self, text=self.text.removeprefix(GUARD), html=self.html.removeprefix(GUARD))

    def _starred(self) -> "Line":
        """A line whose number a word processor wrote may still begin with the star of a right answer."""
        if self.text.lstrip().startswith("*"):
            return self._without(re.match(r"\s*(\*)\s*", self.text), self.label, marked=True)
        return self._unguarded()

    def _without(self, found: "re.Match[str] | None", label: str, *, marked: bool) -> "Line":
        assert found is not None
        gone = len("".join(found[0].split()))
        return replace(
            self,
            text=self.text[found.end() :].strip(),
            html=_shortened(self.html, gone),
            label=label,
            marked=self.marked or marked,
            starred=self.starred or marked,
        )


def _shortened(html: str, letters: int) -> str:
    """The HTML without its first `letters` that are no space, and the space behind them; tags stay."""
    left, kept, has_begun = letters, [], False
    for part in _PART.findall(html):
        if part.startswith("<") and len(part) > 1:
            kept.append(part)
        elif left and not part.isspace():
            left -= 1
        elif left or (part.isspace() and not has_begun):
            continue
        else:
            has_begun = True
            kept.append(part)
    return "".join(kept).strip()


_PART = re.compile(r"<[^<>]*>|&[^&;\s]{1,30};|.", re.DOTALL)
"""A tag, an entity or a sign; none of them is looked for further than it can be."""
