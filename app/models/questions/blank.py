"""One blank as an editor shows it: what the wire says of it in three places, as one value."""

import re
from dataclasses import dataclass, replace
from uuid import uuid4

from app.models.number import like, whole_of
from app.models.question import ScoringAlgorithm
from app.models.questions.blank_rows import (
    AnswerType,
    BlankChoiceShuffle,
    BlankKey,
    BlankRow,
    BlankScoring,
    BlankShuffle,
)
from app.models.questions.choices import Choice, ChoiceShuffle, numbered

OPEN_ALGORITHMS = (
    ScoringAlgorithm.TEXT_CONTAINS_ANSWER,
    ScoringAlgorithm.TEXT_CLOSE_ENOUGH,
    ScoringAlgorithm.TEXT_EQUIVALENCE,
    ScoringAlgorithm.TEXT_IN_CHOICES,
    ScoringAlgorithm.TEXT_REGEX,
)
"""How an open entry can be scored; the first is Canvas's own default (canvas-facts 3.9)."""

_SPECIAL = re.compile(r"[][+\\.^$*?{}|()]")
"""What means something in a regular expression."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank in a text.

    `text` is the word in its place for teachers; `accepted` the right texts of an open entry, or its one pattern;
    `choices` those of a dropdown; `right` the id of the right choice, in the dropdown or in the word bank.
    """

    id: str
    answer_type: AnswerType | str = AnswerType.OPEN_ENTRY
    algorithm: ScoringAlgorithm | str = ScoringAlgorithm.TEXT_CONTAINS_ANSWER
    text: str = ""
    accepted: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    right: str | None = None
    ignore_case: bool = False
    edit_distance: int = 1
    shuffled: bool = False

    @classmethod
    def new(cls, text: str = "") -> "Blank":
        """An open entry with an id of its own, right where it contains `text`."""
        return cls(str(uuid4()), text=text, accepted=(text,) if text else ())

    def turned(self, answer_type: AnswerType) -> "Blank":
        """The same blank filled in another way, its right word kept."""
        if answer_type == self.answer_type:
            return self
        plain = replace(self, answer_type=answer_type, text=self.shown, choices=(), right=None, shuffled=False)
        if answer_type == AnswerType.DROPDOWN:
            choices = numbered((Choice.new(self.shown), Choice.new()))
            return replace(
                plain, algorithm=ScoringAlgorithm.EQUIVALENCE, choices=choices, right=choices[0].id, accepted=()
            )
        if answer_type == AnswerType.WORDBANK:
            return replace(plain, algorithm=ScoringAlgorithm.TEXT_EQUIVALENCE, accepted=())
        accepted = (plain.text,) if plain.text else ()
        return replace(plain, algorithm=ScoringAlgorithm.TEXT_CONTAINS_ANSWER, accepted=accepted)

    def scored(self, algorithm: ScoringAlgorithm) -> "Blank":
        """The same open entry, its answers taken in another way; a word becomes the pattern of itself and back."""
        if algorithm == self.algorithm:
            return self
        accepted = self.accepted
        if algorithm == ScoringAlgorithm.TEXT_REGEX:
            accepted = (_SPECIAL.sub(r"\\\g<0>", self.shown),)
        elif self.algorithm == ScoringAlgorithm.TEXT_REGEX:
            accepted = (self.text,) if self.text else ()
        return replace(self, algorithm=algorithm, text=self.shown, accepted=accepted)

    def copied(self) -> "Blank":
        """The same blank with ids of its own, for a second place in the text."""
        ids = {choice.id: str(uuid4()) for choice in self.choices}
        choices = tuple(choice.replaced(id=ids[choice.id]) for choice in self.choices)
        right = ids.get(self.right, self.right) if self.right else None
        return replace(self, id=str(uuid4()), choices=choices, right=right)

    @property
    def shown(self) -> str:
        """The word that stands in its place for teachers, as its answers make it."""
        if self.answer_type == AnswerType.DROPDOWN:
            return next((choice.item_body or "" for choice in self.choices if choice.id == self.right), self.text)
        if self.answer_type == AnswerType.WORDBANK or self.algorithm == ScoringAlgorithm.TEXT_REGEX:
            return self.text
        return self.accepted[0] if self.accepted else self.text


def read_blank(row: BlankRow, scoring: BlankScoring | None, shuffle: BlankShuffle | None) -> Blank:
    """The blank that three rows of the wire make."""
    answer_type = row.answer_type or AnswerType.OPEN_ENTRY
    key = (scoring.scoring_data if scoring else None) or BlankKey()
    values = tuple(str(value) for value in key.value) if isinstance(key.value, tuple) else _one(key.value)
    dropdown = answer_type == AnswerType.DROPDOWN
    text = str(key.blank_text) if key.blank_text is not None else "" if dropdown else "".join(values[:1])
    return Blank(
        id=row.id,
        answer_type=answer_type,
        algorithm=(scoring.scoring_algorithm if scoring else None) or _algorithm(answer_type),
        text=text,
        accepted=values if answer_type == AnswerType.OPEN_ENTRY else (),
        choices=row.choices or (),
        right="".join(values[:1]) or None if dropdown else key.choice_id,
        ignore_case=key.ignore_case in (True, "true"),
        edit_distance=1 if (distance := whole_of(key.edit_distance)) is None else distance,
        shuffled=bool(shuffle and shuffle.shuffled),
    )


def written_row(blank: Blank, before: BlankRow | None) -> BlankRow:
    """The blank's row in `interaction_data`; what nobody knows is kept."""
    row = (before or BlankRow(id=blank.id)).replaced(answer_type=blank.answer_type)
    if blank.answer_type == AnswerType.DROPDOWN:
        return row.replaced(choices=numbered(blank.choices))
    if blank.answer_type == AnswerType.WORDBANK:
        return row.replaced(choices=None)
    return row.without("choices") if row.choices is not None else row


def written_scoring(blank: Blank, before: BlankScoring | None) -> BlankScoring:
    """The blank's row in `scoring_data`; fields that its algorithm does not have are left out."""
    row = before or BlankScoring(id=blank.id)
    key = row.scoring_data or BlankKey()
    same = row.scoring_algorithm == blank.algorithm
    close = blank.algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH
    if close:
        distance = like(key.edit_distance if key.edit_distance is not None else 0, blank.edit_distance)
        key = key.replaced(ignore_case=_flag(key.ignore_case, blank.ignore_case), edit_distance=distance)
    elif not same:
        key = key.without("ignore_case", "edit_distance")
    key = key.replaced(value=_value(blank, key), blank_text=blank.shown)
    if blank.answer_type == AnswerType.WORDBANK:
        key = key.replaced(choice_id=blank.right) if blank.right else key.without("choice_id")
    elif key.choice_id is not None:
        key = key.without("choice_id")
    return row.replaced(scoring_data=key, scoring_algorithm=blank.algorithm)


def written_shuffle(blank: Blank, before: BlankShuffle | None) -> BlankShuffle:
    """The blank's shuffling; null inside for a blank that has nothing to shuffle."""
    shuffle = before or BlankShuffle(children=None)
    if shuffle.shuffled == blank.shuffled and "children" in shuffle.model_fields_set:
        return shuffle
    inner = shuffle.children or BlankChoiceShuffle()
    choices = (inner.choices or ChoiceShuffle()).replaced(shuffled=blank.shuffled)
    return shuffle.replaced(children=inner.replaced(choices=choices) if blank.shuffled else None)


def banked(blank: Blank, bank: tuple[Choice, ...]) -> tuple[Blank, tuple[Choice, ...]]:
    """The blank with the text of its word, and the bank with that word."""
    chosen = next((word for word in bank if word.id == blank.right), None)
    if chosen is not None:
        return replace(blank, text=chosen.item_body or ""), bank
    if not blank.text:
        return replace(blank, right=None), bank
    word = next((word for word in bank if word.item_body == blank.text), None)
    if word is None:
        word = Choice.new(blank.text)
        bank = (*bank, word)
    return replace(blank, right=word.id), bank


def _one(value: object) -> tuple[str, ...]:
    return () if value is None or value == "" else (str(value),)


def _algorithm(answer_type: AnswerType | str) -> ScoringAlgorithm:
    if answer_type == AnswerType.DROPDOWN:
        return ScoringAlgorithm.EQUIVALENCE
    wordbank = answer_type == AnswerType.WORDBANK
    return ScoringAlgorithm.TEXT_EQUIVALENCE if wordbank else ScoringAlgorithm.TEXT_CONTAINS_ANSWER


def _value(blank: Blank, before: BlankKey) -> object:
    if blank.answer_type == AnswerType.DROPDOWN:
        return blank.right
    if blank.answer_type == AnswerType.WORDBANK:
        return blank.text
    if blank.answer_type != AnswerType.OPEN_ENTRY:
        return before.value
    if blank.algorithm == ScoringAlgorithm.TEXT_IN_CHOICES:
        return blank.accepted
    return blank.accepted[0] if blank.accepted else ""


def _flag(before: bool | str | None, flag: bool) -> bool | str:
    return str(flag).lower() if isinstance(before, str) else flag
