"""Categorization: answers are sorted into categories; answers of no category are the distractors."""

from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import Field, unique


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Categorization."""
    categories = _keyed(question.interaction["categories"])
    answers = _keyed(question.interaction["distractors"])
    order = question.interaction["category_order"].elements()
    listed = unique(order, [place.reference(categories, "a category") for place in order], "a category")
    if listed != categories or not categories:
        raise question.interaction.problem("'category_order' must name every category once")
    _check_scoring(question.scoring, categories, answers)


def _keyed(entries: Field) -> set[str]:
    """The keys of a map whose entries repeat their key as id."""
    keys = set()
    for key, entry in entries.members():
        if entry["id"].uuid() != key:
            raise entry.problem(f"The property '{entry.path}/id' differs from its key")
        entry["item_body"].filled()
        keys.add(key)
    return keys


def _check_scoring(scoring: Field, categories: set[str], answers: set[str]) -> None:
    rows = scoring["value"].elements()
    told = unique(rows, [row["id"].reference(categories, "a category") for row in rows], "a category")
    if told != categories:
        raise scoring.problem("'value' must have one entry for each category")
    placed: list[Field] = []
    for row in rows:
        row["scoring_algorithm"].one_of(("AllOrNothing",))
        placed += row["scoring_data"]["value"].elements()
    unique(placed, [answer.reference(answers, "an answer") for answer in placed], "an answer")
