"""The list of choices that multiple choice and multiple answer share."""

from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import Field, unique


def choice_ids(question: Submitted) -> set[str]:
    """The ids of the choices, after the list and its shuffle rules were checked."""
    choices = question.interaction["choices"].elements(least=2)
    ids = listed_ids(choices)
    _check_shuffle(question.properties, len(choices))
    return ids


def listed_ids(choices: list[Field]) -> set[str]:
    """Check a list of `{id, position, item_body}`: unique UUIDs, positions 1 to n, bodies that show something."""
    ids = unique(choices, [choice["id"].uuid() for choice in choices], "an id")
    positions = sorted(choice["position"].integer() for choice in choices)
    if positions != list(range(1, len(choices) + 1)):
        raise choices[0].problem(f"The positions of the choices must be 1 to {len(choices)}, not {positions}")
    for choice in choices:
        choice["item_body"].filled()
    return ids


def _check_shuffle(properties: Field, count: int) -> None:
    rules = properties.get("shuffle_rules")
    choices = rules.get("choices") if rules else None
    if choices is None:
        return
    if shuffled := choices.get("shuffled"):
        shuffled.boolean()
    locked = choices.get("to_lock")
    for place in locked.elements() if locked else []:
        if place.integer(least=0) >= count:
            raise place.problem(f"The property '{place.path}' locks a choice that does not exist: {place.value!r}")
