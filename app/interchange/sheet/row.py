"""One row of a table as a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.interchange.maker import (
    Answer,
    Made,
    accepted,
    blank_place,
    choice,
    essay,
    fill_blank,
    matching,
    multi_answer,
    numeric,
    ordering,
    plain,
    true_false,
)
from app.interchange.sheet.columns import Columns
from app.message import Message, message
from app.models.number import typed_number
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.numeric import ExactAnswer, MarginAnswer, RangeAnswer

_KINDS: Final = {
    **dict.fromkeys(("mc", "multiplechoice", "choice", "singlechoice", "sc"), "choice"),
    **dict.fromkeys(("ma", "ms", "mr", "multipleanswer", "multipleanswers", "multiselect", "multiresponse"), "multi"),
    **dict.fromkeys(("tf", "truefalse", "trueorfalse", "boolean"), "truth"),
    **dict.fromkeys(("essay", "e", "es", "longanswer", "open", "text"), "essay"),
    **dict.fromkeys(("num", "numeric", "numerical", "number"), "number"),
    **dict.fromkeys(("fib", "fillintheblank", "blank", "shortanswer", "sa", "f"), "blank"),
    **dict.fromkeys(("matching", "match", "mt", "mat"), "matching"),
    **dict.fromkeys(("ordering", "order", "ord", "sequence"), "ordering"),
    **dict.fromkeys(("fileupload", "upload", "upl", "file"), "upload"),
}
_TRUTH: Final = {
    **dict.fromkeys(("true", "t", "yes", "wahr", "richtig"), True),
    **dict.fromkeys(("false", "f", "no", "falsch"), False),
}
_SEVERAL = re.compile(r"\s*[;|\n]\s*")
_LETTERS = re.compile(r"(?:[a-j]|\d\d?)(?:\s*(?:[,;/|&]|\band\b|\s)\s*(?:[a-j]|\d\d?))*", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:->|=>|→|=|\|)\s*")
_GAP = re.compile(r"_{3,}")
_RANGE = re.compile(r"\[?\s*(-?[\d.,]+?)\s*(?:\.\.|to)\s*(-?\d[\d.,]*)\s*\]?")
_NO_KEY = message("No right answer: the file has none.")


class Unreadable(Exception):
    """Why a row is refused."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by what they are; `answers` without the empty ones."""

    question: str
    answers: tuple[str, ...]
    key: str
    kind: str
    points: str
    label: str
    feedback: str
    correct: str
    incorrect: str
    tags: tuple[str, ...]

    @classmethod
    def of(cls, cells: Sequence[str], columns: Columns) -> "Row":
        """The row in these columns."""

        def cell(place: int | None) -> str:
            return cells[place].strip() if place is not None and place < len(cells) else ""

        tags = tuple(dict.fromkeys(one for one in re.split(r"\s*[,;|]\s*", cell(columns.tags)) if one))
        answers = tuple(text for text in map(cell, columns.answers) if text)
        return cls(
            cell(columns.question), answers, cell(columns.key), cell(columns.kind), cell(columns.points),
            cell(columns.label), cell(columns.feedback), cell(columns.correct), cell(columns.incorrect), tags,
        )  # fmt: skip


def question_of(row: Row) -> Made:
    """The question of a row. Raises `Unreadable`."""
    if not row.question:
        raise Unreadable(message("It has no question."))
    named = re.sub(r"[\W_]+", "", row.kind.lower())
    kind = _KINDS.get(named) or ("" if named else _guessed(row))
    stem = plain(row.question)
    match kind:
        case "choice" | "multi":
            return _choices(row, stem, several=kind == "multi")
        case "truth":
            key = _TRUTH.get((_marked(row) or row.key).strip().lower())
            if key is None and row.answers and row.key.strip().lower() in ("a", "b", "1", "2"):
                key = _TRUTH.get(row.answers[row.key.strip().lower() in ("b", "2") and len(row.answers) > 1].lower())
            return true_false(stem, key), () if key is not None else (_NO_KEY,)
        case "essay":
            return essay(stem, row.key), ()
        case "upload":
            return FileUploadQuestion.new().replaced(item_body=stem), ()
        case "number":
            return _number(row, stem)
        case "blank":
            return _blank(row, stem)
        case "matching":
            return _matching(row, stem)
        case "ordering":
            return ordering(stem, [plain(text) for text in row.answers or _SEVERAL.split(row.key)]), ()
    raise Unreadable(message('There is no type "{name}" here.', name=row.kind[:30]))


def _guessed(row: Row) -> str:
    texts = {text.strip("* ").lower() for text in row.answers}
    if (len(texts) == 2 and texts <= _TRUTH.keys()) or (not texts and row.key.lower() in _TRUTH):
        return "truth"
    if texts:
        return "choice"
    if not row.key:
        return "essay"
    is_number = _RANGE.fullmatch(row.key) or typed_number(_parted(row.key)[0]) is not None
    return "number" if is_number else "blank"


def _marked(row: Row) -> str:
    """The answer with a star."""
    return next((text.strip("* ") for text in row.answers if text.startswith("*")), "")


def _choices(row: Row, stem: str, *, several: bool) -> Made:
    texts = [text.removeprefix("*").strip() for text in row.answers]
    right = [text.startswith("*") for text in row.answers]
    if not any(right):
        texts, right = _by_key(row.key, texts)
    answers = [Answer(plain(text), float(one)) for text, one in zip(texts, right, strict=True)]
    if len(answers) < 2:
        raise Unreadable(message("It has fewer than two answers to choose from."))
    several = several or sum(right) > 1
    made, lost = multi_answer(stem, answers, partial=True) if several else choice(stem, answers)
    return made, (*lost, *(() if any(right) else (_NO_KEY,)))


def _by_key(key: str, texts: list[str]) -> tuple[list[str], list[bool]]:
    """Answers and which are right: by their words, by letters or places; a key that is none of them is one more."""
    if not key:
        return texts, [False] * len(texts)
    words = [text.lower() for text in texts]
    named = [part.lower() for part in _SEVERAL.split(key) if part]
    if key.lower() in words or (named and all(part in words for part in named)):
        wanted = {key.lower()} if key.lower() in words else set(named)
        return texts, [word in wanted for word in words]
    if _LETTERS.fullmatch(key.strip()):
        places = {_place(part) for part in re.findall(r"[a-j]\b|\d\d?", key.lower())}
        if all(place < len(texts) for place in places):
            return texts, [place in places for place in range(len(texts))]
    return [key, *texts], [True, *(False for _ in texts)]


def _place(part: str) -> int:
    return int(part) - 1 if part.isdecimal() else ord(part) - ord("a")


def _parted(key: str) -> tuple[str, str]:
    """A number, and how far an answer may be off."""
    value, _, margin = key.replace("+/-", "±").replace("+-", "±").partition("±")
    return value.strip(), margin.strip()


def _number(row: Row, stem: str) -> Made:
    key = row.key or next(iter(row.answers), "")
    found = _RANGE.fullmatch(key)
    if found is not None:
        low, high = typed_number(found[1]), typed_number(found[2])
        if low is not None and high is not None:
            return numeric(stem, [RangeAnswer.new(low, high)]), ()
    value, margin = (typed_number(text) for text in _parted(key))
    if value is None:
        raise Unreadable(message('"{text}" is no number.', text=key[:30]))
    return numeric(stem, [MarginAnswer.new(value, margin) if margin else ExactAnswer.new(value)]), ()


def _blank(row: Row, stem: str) -> Made:
    texts = [text.removeprefix("*").strip() for text in row.answers] or [one for one in _SEVERAL.split(row.key) if one]
    if row.key and row.answers and row.key not in texts:
        texts.insert(0, row.key)
    blank = accepted(texts)
    lost = [] if texts else [_NO_KEY]
    if len(_GAP.findall(stem)) > 1:
        lost.append(message("Several gaps with one answer: the first is the blank."))
    return fill_blank(_GAP.sub(lambda _: blank_place(blank), stem, count=1), [blank]), tuple(lost)


def _matching(row: Row, stem: str) -> Made:
    rows = [_ARROW.split(text, maxsplit=1) for text in row.answers or re.split(r"\s*[;\n]\s*", row.key) if text]
    pairs = [(one[0], one[1]) for one in rows if len(one) == 2]
    if not pairs:
        raise Unreadable(message('It has no pairs: write "left = right" into each answer.'))
    wrong = [one[0] for one in rows if len(one) == 1] + [right for left, right in pairs if not left]
    return matching(stem, [pair for pair in pairs if pair[0]], wrong, partial=True), ()
