"""The answers of a GIFT question, parted into weights, texts and feedback."""

import re
from dataclasses import dataclass

from app.interchange.gift.block import Unreadable
from app.interchange.gift.text import find_unescaped, split_unescaped
from app.message import message

_WEIGHT = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: `=` or `~`, its weight from -1 to 1, its text and feedback as they are written."""

    sign: str
    weight: float
    text: str
    feedback: str

    @property
    def pair(self) -> tuple[str, str] | None:
        """Both sides where it is a pair."""
        left, arrow, right = self.text.partition("->")
        return (left.strip(), right.strip()) if arrow else None


def without_general(answers: str) -> tuple[str, str]:
    """The answers, and the general feedback behind `####`."""
    place = answers.find("####")
    return (answers, "") if place < 0 else (answers[:place], answers[place + 4 :].strip())


def choices(answers: str) -> list[Choice]:
    """Every answer. Raises `Unreadable` for words that belong to none."""
    (_, before), *parts = split_unescaped(answers, "=~")
    if before.strip():
        raise Unreadable(message('"{text}" stands before the first answer.', text=before.strip()[:40]))
    return [_choice(sign, text) for sign, text in parts]


def _choice(sign: str, text: str) -> Choice:
    weight = _WEIGHT.match(text)
    body, feedback = parted(text[weight.end() :] if weight else text)
    share = float(weight[1]) / 100 if weight else 1.0 if sign == "=" else 0.0
    return Choice(sign, max(-1.0, min(share, 1.0)), body.strip(), feedback.strip())


def parted(text: str) -> tuple[str, str]:
    """A text and its feedback, which stands behind `#`."""
    place = find_unescaped(text, "#")
    return (text, "") if place < 0 else (text[:place], text[place + 1 :])
