"""Checks of the settings of a quiz; what hangs on a parent that is off is not looked at (canvas-facts 4, rows 4–8)."""

import ipaddress
from collections.abc import Iterator, Sequence

from app.checks.fix import Fix, settings_fix
from app.checks.instant import instant
from app.checks.problem import Problem, error, warning
from app.message import Message, message
from app.models.settings import Filters, MultipleAttempts, QuizSettings, ResultView
from app.models.settings_effective import counts

_SPANS = (
    ("show_item_responses_at", "hide_item_responses_at"),
    ("show_item_response_correctness_at", "hide_item_response_correctness_at"),
)


def settings_problems(settings: QuizSettings) -> Iterator[Problem]:
    """Switches without their value, addresses that are none, results that are hidden before they are shown."""
    yield from _of_time_and_code(settings)
    yield from _of_addresses(settings)
    yield from _of_attempts(settings.multiple_attempts or MultipleAttempts())
    yield from _of_results(settings.result_view_settings or ResultView())


def _of_time_and_code(settings: QuizSettings) -> Iterator[Problem]:
    seconds = settings.session_time_limit_in_seconds
    if settings.has_time_limit and (seconds is None or seconds <= 0):
        hint = message("Set the minutes or turn the time limit off.")
        fix = _off("has_time_limit", message("Turn the time limit off"))
        yield error("has_time_limit", "no-time-limit", message("The time limit is on, but has no length."), hint, fix)
    if settings.require_student_access_code and not settings.student_access_code:
        hint = message("Write the code or turn it off.")
        fix = _off("require_student_access_code", message("Turn the access code off"))
        yield error(
            "student_access_code", "no-access-code", message("An access code is asked for, but not set."), hint, fix
        )


def _of_addresses(settings: QuizSettings) -> Iterator[Problem]:
    if not settings.filter_ip_address:
        return
    ranges = settings.filters.ips if isinstance(settings.filters, Filters) else None
    if not ranges:
        hint = message("Add one or turn the filter off.")
        fix = _off("filter_ip_address", message("Turn the filter off"))
        yield error("filters", "no-addresses", message("The filter of addresses is on, but has none."), hint, fix)
    for place, ends in enumerate(ranges or (), start=1):
        if not _is_range(ends):
            words = message("Range {place} of the addresses cannot be read.", place=place)
            hint = message("Write its first and its last address, as in 192.168.0.1 or 2001:db8::1.")
            yield error(f"filters/{place - 1}", "bad-addresses", words, hint)


def _is_range(ends: Sequence[str]) -> bool:
    try:
        first, last = map(ipaddress.ip_address, ends)
    except ValueError:
        return False
    return first.version == last.version and int(first) <= int(last)


def _of_attempts(attempts: MultipleAttempts) -> Iterator[Problem]:
    for field, switch in (("max_attempts", "attempt_limit"), ("cooling_period_seconds", "cooling_period")):
        value = getattr(attempts, field)
        if counts(attempts, field) and (value is None or value <= 0):
            yield _empty_switch(field, switch)


def _empty_switch(field: str, switch: str) -> Problem:
    """A warning, because Canvas takes it and lets students try without end (New Quizzes, max_attempts)."""
    if switch == "attempt_limit":
        words, hint = message("The attempts are limited, but to no number."), message("Set it or turn the limit off.")
        fix = _attempts_off(switch, message("Turn the limit off"))
    else:
        words, hint = message("A wait between attempts is on, but has no length."), message("Set it or turn it off.")
        fix = _attempts_off(switch, message("Turn the wait off"))
    return warning(field, "no-" + switch.replace("_", "-"), words, hint, fix)


def _off(switch: str, words: Message) -> Fix:
    return settings_fix(words, lambda settings: settings.replaced(**{switch: False}))


def _attempts_off(switch: str, words: Message) -> Fix:
    def changed(settings: QuizSettings) -> QuizSettings:
        attempts = (settings.multiple_attempts or MultipleAttempts()).replaced(**{switch: False})
        return settings.replaced(multiple_attempts=attempts)

    return settings_fix(words, changed)


def _of_results(view: ResultView) -> Iterator[Problem]:
    for shown, hidden in _SPANS:
        first, last = instant(getattr(view, shown)), instant(getattr(view, hidden))
        if counts(view, hidden) and first is not None and last is not None and last <= first:
            hint = message("Hide it later than it is shown.")
            yield error(hidden, "hidden-before-shown", message("A result is hidden before it is shown."), hint)
