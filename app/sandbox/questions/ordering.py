"""Ordering: a map of choices and the list of their ids in the right order."""

from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import unique

_SWITCHES = ("include_labels", "display_answers_paragraph")


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Ordering."""
    ids = set()
    for key, choice in question.interaction["choices"].members():
        if choice["id"].uuid() != key:
            raise choice.problem(f"The property '{choice.path}/id' differs from its key")
        choice["item_body"].filled()
        ids.add(key)
    order = question.scoring["value"].elements(least=2)
    if unique(order, [place.reference(ids, "a choice") for place in order], "a choice") != ids:
        raise question.scoring.problem("'value' must name every choice once")
    _check_properties(question)


def _check_properties(question: Submitted) -> None:
    for name in ("top_label", "bottom_label"):
        if label := question.properties.get(name):
            label.text()
    for name in _SWITCHES:
        if switch := question.properties.get(name):
            switch.boolean()
    if rules := question.properties.get("shuffle_rules"):
        raise rules.problem("'shuffle_rules' must be null")
