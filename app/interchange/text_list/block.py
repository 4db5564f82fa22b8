"""Questions out of lines: a number begins one, letters are its answers, words with a colon say more about it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.interchange.text_list.line import Line

_SAYS = re.compile(
    r"\s*(title|points?|type|answers?|ans|correct answers?|key|feedback|explanation|rationale|blank \d{1,2}"
    r"|grading notes)\s*[:=]\s*(.*)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\s*[\[(]\s*(\d+(?:[.,]\d+)?)\s*(?:points?|pts?|marks?)\s*[\])]\s*", re.IGNORECASE)
_KEY_HEAD = re.compile(r"\s*(?:answers?|answer key|key|solutions?)\s*:?\s*", re.IGNORECASE)
_KEY_ROW = re.compile(r"\s*(\d{1,4})\s*[.):]?\s+\(?([A-Za-z](?:\s*[,;/]\s*[A-Za-z])*)\)?\s*")
_NAMES = dict.fromkeys(("ans", "answers", "key", "correct answer", "correct answers"), "answer")
_ABOVE = frozenset({"title", "type", "points"})
"""What Respondus has above a question; other people write it below."""


@dataclass
class Option:
    """An answer to choose, with the lines that go on with it and its feedback."""

    label: str
    text: str
    html: str
    marked: bool
    starred: bool = False


@dataclass
class Block:
    """One question as it is written; `says` are its lines with a colon: title, points, type, answer, feedback."""

    place: str
    number: str
    stem: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    right: str = ""
    wrong: str = ""

    @property
    def text(self) -> str:
        """The words of the question."""
        return " ".join(self.words)

    @property
    def source(self) -> str:
        """All that is written of it, as far as it was understood."""
        options = (f"{option.label}. {option.text}" for option in self.options)
        said = (f"{name}: {value}" for name, value in self.says.items())
        return "\n".join((f"{self.number}. {self.text}", *options, *said))


def blocks(lines: Iterable[Line]) -> tuple[list[Block], list[Line]]:
    """Every question, its key from a list at the end put in; and the lines that belong to none."""
    body, key = _parted([line for line in lines if line.text.strip(" \t\n\r")])
    gathered = _Gathered()
    for line in body:
        gathered.take(line)
    _put_in(gathered.found, key)
    return gathered.found, gathered.stray


class _Gathered:
    """What was read so far. Where the first title, type or points stands above its question, all of them do."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.stray: list[Line] = []
        self._waiting: dict[str, str] = {}
        self._above = False

    def take(self, line: Line) -> None:
        """Put a line where it belongs."""
        said = None if line.label or line.exact else _SAYS.fullmatch(line.text)
        if line.is_question:
            self._above = self._above or bool(self._waiting)
            self.found.append(Block(line.place, line.label, says=self._waiting))
            self._waiting = {}
            _begin(self.found[-1], line)
        elif said is not None:
            self._say(_name(said[1]), said[2].strip(), line)
        elif self.found:
            _go_on(self.found[-1], line)
        else:
            self.stray.append(line)

    def _say(self, name: str, text: str, line: Line) -> None:
        if name in _ABOVE and (self._above or not self.found):
            self._waiting[name] = text
        elif self.found:
            self.found[-1].says[name] = text
        else:
            self.stray.append(line)


def _name(word: str) -> str:
    name = word.lower()
    if name.startswith("point"):
        return "points"
    return "feedback" if name in ("explanation", "rationale") else _NAMES.get(name, name)


def _begin(block: Block, line: Line) -> None:
    points = None if line.exact else _POINTS.search(line.text)
    text, html = line.text, line.html
    if points is not None:
        block.says.setdefault("points", points[1])
        text, html = _POINTS.sub(" ", text).strip(), _POINTS.sub(" ", html).strip()
    block.words.append(text)
    block.stem.append(html)


def _go_on(block: Block, line: Line) -> None:
    if line.is_option:
        block.options.append(Option(line.label, line.text, line.html, line.marked, line.starred))
    elif line.exact and block.options:
        last = block.options[-1]
        last.text, last.html = f"{last.text} {line.text}".strip(), f"{last.html}</p><p>{line.html}"
    elif line.exact:
        block.words.append(line.text)
        block.stem.append(line.html)
    elif line.text.startswith("~"):
        block.right = line.text[1:].strip()
    elif line.text.startswith("@"):
        block.wrong = line.text[1:].strip()
    elif block.options:
        last = block.options[-1]
        last.text, last.html = f"{last.text} {line.text}", f"{last.html}<br>{line.html}"
    else:
        block.words.append(line.text)
        block.stem.append(line.html)


def _parted(rows: list[Line]) -> tuple[list[Line], dict[str, str]]:
    """The questions, and the key by number from a list at the end: "Answers:" and rows as in `3. B`."""
    for place, line in enumerate(rows):
        tail = rows[place + 1 :]
        if not line.label and not line.exact and _KEY_HEAD.fullmatch(line.text) and tail:
            key = dict(_keys(tail))
            if len(key) == len(tail):
                return rows[:place], key
    return rows, {}


def key_rows(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Number and letters of each row of a table that is a key; nothing where one of its rows is something else.

    A first row of headings is passed over.
    """
    found = []
    for place, row in enumerate(rows):
        matched = _KEY_ROW.fullmatch(" ".join(cell.strip(" .)(") for cell in row)) if len(row) == 2 else None
        if matched is not None:
            found.append((matched[1], matched[2]))
        elif place:
            return
    yield from found if len(found) > 1 else ()


def _keys(rows: list[Line]) -> Iterator[tuple[str, str]]:
    for line in rows:
        found = _KEY_ROW.fullmatch(f"{line.label}. {line.text}" if line.label else line.text)
        if found is not None:
            yield found[1], found[2]


def _put_in(found: list[Block], key: dict[str, str]) -> None:
    for block in found:
        if block.number in key:
            block.says.setdefault("answer", key[block.number])
