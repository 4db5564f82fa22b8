"""Answers in the order in which a paper deals them, and the letters that they have there."""

from collections.abc import Collection, Sequence

from app.grading.deal import Deal
from app.models.questions.choices import Choice
from app.paper.sheet import Place, Row, Rows, letter, lettered


def in_order(choices: Sequence[Choice], order: Sequence[str]) -> list[Choice]:
    """The choices as they were dealt."""
    known = {choice.id: choice for choice in choices}
    return [known[key] for key in order or known if key in known]


def choice_rows(choices: Sequence[Choice], dealt: Deal, place: Place) -> tuple[Row, ...]:
    """A row for each choice."""
    return lettered([choice.item_body or "" for choice in in_order(choices, dealt.order)], place)


def right_choices(choices: Sequence[Choice], dealt: Deal, right: Collection[str]) -> Rows:
    """A row for each right choice, with its letter."""
    placed = enumerate(in_order(choices, dealt.order))
    return Rows(tuple(Row(choice.item_body or "", letter(place)) for place, choice in placed if choice.id in right))
