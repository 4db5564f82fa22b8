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


def has_ghosts(before: Json, wanted: Json, answered: Json) -> bool:
    """Whether an update left other elements, another order of them, or keys of `before` that were not sent any more."""
    stayed = {path for path, value in _keys(answered) if value not in (None, "", {}, [])}
    return elements(wanted) != elements(answered) or bool(_lost_keys(before, wanted) & stayed)


def has_newcomers(before: Json, wanted: Json, answered: Json) -> bool:
    """Whether an update came back with elements that nobody here knew: somebody added them right before it."""
    known = _ids(before) | _ids(wanted)
    return bool(_ids(answered) - known)


def keeps_removed(before: Json, wanted: Json, answered: Json) -> bool:
    """Whether elements that an update took away are there still."""
    return bool((_ids(before) - _ids(wanted)) & _ids(answered))


def _ids(answers: Json) -> set[tuple[str, str]]:
    return {(path, one) for path, ids in elements(answers).items() for one in ids}


def _lost_keys(before: Json, after: Json) -> set[str]:
    return {path for path, _ in _keys(before)} - {path for path, _ in _keys(after)}


def _keys(answers: Json) -> Iterator[tuple[str, object]]:
    """Path and value of every key of the maps that a server merges; lists are looked into where it merges those too."""
    for block in ("interaction_data", "scoring_data", "properties"):
        yield from _keys_in(answers.get(block), block, lists=block == "interaction_data")


def _keys_in(value: object, path: str, *, lists: bool) -> Iterator[tuple[str, object]]:
    parts: list[tuple[str, object]] = []
    if isinstance(value, Mapping):
        parts = [(f"{path}/{key}", part) for key, part in value.items()]
        yield from parts
    elif lists and isinstance(value, (list, tuple)):
        parts = [(f"{path}/{row['id']}", row) for row in value if isinstance(row, Mapping) and "id" in row]
    for inner, part in parts:
        yield from _keys_in(part, inner, lists=lists)


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
    """Whether an element or a key goes, or one changes its place: what a server that merges cannot do by an update."""
    old, new = elements(before), elements(after)
    return bool(_lost_keys(before, after)) or any(new.get(path, ())[: len(ids)] != ids for path, ids in old.items())
