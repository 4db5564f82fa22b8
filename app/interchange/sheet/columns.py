"""Which column of a table is what: guessed from its headers, or as a person says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from app.interchange.table_head import ANSWER, QUESTION, ROLES, UNREAD, Roles, Said

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "question": ("question", "questiontext", "questions", "stem", "prompt", "frage", "fragetext", "text"),
    "kind": ("type", "questiontype", "kind", "typ", "fragetyp"),
    "points": ("points", "point", "pointspossible", "marks", "mark", "score", "punkte"),
    "label": ("title", "label", "name", "titel"),
    "key": (
        *("correct", "correctanswer", "correctanswers", "correctoption", "correctoptions", "key", "answerkey"),
        *("rightanswer", "right", "solution", "answer", "answers", "richtig", "richtigeantwort", "lösung"),
    ),
    "feedback": ("feedback", "generalfeedback", "explanation", "rationale", "comment", "erklärung"),
    "correct": ("correctfeedback", "feedbackcorrect"),
    "incorrect": ("incorrectfeedback", "feedbackincorrect", "wrongfeedback"),
    "tags": ("tags", "tag", "category", "topic", "chapter", "thema"),
}
_ANSWER = re.compile(
    r"(?:(?:(?:in)?correct|wrong|right)?(?:option|choice|answer|opt|ans|antwort)|distractor)(?:[a-j]|\d\d?)|[a-j]"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The place of each column from 0, None where there is none; `answers` are those of the answers, in their order.

    Where the table is not `headed`, its first row is a question like the others.
    """

    question: int
    answers: tuple[int, ...] = ()
    key: int | None = None
    kind: int | None = None
    points: int | None = None
    label: int | None = None
    feedback: int | None = None
    correct: int | None = None
    incorrect: int | None = None
    tags: int | None = None
    headed: bool = True

    @property
    def places(self) -> frozenset[int]:
        """Every column that is read."""
        single = (self.question, self.key, self.kind, self.points, self.label, self.feedback, self.correct)
        return frozenset(place for place in (*single, self.incorrect, self.tags, *self.answers) if place is not None)

    def roles(self, width: int) -> Roles:
        """What each of so many columns is."""
        single = {self.question: "question"} | {
            place: name for name in _SINGLE if isinstance(place := getattr(self, name), int)
        }
        return tuple(single.get(place, ANSWER if place in self.answers else UNREAD) for place in range(width))


def told(said: Said | None) -> Columns | None:
    """The columns as a person says them; None where nobody said a thing, or none is the question."""
    if said is None or QUESTION not in said.roles:
        return None
    roles = said.roles
    single: dict[str, Any] = {name: roles.index(name) for name in _SINGLE if name in roles}
    answers = tuple(place for place, role in enumerate(roles) if role == ANSWER)
    return replace(Columns(roles.index(QUESTION), answers, **single), headed=said.headed)


_SINGLE: Final = tuple(role for role in ROLES if role not in (UNREAD, QUESTION, ANSWER))


def guessed(header: Sequence[str]) -> Columns | None:
    """What the headers say; None where they name no question, or nothing beside it."""
    names = [re.sub(r"[\W_]+", "", text.lower()) for text in header]
    found: dict[str, Any] = {
        role: place for role, words in _NAMES.items() if (place := _place(names, words)) is not None
    }
    answers = tuple(place for place, name in enumerate(names) if _ANSWER.fullmatch(name))
    if "question" not in found or not (answers or found.keys() & {"key", "kind"}):
        return None
    return Columns(answers=answers, **found)


def _place(names: Sequence[str], words: Sequence[str]) -> int | None:
    return next((names.index(word) for word in words if word in names), None)
