"""The versions of a paper exam: in which order one paper asks, and what was dealt for each of its questions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from string import ascii_uppercase
from typing import Final

from app.grading.deal import Deal, deal
from app.grading.sitting import in_any_order
from app.grading.table import is_graded
from app.models.item import Item
from app.models.questions.formula import FormulaQuestion
from app.models.quiz import Quiz

MOST: Final = len(ascii_uppercase)
"""So many versions have a letter."""


@dataclass(frozen=True, slots=True)
class Mixing:
    """What differs from version to version, beside what every paper deals anew. Version A is as the quiz is written."""

    questions: bool = True
    answers: bool = True


MIXED: Final = Mixing()


@dataclass(frozen=True, slots=True)
class Paper:
    """One version: its letter, the ids of its rows in their order, and what was dealt for each question."""

    letter: str
    order: tuple[str, ...]
    deals: Mapping[str, Deal]

    def items(self, quiz: Quiz) -> Iterator[Item]:
        """The rows of the quiz in this order; one that is no longer there is left out."""
        return (quiz.item(item_id) for item_id in self.order if item_id in quiz.places)


def papers(quiz: Quiz, count: int, seed: int, mixing: Mixing = MIXED) -> tuple[Paper, ...]:
    """So many versions (at most 26) of a quiz. The same seed gives the same, and more versions begin with the same."""
    return tuple(_paper(quiz, place, seed, mixing) for place in range(min(max(count, 1), MOST)))


def papers_named(made: Sequence[Paper]) -> str:
    """Their letters: "A", "A–D"."""
    letters = [paper.letter for paper in made]
    return letters[0] if len(letters) == 1 else f"{letters[0]}–{letters[-1]}"


def _paper(quiz: Quiz, place: int, seed: int, mixing: Mixing) -> Paper:
    letter = ascii_uppercase[place]
    random = Random(f"{seed} {letter}")
    mixes = place > 0
    items: Sequence[Item] = in_any_order(quiz.items, random) if mixes and mixing.questions else quiz.items
    deals = {
        item.id: _with_own_solution(item, deal(item, random, shuffles_all=mixes and mixing.answers), place, seed)
        for item in items
        if is_graded(item)
    }
    return Paper(letter, tuple(item.id for item in items), deals)


def _with_own_solution(item: Item, dealt: Deal, place: int, seed: int) -> Deal:
    """No two versions have the same numbers in a formula while there are others left."""
    question = item.entry
    if not isinstance(question, FormulaQuestion) or not question.solutions:
        return dealt
    count = len(question.solutions)
    order = Random(f"{seed} {item.id}").sample(range(count), count)
    return replace(dealt, solution=order[place % count])
