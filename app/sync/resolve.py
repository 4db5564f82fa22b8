"""What a decided conflict makes of the quiz (decisions 15). Pure, but for what the history keeps."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.html.sources import with_sources
from app.library.library import Library
from app.library.saving import note_version as keep_version
from app.message import message
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.models.quiz_reading import read_fields
from app.sync.bring import Reference, brought_units
from app.sync.step import Conflict, Raw
from app.sync.unit import ANSWER_KEYS, ANSWERS, BLOCKS, QUIZ_KEYS, TEXT_KEYS, is_pair, leaf_name


class Keep(StrEnum):
    """What the person decides; "both" keeps mine, and Canvas's in a copy of the question below it."""

    MINE = "mine"
    CANVAS = "canvas"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Decision:
    """One conflict and what is kept of it."""

    conflict: Conflict
    keep: Keep


def can_keep_both(conflict: Conflict) -> bool:
    """Whether a copy of the question makes sense: for what students read, not for its points or its label."""
    unit = conflict.unit
    return bool(conflict.item_id) and (unit in (ANSWERS, "item_body") or unit.startswith("feedback/"))


def resolved(
    quiz: Quiz, decisions: Sequence[Decision], reference: Reference, new_id: Callable[[], str]
) -> tuple[Quiz, tuple[str, ...]]:
    """The quiz with what was taken from Canvas, and below each question of which both are kept Canvas's in a copy.

    Gives the ids of the copies too.
    """
    taken = [one.conflict for one in decisions if one.keep is Keep.CANVAS]
    both = [one.conflict for one in decisions if one.keep is Keep.BOTH]
    after = canvas_version(quiz, taken, reference)
    theirs = canvas_version(after, both, reference)
    doubled = {conflict.item_id for conflict in both}
    rows: list[Item] = []
    copies = []
    for item in after.items:
        rows.append(item)
        if item.id in doubled:
            copies.append(new_id())
            rows.append(theirs.item(item.id).with_id(copies[-1]))
    return (after.with_items(rows) if copies else after), tuple(copies)


def canvas_version(quiz: Quiz, conflicts: Iterable[Conflict], reference: Reference) -> Quiz:
    """The quiz with Canvas's values of these conflicts; the very same where there are none."""
    by_item: dict[str, dict[str, Any]] = {}
    for conflict in conflicts:
        by_item.setdefault(conflict.item_id, {})[conflict.unit] = conflict.theirs
    for item_id, units in by_item.items():
        if not item_id:
            quiz = quiz.with_fields(fields_with(quiz.fields, units, reference))
        elif item_id in quiz.places:
            item = quiz.item(item_id)
            quiz = quiz.with_item(brought_units(item, row_with(item, units), frozenset(units), reference))
    return quiz


def row_with(item: Item, units: Mapping[str, Any]) -> Raw:
    """The row as Canvas would give it if it had these units and everything else as it is here."""
    entry = item.entry.wire()
    feedback = dict(entry.get("feedback") or {})
    for name, value in units.items():
        if name.startswith("feedback/"):
            feedback[name.removeprefix("feedback/")] = value
        elif name in TEXT_KEYS and value is not None:
            entry[name] = value
    if ANSWERS in units:
        entry = {key: value for key, value in entry.items() if key not in ANSWER_KEYS} | dict(units[ANSWERS] or {})
    if feedback:
        entry["feedback"] = feedback
    return {"entry_type": "Item", "points_possible": units.get("points", item.points), "entry": entry}


def fields_with(fields: NewQuiz, units: Mapping[str, Any], reference: Reference) -> NewQuiz:
    """The fields with these values of units; None stands for one that is not there."""
    raw = fields.wire()
    for name, value in with_sources(dict(units), lambda source: reference(source) or source).items():
        if name in QUIZ_KEYS:
            _put(raw, {name: value})
        else:
            _put_setting(raw, name, value)
    return read_fields(raw)


def _put_setting(raw: dict[str, Any], unit: str, value: Any) -> None:  # noqa: ANN401  (JSON)
    """Set a leaf of the settings, or the values of a pair; what Canvas does not have goes."""
    block = unit.split("/")[1] if unit.split("/")[1] in BLOCKS else None
    settings = dict(raw.get("quiz_settings") or {})
    inner = dict(settings.get(block) or {}) if block else settings
    prefix = f"settings/{block}" if block else "settings"
    if is_pair(unit):
        leaves = dict(value or dict.fromkeys(key for key in inner if leaf_name(key, prefix) == unit))
    else:
        leaves = {unit.rpartition("/")[2]: value}
    _put(inner, leaves)
    raw["quiz_settings"] = {**settings, block: inner} if block else inner


def _put(into: dict[str, Any], values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if value is None:
            into.pop(key, None)
        else:
            into[key] = value


def note_version(library: Library, version: Quiz, present: Quiz) -> None:
    """Keep in the history what Canvas had and was not taken, inside the caller's transaction."""
    if version is not present:
        what, back = message("Canvas's version"), message("Your version kept")
        keep_version(library.db, version, present, str(what), str(back), library.now())
