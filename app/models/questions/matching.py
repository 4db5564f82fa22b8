"""Matching (New Quiz Items, appendix, Matching; canvas-facts 3.5).

The wire says each pair three times: as prompts and answers for students, as the key for scoring, and in `edit_data` for
Canvas's own editor. What students see and are scored by is the truth; `with_pairs` makes all three agree.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Self

from app.models.question import Question, ScoringAlgorithm
from app.models.questions.pair import Pair, mixed
from app.models.questions.prompt_shuffle import PromptProperties
from app.models.value import Map, Value


class MatchingPrompt(Value):
    """The left side of a pair, plain text."""

    id: str
    item_body: str | None = None


class MatchingInteraction(Value):
    """The prompts, and the texts of all answers and distractors, each once, as students see them."""

    answers: tuple[str, ...] | None = None
    questions: tuple[MatchingPrompt, ...] | None = None


class Match(Value):
    """A pair as Canvas's own editor shows it."""

    answer_body: str | None = None
    question_id: str | None = None
    question_body: str | None = None


class MatchingEditData(Value):
    """What Canvas's own editor shows, in its order; without it that editor cannot open the question."""

    matches: tuple[Match, ...] | None = None
    distractors: tuple[str, ...] | None = None


class MatchingScoring(Value):
    """Prompt id → text of the right answer, and the copy for the editor."""

    value: Map[str | None] | None = None
    edit_data: MatchingEditData | None = None


class MatchingQuestion(Question):
    """Find the right answer to each prompt. All texts are plain."""

    slug: ClassVar[str] = "matching"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.DEEP_EQUALS, ScoringAlgorithm.PARTIAL_DEEP)

    interaction_data: MatchingInteraction | None = None
    properties: PromptProperties | None = None
    scoring_data: MatchingScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """Three empty pairs, no distractors; only all pairs together score."""
        question = cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"answers": [], "questions": []},
                "properties": {"shuffle_rules": {"questions": {"shuffled": False}}},
                "scoring_data": {"value": {}, "edit_data": {"matches": [], "distractors": []}},
                "scoring_algorithm": ScoringAlgorithm.DEEP_EQUALS,
            }
        )
        return question.with_pairs((Pair.new(), Pair.new(), Pair.new()), ())

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs in the order of Canvas's editor, prompts that it does not list last."""
        matches = {match.question_id: match for match in self._edit_data.matches or () if match.question_id}
        prompts = {prompt.id: prompt for prompt in self._interaction.questions or ()}
        key: Mapping[str, str | None] = self._scoring.value or {}
        order = [id for id in dict.fromkeys((*matches, *prompts)) if id in prompts]
        return tuple(_pair(prompts[id], key.get(id), matches.get(id)) for id in order)

    @property
    def distractors(self) -> tuple[str, ...]:
        """The wrong answers: those that the editor's copy lists, then those that only students see."""
        listed = self._edit_data.distractors or ()
        used = {*listed, *(pair.answer for pair in self.pairs)}
        return (*listed, *(text for text in self._interaction.answers or () if text not in used))

    @property
    def shuffled(self) -> bool:
        """Whether students see the prompts in an order of their own."""
        return bool(self.properties and self.properties.shuffled)

    @property
    def gives_partial_credit(self) -> bool:
        """Whether each right pair earns its part of the points."""
        return self.scoring_algorithm == ScoringAlgorithm.PARTIAL_DEEP

    def with_pairs(self, pairs: tuple[Pair, ...], distractors: tuple[str, ...]) -> Self:
        """The same question with these pairs and distractors in all three places; rows keep what nobody knows."""
        answers = mixed(self._interaction.answers or (), self._renamed(pairs, distractors), pairs, distractors)
        data = self._interaction.replaced(answers=answers, questions=self._prompts(pairs))
        edit_data = self._edit_data.replaced(matches=self._matches(pairs), distractors=distractors)
        scoring = self._scoring.replaced(value=self._key(pairs), edit_data=edit_data)
        return self.replaced(interaction_data=data, scoring_data=scoring)

    def with_shuffled(self, shuffled: bool) -> Self:
        """The same question with its prompts shuffled or not."""
        return self.replaced(properties=(self.properties or PromptProperties()).with_shuffled(shuffled))

    def with_partial_credit(self, partial: bool) -> Self:
        """The same question scored pair by pair, or all or nothing."""
        algorithm = ScoringAlgorithm.PARTIAL_DEEP if partial else ScoringAlgorithm.DEEP_EQUALS
        return self.replaced(scoring_algorithm=algorithm)

    @property
    def _interaction(self) -> MatchingInteraction:
        return self.interaction_data or MatchingInteraction()

    @property
    def _scoring(self) -> MatchingScoring:
        return self.scoring_data or MatchingScoring()

    @property
    def _edit_data(self) -> MatchingEditData:
        return self._scoring.edit_data or MatchingEditData()

    def _renamed(self, pairs: tuple[Pair, ...], distractors: tuple[str, ...]) -> dict[str, str]:
        """Old text → new text, so that an answer keeps its place while it is typed."""
        after = {pair.id: pair.answer for pair in pairs}
        renamed = {pair.answer: after[pair.id] for pair in self.pairs if pair.id in after}
        if len(distractors) == len(self.distractors):
            renamed |= dict(zip(self.distractors, distractors, strict=True))
        return renamed

    def _prompts(self, pairs: tuple[Pair, ...]) -> tuple[MatchingPrompt, ...]:
        rows = {row.id: row for row in self._interaction.questions or ()}
        return tuple(
            (rows.get(pair.id) or MatchingPrompt(id=pair.id)).replaced(item_body=pair.prompt) for pair in pairs
        )

    def _matches(self, pairs: tuple[Pair, ...]) -> tuple[Match, ...]:
        rows = {row.question_id: row for row in self._edit_data.matches or ()}
        return tuple(
            (rows.get(pair.id) or Match()).replaced(
                answer_body=pair.answer, question_id=pair.id, question_body=pair.prompt
            )
            for pair in pairs
        )

    def _key(self, pairs: tuple[Pair, ...]) -> dict[str, str]:
        answers = {pair.id: pair.answer for pair in pairs}
        order = [id for id in self._scoring.value or () if id in answers]
        return {id: answers[id] for id in dict.fromkeys((*order, *answers))}


def _pair(prompt: MatchingPrompt, answer: str | None, match: Match | None) -> Pair:
    """One pair from its three places; the editor's copy only fills what the others lack."""
    shown = match or Match()
    text = shown.question_body if prompt.item_body is None else prompt.item_body
    right = shown.answer_body if answer is None else answer
    return Pair(prompt.id, text or "", right or "")
