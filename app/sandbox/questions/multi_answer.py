"""Multiple answer: any number of choices, at least one of them right."""

from app.sandbox.questions.choices import choice_ids
from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import unique


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Multiple Answer."""
    ids = choice_ids(question)
    right = question.scoring["value"].elements(least=1)
    unique(right, [choice.reference(ids, "a choice") for choice in right], "a choice")
