"""Multiple answers (New Quiz Items, appendix, Multiple Answer)."""

from collections.abc import Iterable
from typing import ClassVar, Self

from app.models.question import ScoringAlgorithm
from app.models.questions.choices import Choice, ChoicesQuestion, new_choices
from app.models.value import Value


class MultiAnswerScoring(Value):
    """The ids of the right choices; their order says nothing."""

    value: tuple[str, ...] | None = None


class MultiAnswerQuestion(ChoicesQuestion):
    """One or more right answers among several. The text of a choice is rich HTML."""

    slug: ClassVar[str] = "multi-answer"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (
        ScoringAlgorithm.ALL_OR_NOTHING,
        ScoringAlgorithm.PARTIAL_SCORE,
    )

    scoring_data: MultiAnswerScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """Four empty choices, none of them right yet; all or nothing."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"choices": new_choices(4)},
                "properties": {"shuffle_rules": {"choices": {"to_lock": [], "shuffled": False}}},
                "scoring_data": {"value": []},
                "scoring_algorithm": ScoringAlgorithm.ALL_OR_NOTHING,
            }
        )

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of the right choices."""
        return (self.scoring_data.value if self.scoring_data else None) or ()

    @property
    def gives_partial_credit(self) -> bool:
        """Whether a part of the right choices earns a part of the points."""
        return self.scoring_algorithm == ScoringAlgorithm.PARTIAL_SCORE

    def with_choices(self, choices: tuple[Choice, ...]) -> Self:
        """The same question with these choices: numbered, locks moved along, nothing left of a choice that went."""
        ids = {choice.id for choice in choices}
        scoring = self._scored_by(key for key in self.right if key in ids)
        return super().with_choices(choices).replaced(scoring_data=scoring)

    def with_right(self, choice_id: str, right: bool) -> Self:
        """The same question with one choice marked as right or as wrong."""
        others = tuple(key for key in self.right if key != choice_id)
        if right == (len(others) < len(self.right)):
            return self
        return self.replaced(scoring_data=self._scored_by((*others, choice_id) if right else others))

    def with_partial_credit(self, partial: bool) -> Self:
        """The same question scored by parts, or all or nothing."""
        algorithm = ScoringAlgorithm.PARTIAL_SCORE if partial else ScoringAlgorithm.ALL_OR_NOTHING
        return self.replaced(scoring_algorithm=algorithm)

    def _scored_by(self, ids: Iterable[str]) -> MultiAnswerScoring:
        return (self.scoring_data or MultiAnswerScoring()).replaced(value=tuple(ids))
