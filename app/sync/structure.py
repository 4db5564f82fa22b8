"""The elements of a question (choices, blanks, categories …) by their ids, to see ghosts and to know a lost create.

Canvas merges the lists of `interaction_data` by id (canvas-facts 2.3 #1): what an update leaves out may stay.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from app.message import message
from app.sync.unit import ANSWERS, Units

Json = Mapping[str, Any]


def elements(answers: Json) -> dict[str, tuple[str, ...]]:
    """Path of each list or map of elements in `interaction_data` → their ids; a list in its order, a map sorted."""
    return dict(_elements(answers.get("interaction_data") or {}, ""))


def _elements(value: object, path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(value, Mapping):
        inner = [(str(key), part) for key, part in value.items()]
        if inner and all(isinstance(part, Mapping) and str(part.get("id")) == key for key, part in inner):
            yield path, tuple(sorted(key for key, _ in inner))
        for key, part in inner:
            yield from _elements(part, f"{path}/{key}")
    elif isinstance(value, (list, tuple)):
        rows = [part for part in value if isinstance(part, Mapping) and "id" in part]
        if rows:
            yield path, tuple(str(row["id"]) for row in rows)
        for row in rows:
            yield from _elements(row, f"{path}/{row['id']}")


def has_ghosts(wanted: Json, answered: Json) -> bool:
    """Whether an update left other elements, or another order of them, than was sent."""
    return elements(wanted) != elements(answered)


ONLY_THERE = message("Students have answered it: Canvas allows this change only in its own editor.")

_TEXTS = frozenset(
    {
        *("item_body", "true_choice", "false_choice", "question_body", "answer_body", "blank_text"),
        *("working_item_body", "top_label", "bottom_label", "instructions", "answer_feedback"),
    }
)


def open_units(names: frozenset[str], before: Units, after: Units) -> frozenset[str]:
    """The units that a quiz with submissions still takes: texts and points; of the answers other words alone."""
    if ANSWERS in names and _skeleton(before.get(ANSWERS)) != _skeleton(after.get(ANSWERS)):
        return names - {ANSWERS}
    return names


def _skeleton(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _skeleton(part) for key, part in value.items() if key not in _TEXTS}
    return [_skeleton(part) for part in value] if isinstance(value, (list, tuple)) else value


def changes_structure(before: Json, after: Json) -> bool:
    """Whether an element goes or changes its place: what a server that merges by id cannot do by an update."""
    old, new = elements(before), elements(after)
    return any(new.get(path, ())[: len(ids)] != ids for path, ids in old.items())
