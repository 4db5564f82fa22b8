"""Multiple choice: one choice is right, or each choice has its own points."""

from app.sandbox.questions.choices import choice_ids
from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import unique


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Multiple Choice."""
    ids = choice_ids(question)
    question.scoring["value"].reference(ids, "a choice")
    varies = question.algorithm == "VaryPointsByAnswer"
    told = question.properties.get("vary_points_by_answer")
    if (told.boolean() if told else False) != varies:
        raise question.properties.problem("'vary_points_by_answer' does not agree with the scoring algorithm")
    if varies:
        _check_points(question, ids)


def _check_points(question: Submitted, ids: set[str]) -> None:
    rows = question.scoring["values"].elements()
    unique(rows, [row["value"].reference(ids, "a choice") for row in rows], "a choice")
    for row in rows:
        if row["points"].number() < 0:
            raise row.problem(f"The property '{row.path}/points' must not be negative")
