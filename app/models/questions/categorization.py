"""Categorization (New Quiz Items, appendix, Categorization; canvas-facts 3.6).

The wire's `distractors` are all answers, right and wrong ones; here they are called answers, and distractors are only
those that belong nowhere.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Self
from uuid import uuid4

from app.models.question import Question, ScoringAlgorithm
from app.models.questions.prompt_shuffle import PromptProperties
from app.models.value import Map, Open, Value


class Labelled(Value):
    """A category or an answer: id (a UUID, kept for life) and plain text."""

    id: str
    item_body: str | None = None

    @classmethod
    def new(cls, text: str = "") -> Self:
        """One with an id of its own."""
        return cls(id=str(uuid4()), item_body=text)


class CategorizationInteraction(Value):
    """Categories and all answers by id, and the order in which categories are shown."""

    categories: Map[Labelled] | None = None
    distractors: Map[Labelled] | None = None
    category_order: tuple[str, ...] | None = None


class CategoryKey(Value):
    """The ids of the answers that belong into one category."""

    value: tuple[str, ...] | None = None


class CategoryScoring(Value):
    """How one category is scored; its answers only count together."""

    id: str
    scoring_data: CategoryKey | None = None
    scoring_algorithm: Open[ScoringAlgorithm] | None = None


class CategorizationScoring(Value):
    """One row for each category; an empty category is allowed. Only `all_or_nothing` was ever seen as method."""

    value: tuple[CategoryScoring, ...] | None = None
    score_method: str | None = None


class CategorizationQuestion(Question):
    """Sort answers into categories. All texts are plain."""

    slug: ClassVar[str] = "categorization"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.CATEGORIZATION,)

    interaction_data: CategorizationInteraction | None = None
    properties: PromptProperties | None = None
    scoring_data: CategorizationScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """Two empty categories with an empty answer each."""
        question = cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"categories": {}, "distractors": {}, "category_order": []},
                "properties": {"shuffle_rules": {"questions": {"shuffled": False}}},
                "scoring_data": {"value": [], "score_method": "all_or_nothing"},
                "scoring_algorithm": ScoringAlgorithm.CATEGORIZATION,
            }
        )
        first, second = Labelled.new(), Labelled.new()
        question = question.with_categories((first, second))
        return question.with_answers(first.id, (Labelled.new(),)).with_answers(second.id, (Labelled.new(),))

    @cached_property
    def categories(self) -> tuple[Labelled, ...]:
        """The categories in the order in which they are shown; those that the order does not name come last."""
        rows, order = _by_key(self._interaction.categories), self._interaction.category_order or ()
        return tuple(rows[id] for id in dict.fromkeys((*order, *rows)) if id in rows)

    @property
    def answers(self) -> tuple[Labelled, ...]:
        """All answers, right and wrong, in the order of the wire."""
        return tuple(_by_key(self._interaction.distractors).values())

    @property
    def distractors(self) -> tuple[Labelled, ...]:
        """The answers that belong into no category."""
        placed = {id for ids in self.key.values() for id in ids}
        return tuple(answer for answer in self.answers if answer.id not in placed)

    @cached_property
    def key(self) -> Mapping[str, tuple[str, ...]]:
        """Category id → ids of its answers, for every category; ids that refer to nothing are left out."""
        known = _by_key(self._interaction.distractors)
        listed = {row.id: (row.scoring_data.value if row.scoring_data else None) or () for row in self._scored}
        return {
            category.id: tuple(id for id in listed.get(category.id, ()) if id in known) for category in self.categories
        }

    def answers_of(self, category_id: str | None) -> tuple[Labelled, ...]:
        """The answers of one category in the order of its key; None gives the distractors."""
        if category_id is None:
            return self.distractors
        rows = _by_key(self._interaction.distractors)
        return tuple(rows[id] for id in self.key.get(category_id, ()))

    def with_categories(self, categories: tuple[Labelled, ...]) -> Self:
        """The same question with these categories in this order: map, order and key agree.

        Answers of a category that went stay, as distractors; `without_category` takes them along.
        """
        rows = {category.id: category for category in categories}
        data = self._interaction.replaced(
            categories=_in_order(self._interaction.categories, rows), category_order=tuple(rows)
        )
        scoring = self._scored_by({id: self.key.get(id, ()) for id in rows})
        return self.replaced(interaction_data=data, scoring_data=scoring)

    def with_answers(self, category_id: str | None, answers: tuple[Labelled, ...]) -> Self:
        """The same question where exactly these answers belong into the category, None meaning into none.

        An answer that was in another category moves; one that was here and is not named any more goes. Raises KeyError
        where there is no such category.
        """
        ids = tuple(dict.fromkeys(answer.id for answer in answers))
        gone = {answer.id for answer in self.answers_of(category_id)} - set(ids)
        rows = {answer.id: answer for answer in self.answers if answer.id not in gone}
        rows |= {answer.id: answer for answer in answers}
        key = {id: tuple(one for one in listed if one not in ids) for id, listed in self.key.items()}
        if category_id is not None:
            key[self.category(category_id).id] = ids
        data = self._interaction.replaced(distractors=_in_order(self._interaction.distractors, rows))
        return self.replaced(interaction_data=data, scoring_data=self._scored_by(key))

    def without_category(self, category_id: str) -> Self:
        """The same question without this category and its answers."""
        emptied = self.with_answers(category_id, ())
        return emptied.with_categories(tuple(one for one in self.categories if one.id != category_id))

    def category(self, category_id: str) -> Labelled:
        """The category with this id. Raises KeyError where there is none."""
        return _by_key(self._interaction.categories)[category_id]

    @property
    def _interaction(self) -> CategorizationInteraction:
        return self.interaction_data or CategorizationInteraction()

    @property
    def _scored(self) -> tuple[CategoryScoring, ...]:
        return (self.scoring_data.value if self.scoring_data else None) or ()

    def _scored_by(self, key: Mapping[str, tuple[str, ...]]) -> CategorizationScoring:
        """One scoring row for each category of `key`; a row keeps what nobody knows."""
        before = {row.id: row for row in self._scored}
        rows = tuple(_scoring(id, before.get(id), answers) for id, answers in key.items())
        scoring = self.scoring_data or CategorizationScoring(score_method="all_or_nothing")
        return scoring.replaced(value=rows)


def _scoring(category_id: str, before: CategoryScoring | None, answers: tuple[str, ...]) -> CategoryScoring:
    row = before or CategoryScoring(id=category_id, scoring_algorithm=ScoringAlgorithm.ALL_OR_NOTHING)
    if row.scoring_data and row.scoring_data.value == answers:
        return row
    return row.replaced(scoring_data=(row.scoring_data or CategoryKey()).replaced(value=answers))


def _by_key(rows: Mapping[str, Labelled] | None) -> dict[str, Labelled]:
    """Id → row; a row that says another id than its key goes by the key, as all references do."""
    return {id: row if row.id == id else row.replaced(id=id) for id, row in (rows or {}).items()}


def _in_order(before: Mapping[str, Labelled] | None, rows: Mapping[str, Labelled]) -> dict[str, Labelled]:
    """`rows` in the order that they had on the wire, new ones last."""
    order = [id for id in before or () if id in rows]
    return {id: rows[id] for id in dict.fromkeys((*order, *rows))}
