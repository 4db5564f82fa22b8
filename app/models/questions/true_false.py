"""True/false (New Quiz Items, appendix, True/False)."""

from typing import ClassVar, Self

from app.models.question import Question, ScoringAlgorithm
from app.models.value import Json, Map, Value


class TrueFalseInteraction(Value):
    """The two labels, plain text."""

    true_choice: str | None = None
    false_choice: str | None = None


class TrueFalseScoring(Value):
    """The right answer; none yet in a draft."""

    value: bool | None = None


class TrueFalseQuestion(Question):
    """A statement that is true or false."""

    slug: ClassVar[str] = "true-false"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.EQUIVALENCE,)

    interaction_data: TrueFalseInteraction | None = None
    properties: Map[Json] | None = None
    scoring_data: TrueFalseScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """A statement without a right answer yet, labelled True and False."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"true_choice": "True", "false_choice": "False"},
                "properties": {},
                "scoring_data": {},
                "scoring_algorithm": ScoringAlgorithm.EQUIVALENCE,
            }
        )

    @property
    def labels(self) -> tuple[str, str]:
        """What students read for true and for false; Canvas's own words where none were written."""
        data = self.interaction_data or TrueFalseInteraction()
        return data.true_choice or "True", data.false_choice or "False"

    @property
    def right(self) -> bool | None:
        """The right answer, None while it is not chosen."""
        return self.scoring_data.value if self.scoring_data else None

    def with_labels(self, true_choice: str, false_choice: str) -> Self:
        """The same question with other labels."""
        data = self.interaction_data or TrueFalseInteraction()
        return self.replaced(interaction_data=data.replaced(true_choice=true_choice, false_choice=false_choice))

    def with_right(self, right: bool) -> Self:
        """The same question with the right answer chosen."""
        return self.replaced(scoring_data=(self.scoring_data or TrueFalseScoring()).replaced(value=right))
