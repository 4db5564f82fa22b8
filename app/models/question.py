"""What all questions have in common (New Quiz Items, QuestionItem)."""

from enum import StrEnum
from typing import ClassVar, Self

from app.models.feedback import Feedback
from app.models.value import Map, Open, Value


class CalculatorType(StrEnum):
    """Which calculator a student may use."""

    NONE = "none"
    BASIC = "basic"
    SCIENTIFIC = "scientific"


class ScoringAlgorithm(StrEnum):
    """How Canvas scores an answer; the first ones a whole question, the Text ones a blank."""

    EQUIVALENCE = "Equivalence"
    VARY_POINTS_BY_ANSWER = "VaryPointsByAnswer"
    ALL_OR_NOTHING = "AllOrNothing"
    PARTIAL_SCORE = "PartialScore"
    DEEP_EQUALS = "DeepEquals"
    PARTIAL_DEEP = "PartialDeep"
    CATEGORIZATION = "Categorization"
    NUMERIC = "Numeric"
    HOT_SPOT = "HotSpot"
    MULTIPLE_METHODS = "MultipleMethods"
    NONE = "None"
    TEXT_CLOSE_ENOUGH = "TextCloseEnough"
    TEXT_CONTAINS_ANSWER = "TextContainsAnswer"
    TEXT_IN_CHOICES = "TextInChoices"
    TEXT_EQUIVALENCE = "TextEquivalence"
    TEXT_REGEX = "TextRegex"


class Question(Value):
    """An item that can be answered. A draft may lack anything but its type."""

    slug: ClassVar[str]
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]]

    interaction_type_slug: str
    title: str | None = None
    item_body: str | None = None
    calculator_type: Open[CalculatorType] | None = None
    feedback: Feedback | None = None
    answer_feedback: Map[str | None] | None = None
    scoring_algorithm: Open[ScoringAlgorithm] | None = None

    @classmethod
    def new(cls) -> Self:
        """An empty question of this type with the defaults of Canvas's own builder."""
        raise TypeError(f"{cls.__name__} has no new()")

    def with_feedback(self, kind: str, html: str) -> Self:
        """The question with the `neutral`, `correct` or `incorrect` feedback set to `html`; "" clears it."""
        return self.replaced(feedback=(self.feedback or Feedback()).replaced(**{kind: html}))
