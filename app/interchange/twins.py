"""Which questions of a file are here already, or twice in what is brought in: told by what students read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.checks.glance import glance
from app.checks.likeness import Kind, Likeness
from app.interchange.incoming import Incoming
from app.interchange.source import Step
from app.library.library import Library
from app.models.item import Item

Place = tuple[int, int, int]
"""Which file, which quiz of it, which question of that; from 0."""
_STEPS: Final = 50
"""So many questions are compared between two looks at whether somebody waits for it any more."""


@dataclass(frozen=True, slots=True)
class Known:
    """A question that is there: in a quiz of the library, or, with no `quiz_id`, before it in what is brought in."""

    quiz_id: str
    quiz_title: str
    number: int
    item: Item


@dataclass(frozen=True, slots=True)
class Twin:
    """Those that read the same, or the one that reads nearly the same."""

    kind: Kind
    others: tuple[Known, ...]

    def is_in(self, quiz_id: str) -> bool:
        """Whether the very same question stands in that quiz; "" asks for those that are brought in."""
        return self.kind == "same" and any(one.quiz_id == quiz_id for one in self.others)


def twins(library: Library, files: Sequence[Incoming], step: Step) -> Mapping[Place, Twin]:
    """Compare every question of `files` with all that are here. Raises `Stopped` where `step` does."""
    known = _Known()
    for done, one in enumerate(_kept(library)):
        if done % _STEPS == 0:
            step(0, 0)
        known.find(one)
    found = {}
    for done, (place, one) in enumerate(_brought(files)):
        if done % _STEPS == 0:
            step(0, 0)
        twin = known.find(one)
        if twin is not None:
            found[place] = twin
    return found


class _Known:
    def __init__(self) -> None:
        self._same: dict[str, list[Known]] = defaultdict(list)
        self._likeness = Likeness()
        self._all: list[Known] = []

    def find(self, one: Known) -> Twin | None:
        """What was there before it and is like it."""
        wording = glance(one.item).wording
        if wording is None:
            return None
        same = self._same[wording.text]
        before = tuple(same)
        same.append(one)
        self._all.append(one)
        if before:
            return Twin("same", before)
        near = self._likeness.find(str(len(self._all) - 1), wording)
        return None if near is None else Twin("near", (self._all[int(near[1])],))


def _kept(library: Library) -> Iterator[Known]:
    for row in library.quizzes():
        quiz = library.open_quiz(row.id).quiz
        for number, item in enumerate(quiz.items, start=1):
            yield Known(row.id, row.title, number, item)


def _brought(files: Sequence[Incoming]) -> Iterator[tuple[Place, Known]]:
    for one, file in enumerate(files):
        for two, material in enumerate(file.materials):
            for three, found in enumerate(material.found):
                if found.item is not None:
                    yield (one, two, three), Known("", material.title, three + 1, found.item)
