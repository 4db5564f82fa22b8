"""What a student who knows nothing answers, and what that earns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean, pstdev

from app.grading.deal import shuffled
from app.grading.response import Response
from app.grading.table import grade, is_graded, key_of
from app.models.item import Item
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.models.questions.fill_blank import FillBlankQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion


@dataclass(frozen=True, slots=True)
class Guessing:
    """What blind guessing earns of `possible` points: the mean and the spread (standard deviation) of many tries."""

    mean: float
    spread: float
    possible: float


def guess(item: Item, random: Random) -> Response:
    """A blind answer, each as likely as any other; None where one has to write or to count."""
    match item.entry:
        case ChoiceQuestion() as question:
            return _one(question.choices, random)
        case MultiAnswerQuestion() as question:
            return [choice.id for choice in question.choices if random.random() < 0.5]
        case TrueFalseQuestion():
            return random.random() < 0.5
        case MatchingQuestion() as question:
            answers = list(dict.fromkeys((*(pair.answer for pair in question.pairs), *question.distractors)))
            return {pair.id: random.choice(answers) for pair in question.pairs} or None
        case CategorizationQuestion() as question:
            return _sorted(question, random)
        case OrderingQuestion() as question:
            return list(shuffled([row.id for row in question.choices], random))
        case RichFillBlankQuestion() as question:
            return {blank.id: _filled(blank, question.word_bank, random) for blank in question.blanks} or None
        case FillBlankQuestion() as question:
            return {blank.id: _filled(blank, blank.choices, random) for blank in question.blanks} or None
        case HotSpotQuestion() as question:
            return [{"x": random.random(), "y": random.random()} for _ in question.stored_regions] or None
    return None


def guessing(items: Iterable[Item], tries: int, random: Random) -> Guessing:
    """What guessing earns in a quiz; questions that wait for a person earn nothing here, but count as possible."""
    asked = [item for item in items if is_graded(item)]
    return guessing_of(guessed_points(asked, tries, random), asked)


def guessed_points(items: Iterable[Item], tries: int, random: Random) -> list[float]:
    """What each of some blind tries earns."""
    asked = [item for item in items if is_graded(item)]
    return [sum(grade(item, guess(item, random)).points or 0 for item in asked) for _ in range(tries)]


def guessing_of(points: Sequence[float], items: Iterable[Item]) -> Guessing:
    """What tries that earned so much say of guessing in these items."""
    possible = sum(item.points or 0 for item in items if is_graded(item))
    return Guessing(fmean(points), pstdev(points), possible) if points else Guessing(0, 0, 0)


def unreachable(items: Iterable[Item]) -> tuple[str, ...]:
    """The ids of questions that not even their key gets right: something in them is wrong."""
    return tuple(item.id for item in items if is_graded(item) and grade(item, key_of(item)).right is False)


def _one(choices: Sequence[Choice], random: Random) -> str | None:
    return random.choice(choices).id if choices else None


def _sorted(question: CategorizationQuestion, random: Random) -> Response:
    """Each answer into a category or none."""
    places = [*(category.id for category in question.categories), None]
    given: dict[str, list[str]] = {category.id: [] for category in question.categories}
    for answer in question.answers:
        place = random.choice(places)
        if place is not None:
            given[place].append(answer.id)
    return given or None


def _filled(blank: Blank, words: Sequence[Choice], random: Random) -> str | None:
    """A choice of the list or of the bank; nobody types a right word blindly."""
    if blank.answer_type == AnswerType.OPEN_ENTRY:
        return None
    return _one(blank.choices if blank.answer_type == AnswerType.DROPDOWN else words, random)
