"""Rows of choices and their shuffling, as multiple choice and multiple answers have them."""

from collections.abc import Sequence
from typing import Any, Self
from uuid import uuid4

from app.models.number import whole_of
from app.models.question import Question
from app.models.value import Number, Value


class Choice(Value):
    """One answer to choose: id (a UUID, kept for life), 1-based position where the type has one, its text.

    The text is rich HTML, but plain in the dropdowns and word banks of blanks.
    """

    id: str
    position: Number | None = None
    item_body: str | None = None

    @classmethod
    def new(cls, text: str = "") -> Self:
        """A choice with an id of its own."""
        return cls(id=str(uuid4()), item_body=text)


class ChoicesInteraction(Value):
    """All choices in the order in which they are written."""

    choices: tuple[Choice, ...] | None = None


class ChoiceShuffle(Value):
    """Whether choices are shuffled, and the 0-based places that stay where they are."""

    to_lock: tuple[Number, ...] | None = None
    shuffled: bool | None = None


class ShuffleRules(Value):
    """The shuffle rules of a question with choices."""

    choices: ChoiceShuffle | None = None

    @property
    def shuffled(self) -> bool:
        """Whether students see the choices in an order of their own."""
        return bool(self.choices and self.choices.shuffled)

    @property
    def locked(self) -> tuple[int, ...]:
        """The 0-based places that are not shuffled."""
        places = (whole_of(place) for place in (self.choices.to_lock if self.choices else None) or ())
        return tuple(place for place in places if place is not None)

    def with_shuffled(self, shuffled: bool) -> "ShuffleRules":
        """The rules with shuffling on or off; the locks are kept."""
        inner = self.choices or ChoiceShuffle(to_lock=())
        return self.replaced(choices=inner.replaced(shuffled=shuffled))

    def with_locked(self, places: tuple[int, ...]) -> "ShuffleRules":
        """The rules with these 0-based places locked."""
        inner = self.choices or ChoiceShuffle(shuffled=False)
        return self.replaced(choices=inner.replaced(to_lock=tuple(sorted(places))))


class ChoicesProperties(Value):
    """What can be set about the choices as a whole."""

    shuffle_rules: ShuffleRules | None = None


class ChoicesQuestion(Question):
    """What multiple choice and multiple answers have in common."""

    interaction_data: ChoicesInteraction | None = None
    properties: ChoicesProperties | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices in the order in which they are written."""
        return (self.interaction_data.choices if self.interaction_data else None) or ()

    @property
    def shuffle(self) -> ShuffleRules:
        """The shuffle rules, the empty ones where there are none."""
        return (self.properties.shuffle_rules if self.properties else None) or ShuffleRules()

    def with_choices(self, choices: tuple[Choice, ...]) -> Self:
        """The same question with these choices: numbered, locks moved along, nothing left of a choice that went."""
        ids = {choice.id for choice in choices}
        data = (self.interaction_data or ChoicesInteraction()).replaced(choices=numbered(choices))
        changed = self.replaced(interaction_data=data)
        if self.shuffle.locked:
            changed = changed.with_shuffle(moved_locks(self.shuffle, self.choices, choices))
        if self.answer_feedback and not ids.issuperset(self.answer_feedback):
            kept = {key: html for key, html in self.answer_feedback.items() if key in ids}
            changed = changed.replaced(answer_feedback=kept)
        return changed

    def with_shuffle(self, rules: ShuffleRules) -> Self:
        """The same question with these shuffle rules."""
        if self.properties is None:
            return self.replaced(properties={"shuffle_rules": rules})
        return self.replaced(properties=self.properties.replaced(shuffle_rules=rules))


def new_choices(count: int) -> list[dict[str, Any]]:
    """The wire of so many empty choices."""
    return [{"id": str(uuid4()), "position": place, "item_body": ""} for place in range(1, count + 1)]


def filled(choices: tuple[Choice, ...], place: int, texts: Sequence[str]) -> tuple[Choice, ...]:
    """The choices with `texts` from `place` on: the first in that one, the others in empty ones below, then in new."""
    free = next((n for n, one in enumerate(choices[place + 1 :]) if one.item_body), len(choices) - place - 1)
    taken = choices[place : place + min(len(texts), free + 1)]
    written = [one.replaced(item_body=text) for one, text in zip(taken, texts, strict=False)]
    new = [Choice.new(text) for text in texts[len(taken) :]]
    return (*choices[:place], *written, *new, *choices[place + len(taken) :])


def numbered(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices with positions 1, 2, 3 …; a choice that has its position already is the same object."""
    return tuple(
        choice if choice.position == place else choice.replaced(position=place)
        for place, choice in enumerate(choices, start=1)
    )


def moved_locks(rules: ShuffleRules, before: tuple[Choice, ...], after: tuple[Choice, ...]) -> ShuffleRules:
    """The rules after `before` became `after`: a lock belongs to its choice, though the API counts places."""
    locked = {before[place].id for place in rules.locked if 0 <= place < len(before)}
    return rules.with_locked(tuple(place for place, choice in enumerate(after) if choice.id in locked))
