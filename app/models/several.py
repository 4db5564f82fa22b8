"""What several questions have in common, and one change made to each of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.html.text import is_blank
from app.models.feedback import Feedback
from app.models.question import CalculatorType, Question
from app.models.shuffle import shuffles

FEEDBACK_KINDS = tuple(Feedback.model_fields)
"""For everybody, for a right answer, for a wrong one."""


@dataclass(frozen=True, slots=True)
class Several:
    """Each set holds every value that one of them has.

    `can_shuffle` counts those whose answers can be shuffled or not; `feedback` how many have these kinds of it and no
    others.
    """

    count: int
    calculators: frozenset[str]
    shuffles: frozenset[bool]
    can_shuffle: int
    feedback: Mapping[frozenset[str], int]

    def with_feedback(self, *kinds: str) -> int:
        """How many have feedback of all these kinds; without one, of any kind."""
        return sum(count for have, count in self.feedback.items() if have and have.issuperset(kinds))


def several(questions: Iterable[Question]) -> Several:
    """What they have in common; 2,000 take some milliseconds."""
    count, can_shuffle = 0, 0
    calculators: set[str] = set()
    shuffled: set[bool] = set()
    feedback = Counter[frozenset[str]]()
    for question in questions:
        count += 1
        calculators.add(str(question.calculator_type or CalculatorType.NONE))
        found = shuffles(question)
        can_shuffle += bool(found)
        shuffled |= found
        feedback[frozenset(kind for kind in FEEDBACK_KINDS if has_feedback(question, kind))] += 1
    return Several(count, frozenset(calculators), frozenset(shuffled), can_shuffle, feedback)


def has_feedback(question: Question, kind: str) -> bool:
    """Whether the `neutral`, `correct` or `incorrect` feedback says something."""
    return question.feedback is not None and not is_blank(getattr(question.feedback, kind))


def with_calculator(question: Question, kind: str) -> Question:
    """The question with this calculator; the same object where that says nothing new."""
    if str(question.calculator_type or CalculatorType.NONE) == kind:
        return question
    return question.replaced(calculator_type=kind)


def with_feedback(question: Question, texts: Mapping[str, str], *, replacing: bool) -> Question:
    """The question with `texts` (kind → HTML) as feedback; `replacing` also where it has its own already.

    The same object where nothing changes.
    """
    for kind, html in texts.items():
        own = getattr(question.feedback, kind, None)
        if html != own and (replacing or not has_feedback(question, kind)):
            question = question.with_feedback(kind, html)
    return question
