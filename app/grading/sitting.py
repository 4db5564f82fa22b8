"""One attempt at a quiz: what one student is shown, and what the answers earn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from app.grading.deal import Deal, deal
from app.grading.response import Response
from app.grading.score import Score
from app.grading.table import grade, is_graded
from app.models.item import Item
from app.models.quiz import Quiz
from app.models.settings import QuizSettings
from app.models.settings_effective import effective

_OF_STIMULUS = "stimulus_quiz_entry_id"


@dataclass(frozen=True, slots=True)
class Sitting:
    """The rows of a quiz in the order in which one student meets them, and what was dealt for each question."""

    items: tuple[Item, ...]
    deals: Mapping[str, Deal]

    @property
    def asked(self) -> tuple[Item, ...]:
        """The rows that can be answered."""
        return tuple(item for item in self.items if is_graded(item))


@dataclass(frozen=True, slots=True)
class Marks:
    """The scores of an attempt by question; `points` leaves out what waits for a person."""

    scores: Mapping[str, Score]

    @property
    def points(self) -> float:
        """What was earned so far."""
        return sum(score.points or 0 for score in self.scores.values())

    @property
    def possible(self) -> float:
        """What could be earned."""
        return sum(score.possible for score in self.scores.values())

    @property
    def waiting(self) -> int:
        """How many questions wait for a person."""
        return sum(score.points is None for score in self.scores.values())


def settings_of(quiz: Quiz) -> QuizSettings:
    """The settings that count."""
    return effective(quiz.fields.quiz_settings or QuizSettings())


def sit(quiz: Quiz, random: Random) -> Sitting:
    """What one student is shown; the same seed gives the same."""
    settings = settings_of(quiz)
    items = in_any_order(quiz.items, random) if settings.shuffle_questions else quiz.items
    return sit_at(items, random, shuffles_all=bool(settings.shuffle_answers))


def sit_at(items: Iterable[Item], random: Random, *, shuffles_all: bool = False) -> Sitting:
    """The same for some rows in the order given."""
    shown = tuple(items)
    deals = {item.id: deal(item, random, shuffles_all=shuffles_all) for item in shown if is_graded(item)}
    return Sitting(shown, deals)


def mark(sitting: Sitting, responses: Mapping[str, Response]) -> Marks:
    """What the answers earn, a question without one included."""
    return Marks({item.id: grade(item, responses.get(item.id)) for item in sitting.asked})


def in_any_order(items: Sequence[Item], random: Random) -> tuple[Item, ...]:
    """Any order in which the questions of a stimulus stay behind it."""
    groups: list[list[Item]] = []
    for item in items:
        if groups and item.rest.get(_OF_STIMULUS) and groups[-1][0].entry_type == "Stimulus":
            groups[-1].append(item)
        else:
            groups.append([item])
    return tuple(item for group in random.sample(groups, len(groups)) for item in group)
