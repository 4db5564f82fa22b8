"""Units: the parts of an item or quiz that are merged, sent and compared each by itself (reliability.md 1.3).

The answers of a question are one unit, because their parts refer to each other by id. A text that holds blanks belongs
to its answers.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from app.models.item import SERVER_MADE
from app.models.reading import read_entry
from app.models.settings_effective import effective_block

Units = Mapping[str, Any]

ANSWERS = "answers"
OTHER = "other"
"""Keys that nobody knows: they come from Canvas and are never sent in an update (decisions 6)."""

ANSWER_KEYS = (
    "interaction_type_slug",
    "interaction_data",
    "scoring_data",
    "properties",
    "scoring_algorithm",
    "answer_feedback",
)
ROW_KEYS = frozenset({"id", "position", "points_possible", "entry_type", "entry"})
ROW_STATE = frozenset({"status", "entry_editable", "created_at", "updated_at"})
"""What Canvas says about a row. It changes when students hand in, which is nobody's edit."""
TEXT_KEYS = ("title", "item_body", "calculator_type")
_FEEDBACK_KEYS = ("neutral", "correct", "incorrect")
_BODY_IN_ANSWERS = frozenset({"rich-fill-blank", "fill-blank"})
_EMPTY: tuple[object, ...] = (None, "", {}, [])

_PAIRS = {
    "has_time_limit": "settings/time_limit",
    "session_time_limit_in_seconds": "settings/time_limit",
    "require_student_access_code": "settings/access_code",
    "student_access_code": "settings/access_code",
    "filter_ip_address": "settings/addresses",
    "filters": "settings/addresses",
    "one_at_a_time_type": "settings/one_at_a_time",
    "allow_backtracking": "settings/one_at_a_time",
    "attempt_limit": "settings/multiple_attempts/limit",
    "max_attempts": "settings/multiple_attempts/limit",
    "cooling_period": "settings/multiple_attempts/waiting",
    "cooling_period_seconds": "settings/multiple_attempts/waiting",
}
"""A flag and the value that it governs are one unit (reliability.md 1.3)."""

BLOCKS = ("multiple_attempts", "result_view_settings")
QUIZ_KEYS = (
    "title",
    "instructions",
    "assignment_group_id",
    "points_possible",
    "due_at",
    "lock_at",
    "unlock_at",
    "grading_type",
)


def item_units(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The units of an item's payload or of Canvas's answer, in canonical form: snake_case, empty texts as ""."""
    return {**_units_of(_written(raw))}


def _written(raw: Mapping[str, Any]) -> str:
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"), default=dict)


@lru_cache(maxsize=1000)
def _units_of(text: str) -> Units:
    """Of JSON: a sync asks several times for the same rows, and most stay as they were from one sync to the next."""
    raw = json.loads(text)
    entry = read_entry("Item", _entry(raw)).wire()
    units: dict[str, Any] = {"points": raw.get("points_possible")}
    for key in TEXT_KEYS:
        units[key] = entry.get(key) or ""
    units["calculator_type"] = units["calculator_type"] or "none"
    feedback = entry.get("feedback") or {}
    for key in _FEEDBACK_KEYS:
        units[f"feedback/{key}"] = feedback.get(key) or ""
    units[ANSWERS] = _answers(entry)
    if entry.get("interaction_type_slug") in _BODY_IN_ANSWERS:
        units[ANSWERS]["item_body"] = units.pop("item_body")
    row = {key: value for key, value in raw.items() if key not in ROW_KEYS | ROW_STATE}
    units[OTHER] = {**_other(entry), "row": row}
    return units


def _entry(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    entry = raw.get("entry")
    return entry if isinstance(entry, Mapping) else {}


def _answers(entry: Mapping[str, Any]) -> dict[str, Any]:
    answers = {key: entry[key] for key in ANSWER_KEYS if entry.get(key) not in _EMPTY}
    feedback = {key: html for key, html in (answers.get("answer_feedback") or {}).items() if html}
    answers.pop("answer_feedback", None)
    return {**answers, "answer_feedback": feedback} if feedback else answers


def _other(entry: Mapping[str, Any]) -> dict[str, Any]:
    known = {*ANSWER_KEYS, *TEXT_KEYS, "feedback", *SERVER_MADE}
    return {key: value for key, value in entry.items() if key not in known}


def patch_of(units: Units, names: frozenset[str], there: Units) -> dict[str, Any]:
    """The body of an update that sets the named units and nothing else; a cleared text is sent as "".

    `there` is what Canvas has: it keeps the feedback of an answer that an update leaves out.
    """
    entry: dict[str, Any] = {}
    feedback = {name.removeprefix("feedback/"): units[name] for name in sorted(names) if name.startswith("feedback/")}
    if feedback:
        entry["feedback"] = feedback
    entry |= {key: units[key] for key in TEXT_KEYS if key in names}
    if ANSWERS in names:
        entry |= units[ANSWERS]
        if units[ANSWERS].get("interaction_type_slug") == "choice":
            entry["answer_feedback"] = _answer_feedback(units[ANSWERS], there[ANSWERS])
    body: dict[str, Any] = {"entry": entry} if entry else {}
    if "points" in names:
        body["points_possible"] = units["points"]
    return body


def _answer_feedback(answers: Units, there: Units) -> dict[str, str]:
    choices = (answers.get("interaction_data") or {}).get("choices") or ()
    cleared = {str(choice["id"]): "" for choice in choices if choice.get("id") in there.get("answer_feedback", {})}
    return {**cleared, **answers.get("answer_feedback", {})}


def quiz_units(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The units of a quiz's payload or of Canvas's answer: each field, each leaf of the settings, pairs as one."""
    units: dict[str, Any] = {key: raw[key] for key in QUIZ_KEYS if raw.get(key) not in _EMPTY}
    settings = raw.get("quiz_settings") or {}
    _put_leaves(units, {key: value for key, value in settings.items() if key not in BLOCKS}, "settings")
    for block in BLOCKS:
        _put_leaves(units, settings.get(block) or {}, f"settings/{block}")
    return units


def _put_leaves(units: dict[str, Any], leaves: Mapping[str, Any], prefix: str) -> None:
    for key, value in leaves.items():
        if value in (None, "", {}, [], 0) and value is not False:
            continue
        name = _PAIRS.get(key)
        if name is None:
            units[f"{prefix}/{key}"] = value
        else:
            units.setdefault(name, {})[key] = value


def quiz_patch_of(payload: Mapping[str, Any], names: frozenset[str], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """The body of a quiz update: changed fields; of the settings each changed leaf, inner blocks whole.

    `theirs` is a fresh GET: Canvas replaces an inner block as a whole (canvas-facts 2.3 #2), so what is not changed
    here is sent as it stands there, where its parent is on (decisions 21).
    """
    body: dict[str, Any] = {key: payload.get(key) or "" for key in QUIZ_KEYS if key in names}
    for key in ("due_at", "lock_at", "unlock_at", "points_possible", "assignment_group_id"):
        if body.get(key) == "":
            body[key] = None
    mine, there = payload.get("quiz_settings") or {}, theirs.get("quiz_settings") or {}
    settings: dict[str, Any] = {
        key: value for key, value in mine.items() if key not in BLOCKS and leaf_name(key, "settings") in names
    }
    for block in BLOCKS:
        prefix = f"settings/{block}"
        if any(name.startswith(prefix) for name in names):
            inner = {key: value for key, value in (there.get(block) or {}).items() if value is not None}
            changed = {k: v for k, v in (mine.get(block) or {}).items() if leaf_name(k, prefix) in names}
            settings[block] = effective_block(block, {**inner, **changed})
    return {**body, "quiz_settings": settings} if settings else body


def is_pair(unit: str) -> bool:
    """Whether a unit of the settings is a flag with the value that it governs."""
    return unit in _PAIRS.values()


def leaf_name(key: str, prefix: str) -> str:
    """The unit of a leaf of the settings."""
    return _PAIRS.get(key, f"{prefix}/{key}")
