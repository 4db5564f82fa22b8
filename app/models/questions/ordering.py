"""Ordering (New Quiz Items, appendix, Ordering; canvas-facts 3.7)."""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Self

from app.models.question import Question, ScoringAlgorithm
from app.models.questions.choices import Choice
from app.models.value import Json, Map, Value


class OrderingInteraction(Value):
    """Id → row; the right order stands in the scoring data alone."""

    choices: Map[Choice] | None = None
    item_body: str | None = None


class OrderingProperties(Value):
    """Labels at both ends, and whether the rows stand in a line; `shuffle_rules` is always null."""

    top_label: str | None = None
    bottom_label: str | None = None
    shuffle_rules: Json | None = None
    include_labels: bool | None = None
    display_answers_paragraph: bool | None = None


class OrderingScoring(Value):
    """Every id once, in the right order."""

    value: tuple[str, ...] | None = None


class OrderingQuestion(Question):
    """Put rows in their right order. The text of a row is rich HTML."""

    slug: ClassVar[str] = "ordering"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.DEEP_EQUALS,)

    interaction_data: OrderingInteraction | None = None
    properties: OrderingProperties | None = None
    scoring_data: OrderingScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """Three empty rows in a column, without labels."""
        question = cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"choices": {}},
                "properties": {
                    "top_label": "",
                    "bottom_label": "",
                    "shuffle_rules": None,
                    "include_labels": False,
                    "display_answers_paragraph": False,
                },
                "scoring_data": {"value": []},
                "scoring_algorithm": ScoringAlgorithm.DEEP_EQUALS,
            }
        )
        return question.with_choices((Choice.new(), Choice.new(), Choice.new()))

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The rows in their right order; rows that the order does not name come last."""
        rows = self._rows
        order = (self.scoring_data.value if self.scoring_data else None) or ()
        return tuple(rows[id] for id in dict.fromkeys((*order, *rows)) if id in rows)

    @property
    def labels(self) -> OrderingProperties:
        """Both labels and how the rows are shown; empty where nothing was set."""
        return self.properties or OrderingProperties()

    def with_choices(self, choices: tuple[Choice, ...]) -> Self:
        """The same question with these rows in this right order, in the map and in the order alike.

        The map keeps its own order: it is what students see before the player mixes it.
        """
        rows = {choice.id: choice for choice in choices}
        order = [id for id in self._rows if id in rows]
        kept = {id: rows[id] for id in dict.fromkeys((*order, *sorted(rows.keys() - set(order))))}
        data = (self.interaction_data or OrderingInteraction()).replaced(choices=kept)
        scoring = (self.scoring_data or OrderingScoring()).replaced(value=tuple(rows))
        return self.replaced(interaction_data=data, scoring_data=scoring)

    def with_labels(self, top: str, bottom: str) -> Self:
        """The same question with these plain-text labels; they are shown only while there is one."""
        shown = bool(top or bottom)
        return self.replaced(properties=self.labels.replaced(top_label=top, bottom_label=bottom, include_labels=shown))

    def with_paragraph(self, paragraph: bool) -> Self:
        """The same question with its rows in a line (true) or in a column."""
        return self.replaced(properties=self.labels.replaced(display_answers_paragraph=paragraph))

    @property
    def _rows(self) -> dict[str, Choice]:
        """Id → row; a row that says another id than its key goes by the key, as the order does."""
        rows: Mapping[str, Choice] = (self.interaction_data.choices if self.interaction_data else None) or {}
        return {id: row if row.id == id else row.replaced(id=id) for id, row in rows.items()}
