"""Multiple choice (New Quiz Items, appendix, Multiple Choice)."""

from typing import ClassVar, Self

from app.models.number import decimal_of
from app.models.question import ScoringAlgorithm
from app.models.questions.choices import Choice, ChoicesProperties, ChoicesQuestion, new_choices
from app.models.value import Number, Value


class PointsOfChoice(Value):
    """What one choice earns when points vary by answer."""

    value: str | None = None
    points: Number | None = None


class ChoiceProperties(ChoicesProperties):
    """Shuffling, and whether each answer has points of its own."""

    vary_points_by_answer: bool | None = None


class ChoiceScoring(Value):
    """The id of the right choice, and the points of each where they vary."""

    value: str | None = None
    values: tuple[PointsOfChoice, ...] | None = None


class ChoiceQuestion(ChoicesQuestion):
    """One right answer among several. The text of a choice is rich HTML."""

    slug: ClassVar[str] = "choice"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (
        ScoringAlgorithm.EQUIVALENCE,
        ScoringAlgorithm.VARY_POINTS_BY_ANSWER,
    )

    properties: ChoiceProperties | None = None
    scoring_data: ChoiceScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """Four empty choices, none of them right yet."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"choices": new_choices(4)},
                "properties": {
                    "shuffle_rules": {"choices": {"to_lock": [], "shuffled": False}},
                    "vary_points_by_answer": False,
                },
                "scoring_data": {},
                "scoring_algorithm": ScoringAlgorithm.EQUIVALENCE,
            }
        )

    @property
    def right(self) -> str | None:
        """The id of the right choice, None while it is not chosen."""
        return self.scoring_data.value if self.scoring_data else None

    @property
    def varies_points(self) -> bool:
        """Whether each answer has points of its own."""
        return bool(self.properties and self.properties.vary_points_by_answer)

    def points_of(self, choice_id: str) -> float:
        """What the choice earns where points vary; a choice that is not listed earns 0 (canvas-facts 3.3)."""
        listed = next((row.points for row in self._rows if row.value == choice_id), None)
        return listed if isinstance(listed, (int, float)) else float(decimal_of(listed) or 0)

    def with_choices(self, choices: tuple[Choice, ...]) -> Self:
        """The same question with these choices: numbered, locks moved along, nothing left of a choice that went."""
        ids = {choice.id for choice in choices}
        changed = super().with_choices(choices)
        return changed.replaced(scoring_data=_scoring_of(self.scoring_data, ids))

    def with_right(self, choice_id: str) -> Self:
        """The same question with another right choice."""
        return self.replaced(scoring_data=(self.scoring_data or ChoiceScoring()).replaced(value=choice_id))

    def with_varied_points(self, varies: bool, points: float) -> Self:
        """Turn points by answer on or off, property and algorithm alike. The right choice starts with `points`."""
        algorithm = ScoringAlgorithm.VARY_POINTS_BY_ANSWER if varies else ScoringAlgorithm.EQUIVALENCE
        properties = (self.properties or ChoiceProperties()).replaced(vary_points_by_answer=varies)
        changed = self.replaced(properties=properties, scoring_algorithm=algorithm)
        return changed.with_points_of(self.right, points) if varies and self.right else changed

    def with_points_of(self, choice_id: str, points: float) -> Self:
        """The same question where `choice_id` earns `points`; the list names every choice once, in their order."""
        rows = {row.value: row for row in self._rows}
        values = []
        for choice in self.choices:
            row = rows.get(choice.id) or PointsOfChoice(value=choice.id, points=0)
            values.append(row.replaced(points=points) if choice.id == choice_id else row)
        return self.replaced(scoring_data=(self.scoring_data or ChoiceScoring()).replaced(values=tuple(values)))

    def with_answer_feedback(self, choice_id: str, html: str) -> Self:
        """The same question with feedback for one choice; "" clears it."""
        return self.replaced(answer_feedback={**(self.answer_feedback or {}), choice_id: html})

    @property
    def _rows(self) -> tuple[PointsOfChoice, ...]:
        return (self.scoring_data.values if self.scoring_data else None) or ()


def _scoring_of(scoring: ChoiceScoring | None, ids: set[str]) -> ChoiceScoring:
    scoring = scoring or ChoiceScoring()
    if scoring.value is not None and scoring.value not in ids:
        scoring = scoring.replaced(value=None)
    if scoring.values is not None and any(value.value not in ids for value in scoring.values):
        scoring = scoring.replaced(values=tuple(value for value in scoring.values if value.value in ids))
    return scoring
