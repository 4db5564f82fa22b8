"""What one student sees of a question where students see different things: shuffled answers, dealt numbers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from app.models.item import Item
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choices import ChoicesQuestion
from app.models.questions.fill_blank import FillBlankQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion


@dataclass(frozen=True, slots=True)
class Deal:
    """Ids in the order in which they are shown.

    `order` is that of choices, rows, prompts, answers or words of a bank, `blanks` that of the choices of each
    dropdown; `solution` counts from 0.
    """

    order: tuple[str, ...] = ()
    blanks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    solution: int = 0


def deal(item: Item, random: Random, *, shuffles_all: bool = False) -> Deal:
    """One student's view; the same seed gives the same. What the question does not shuffle stands as it is written.

    `shuffles_all`: the quiz shuffles the answers of all its questions; places that are locked stay even so.
    """
    match item.entry:
        case ChoicesQuestion() as question:
            ids = [choice.id for choice in question.choices]
            mixes = shuffles_all or question.shuffle.shuffled
            return Deal(shuffled(ids, random, question.shuffle.locked if mixes else range(len(ids))))
        case OrderingQuestion() as question:
            return Deal(mixed([row.id for row in question.choices], random))
        case MatchingQuestion() as question:
            ids = [pair.id for pair in question.pairs]
            return Deal(shuffled(ids, random) if question.shuffled or shuffles_all else tuple(ids))
        case CategorizationQuestion() as question:
            return Deal(shuffled(sorted(answer.id for answer in question.answers), random))
        case RichFillBlankQuestion() as question:
            words = shuffled(sorted(word.id for word in question.word_bank), random)
            return Deal(words, blanks=dict(_of_dropdowns(question.blanks, random, shuffles_all)))
        case FillBlankQuestion() as question:
            return Deal(blanks=dict(_of_dropdowns(question.blanks, random, shuffles_all)))
        case FormulaQuestion() as question if question.solutions:
            return Deal(solution=random.randrange(len(question.solutions)))
    return Deal()


def shuffled(ids: Sequence[str], random: Random, locked: Collection[int] = ()) -> tuple[str, ...]:
    """The ids in a random order; those at the 0-based places `locked` stay there."""
    free = [place for place in range(len(ids)) if place not in locked]
    taken = random.sample(free, len(free))
    order = dict(zip(free, taken, strict=True))
    return tuple(ids[order.get(place, place)] for place in range(len(ids)))


def mixed(ids: Sequence[str], random: Random) -> tuple[str, ...]:
    """The ids in any order but their own, where there are two or more: an ordering question is not shown solved."""
    order = shuffled(ids, random)
    while len(ids) > 1 and order == tuple(ids):
        order = shuffled(ids, random)
    return order


def _of_dropdowns(blanks: Sequence[Blank], random: Random, shuffles_all: bool) -> Sequence[tuple[str, tuple[str, ...]]]:
    return [
        (blank.id, shuffled(ids, random) if blank.shuffled or shuffles_all else tuple(ids))
        for blank in blanks
        if blank.answer_type == AnswerType.DROPDOWN
        for ids in [[choice.id for choice in blank.choices]]
    ]
