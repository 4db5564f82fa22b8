"""Quiz settings: the types and dependencies that the documents give, and what the server makes of a change."""

import ipaddress
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from app.sandbox.exchange import Json, JsonObject
from app.sandbox.refusal import Refusal, bad_field

Check = Callable[[Json], bool]


def _boolean(value: Json) -> bool:
    return value is None or isinstance(value, bool)


def _positive(value: Json) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and value > 0)


def _text(value: Json) -> bool:
    return value is None or isinstance(value, str)


def _one_of(*allowed: str) -> Check:
    return lambda value: value is None or value in allowed


def _date(value: Json) -> bool:
    return value is None or parsed_date(value) is not None


def parsed_date(value: Json) -> datetime | None:
    """The moment in UTC that a text names, or None where it names none; without an offset it is UTC."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _ranges(value: Json) -> bool:
    """A list of `[first, last]` addresses in order, or null."""
    if value is None:
        return True
    if not isinstance(value, list):
        return False
    return all(isinstance(pair, list) and len(pair) == 2 and _in_order(pair) for pair in value)


def _address(value: Json) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Raises ValueError, also for a number, which is an address to Python."""
    if not isinstance(value, str):
        raise ValueError(value)
    return ipaddress.ip_address(value)


def _in_order(pair: list[Json]) -> bool:
    try:
        first, last = _address(pair[0]), _address(pair[1])
    except ValueError:
        return False
    return first.version == last.version and int(first) <= int(last)


_TOP: Mapping[str, Check] = {
    "calculator_type": _one_of("none", "basic", "scientific"),
    "filter_ip_address": _boolean,
    "one_at_a_time_type": _one_of("none", "question"),
    "allow_backtracking": _boolean,
    "shuffle_answers": _boolean,
    "shuffle_questions": _boolean,
    "require_student_access_code": _boolean,
    "student_access_code": _text,
    "has_time_limit": _boolean,
    "session_time_limit_in_seconds": _positive,
}
_ATTEMPTS: Mapping[str, Check] = {
    "multiple_attempts_enabled": _boolean,
    "attempt_limit": _boolean,
    "max_attempts": _positive,
    "score_to_keep": _one_of("average", "first", "highest", "latest"),
    "cooling_period": _boolean,
    "cooling_period_seconds": _positive,
}
_RESULTS: Mapping[str, Check] = {
    "result_view_restricted": _boolean,
    "display_points_awarded": _boolean,
    "display_points_possible": _boolean,
    "display_items": _boolean,
    "display_item_response": _boolean,
    "display_item_response_qualifier": _one_of(
        "always", "once_per_attempt", "after_last_attempt", "once_after_last_attempt"
    ),
    "show_item_responses_at": _date,
    "hide_item_responses_at": _date,
    "display_item_response_correctness": _boolean,
    "display_item_response_correctness_qualifier": _one_of("always", "after_last_attempt"),
    "show_item_response_correctness_at": _date,
    "hide_item_response_correctness_at": _date,
    "display_item_correct_answer": _boolean,
    "display_item_feedback": _boolean,
}
_BLOCKS = {"filters": {"ips": _ranges}, "multiple_attempts": _ATTEMPTS, "result_view_settings": _RESULTS}

# Child and the parent that must be true for it "to be set" (New Quizzes, Create a new quiz).
_PARENTS = {
    "attempt_limit": "multiple_attempts_enabled",
    "display_points_awarded": "result_view_restricted",
    "display_points_possible": "result_view_restricted",
    "display_items": "result_view_restricted",
    "display_item_response": "display_items",
    "display_item_feedback": "display_items",
    "display_item_response_qualifier": "display_item_response",
    "show_item_responses_at": "display_item_response",
    "hide_item_responses_at": "display_item_response",
    "display_item_response_correctness": "display_item_response",
    "display_item_response_correctness_qualifier": "display_item_response_correctness",
    "show_item_response_correctness_at": "display_item_response_correctness",
    "hide_item_response_correctness_at": "display_item_response_correctness",
    "display_item_correct_answer": "display_item_response_correctness",
}
_SPANS = (
    ("show_item_responses_at", "hide_item_responses_at"),
    ("show_item_response_correctness_at", "hide_item_response_correctness_at"),
)
_READ_ONLY = {
    "multiple_attempts": {"build_on_last_attempt"},
    "result_view_settings": {"display_correct_answer_at", "hide_correct_answer_at"},
}


def changed_settings(old: JsonObject | None, sent: Json, *, drop_ips: bool) -> JsonObject | None:
    """The settings after a write: leaves replace leaves, an inner block replaces the whole block."""
    if sent is None:
        return old
    if not isinstance(sent, dict):
        raise _refused("quiz_settings", "must be an object")
    _check(sent, _TOP)
    after = {**(old or {}), **sent}
    for block, rules in _BLOCKS.items():
        if sent.get(block) is not None:
            after[block] = _checked_block(block, sent[block], rules)
    return _as_stored(after, drop_ips=drop_ips)


def _as_stored(settings: JsonObject, *, drop_ips: bool) -> JsonObject:
    """A cleared time limit reads back as 0, cleared addresses as an empty list."""
    if "session_time_limit_in_seconds" in settings:
        settings["session_time_limit_in_seconds"] = settings["session_time_limit_in_seconds"] or 0
    if settings.get("filters") is not None:
        kept = {} if drop_ips else settings["filters"]
        settings["filters"] = {**kept, "ips": kept.get("ips") or []}
    return settings


def _checked_block(name: str, block: Json, rules: Mapping[str, Check]) -> JsonObject:
    if not isinstance(block, dict):
        raise _refused(name, "must be an object")
    kept = {key: value for key, value in block.items() if key not in _READ_ONLY.get(name, set())}
    _check(kept, rules)
    for key, parent in _PARENTS.items():
        if kept.get(key) and not kept.get(parent):
            raise _refused(key, f"can only be set if {parent} is true")
    for shown, hidden in _SPANS:
        first, last = parsed_date(kept.get(shown)), parsed_date(kept.get(hidden))
        if first and last and last <= first:
            raise _refused(hidden, f"must be later than {shown}")
    return kept


def _check(values: JsonObject, rules: Mapping[str, Check]) -> None:
    for key, value in values.items():
        if key in rules and not rules[key](value):
            raise _refused(key, "is invalid")


def _refused(name: str, message: str) -> Refusal:
    return bad_field(name, f"{name} {message}")
