"""What several questions have in common, and one change made to each of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.html.text import is_blank
from app.models.feedback import Feedback
from app.models.question import CalculatorType, Question
from app.models.shuffle import shuffles

FEEDBACK_KINDS = tuple(Feedback.model_fields)
"""For everybody, for a right answer, for a wrong one."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What one question adds: its calculator, what is shuffled in it, which kinds of feedback say something."""

    calculator: str
    shuffles: frozenset[bool]
    feedback: frozenset[str]


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


def traits(question: Question) -> Traits:
    """What is asked of each question: a matter of microseconds, but of many with thousands."""
    return Traits(
        str(question.calculator_type or CalculatorType.NONE),
        shuffles(question),
        frozenset(kind for kind in FEEDBACK_KINDS if has_feedback(question, kind)),
    )


def several(found: Sequence[Traits]) -> Several:
    """What questions with these traits have in common."""
    return Several(
        count=len(found),
        calculators=frozenset(one.calculator for one in found),
        shuffles=frozenset().union(*{one.shuffles for one in found}),
        can_shuffle=sum(bool(one.shuffles) for one in found),
        feedback=Counter(one.feedback for one in found),
    )


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
