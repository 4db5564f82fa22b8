"""A question for students who cannot see the picture of a hot spot: Canvas sends no description of it."""

from html import escape
from uuid import uuid4

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion

_CHOICES = 4
"""As many as a new question has; those that no region names are left to be written."""


def equivalent_choice(item: Item, label: str) -> Item:
    """A new item that asks the same in words, labelled for the instructor.

    The names of the regions are the right choices: a multiple choice for one region, multiple answers for several, as
    Canvas then asks for a click on each. Points, text and feedback are the original's.
    """
    spot = item.entry
    assert isinstance(spot, HotSpotQuestion)
    names = [region.name for region in spot.regions(item.local)] or [""]
    made = MultiAnswerQuestion.new() if len(names) > 1 else ChoiceQuestion.new()
    made = made.with_choices(_choices(names)).replaced(item_body=spot.item_body or "", title=label)
    for choice in made.choices[: len(names)]:
        right = choice.id or ""
        made = made.with_right(right, True) if isinstance(made, MultiAnswerQuestion) else made.with_right(right)
    if spot.feedback is not None:
        made = made.replaced(feedback=spot.feedback)
    return Item.of(made, points=item.points if item.points is not None else 1)


def _choices(names: list[str]) -> tuple[Choice, ...]:
    texts = names + [""] * max(_CHOICES - len(names), 2)
    return tuple(
        Choice(id=str(uuid4()), position=place, item_body=f"<p>{escape(text, quote=False)}</p>" if text else "")
        for place, text in enumerate(texts, start=1)
    )
