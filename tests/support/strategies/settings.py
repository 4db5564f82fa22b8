"""Settings of a quiz."""

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from typing import Any

from hypothesis import strategies as st

from app.models.settings import QuizSettings
from tests.support.strategies.words import words

_FLAG = st.booleans()
moments = st.integers(0, 3_000_000).map(lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))


def written(moment: datetime) -> str:
    """A moment as Canvas writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, str]:
    """Two dates, the second later."""
    first = draw(moments)
    return written(first), written(first + timedelta(minutes=draw(st.integers(1, 100_000))))


@st.composite
def _addresses(draw: st.DrawFn) -> list[str]:
    first = draw(st.integers(1, 2**32 - 300))
    return [str(IPv4Address(first)), str(IPv4Address(first + draw(st.integers(0, 255))))]


@st.composite
def _attempts(draw: st.DrawFn) -> dict[str, Any]:
    on = draw(_FLAG)
    limited, waits = (on and draw(_FLAG) for _ in range(2))
    return {
        "multiple_attempts_enabled": on,
        "attempt_limit": limited,
        "max_attempts": draw(st.integers(1, 9)) if limited else None,
        "score_to_keep": draw(st.sampled_from(["average", "first", "highest", "latest"])),
        "cooling_period": waits,
        "cooling_period_seconds": draw(st.integers(60, 90_000)) if waits else None,
    }


@st.composite
def _results(draw: st.DrawFn) -> dict[str, Any]:
    restricted = draw(_FLAG)
    items = restricted and draw(_FLAG)
    response = items and draw(_FLAG)
    correctness = response and draw(_FLAG)
    block: dict[str, Any] = {"result_view_restricted": restricted, "display_items": items}
    block |= {name: restricted and draw(_FLAG) for name in ("display_points_awarded", "display_points_possible")}
    block |= {"display_item_response": response, "display_item_feedback": items and draw(_FLAG)}
    block["display_item_response_correctness"] = correctness
    if response:
        block["show_item_responses_at"], block["hide_item_responses_at"] = draw(spans())
        qualifiers = ["always", "once_per_attempt", "after_last_attempt", "once_after_last_attempt"]
        block["display_item_response_qualifier"] = draw(st.sampled_from(qualifiers))
    if correctness:
        block["display_item_response_correctness_qualifier"] = draw(st.sampled_from(["always", "after_last_attempt"]))
        block["display_item_correct_answer"] = draw(_FLAG)
    return block


@st.composite
def _settings(draw: st.DrawFn) -> dict[str, Any]:
    coded, timed, filtered = (draw(_FLAG) for _ in range(3))
    return {
        "calculator_type": draw(st.sampled_from(["none", "basic", "scientific"])),
        "filter_ip_address": filtered,
        "filters": {"ips": draw(st.lists(_addresses(), min_size=1, max_size=3))} if filtered else {"ips": []},
        "one_at_a_time_type": draw(st.sampled_from(["none", "question"])),
        "allow_backtracking": draw(_FLAG),
        "shuffle_answers": draw(_FLAG),
        "shuffle_questions": draw(_FLAG),
        "require_student_access_code": coded,
        "student_access_code": draw(words) if coded else None,
        "has_time_limit": timed,
        "session_time_limit_in_seconds": draw(st.integers(60, 20_000)) if timed else None,
        "multiple_attempts": draw(_attempts()),
        "result_view_settings": draw(_results()),
    }


def settings() -> st.SearchStrategy[QuizSettings]:
    """Settings that Canvas takes, every leaf that counts with a value."""
    return _settings().map(QuizSettings.model_validate)


@st.composite
def loose_settings(draw: st.DrawFn) -> QuizSettings:
    """Settings as a person leaves them: values stay where their parent is off, leaves are missing or null."""
    raw = draw(_settings())
    for block in ("multiple_attempts", "result_view_settings"):
        flags = {name: draw(_FLAG) for name, value in raw[block].items() if isinstance(value, bool)}
        raw[block] |= draw(st.fixed_dictionaries({}, optional={name: st.just(flag) for name, flag in flags.items()}))
    kept = draw(st.fixed_dictionaries({}, optional={name: st.sampled_from([part, None]) for name, part in raw.items()}))
    return QuizSettings.model_validate(kept)
