"""What the checks found wrong, where it is, and how to fix it."""

from dataclasses import dataclass
from enum import StrEnum

from app.checks.fix import Fix
from app.message import Message


class Severity(StrEnum):
    """An error stops a push, a warning and a hint do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """`field` is a path such as "choices/ID"; `rule` names the check for scripts; `hint` says what to do.

    `fix` does it by one click, where it is clear what is to be done.
    """

    field: str
    severity: Severity
    rule: str
    message: Message
    hint: Message | None = None
    fix: Fix | None = None


def error(field: str, rule: str, words: Message, hint: Message | None = None, fix: Fix | None = None) -> Problem:
    """A problem that stops a push."""
    return Problem(field, Severity.ERROR, rule, words, hint, fix)


def warning(field: str, rule: str, words: Message, hint: Message | None = None, fix: Fix | None = None) -> Problem:
    """A problem that the person should know of and may keep."""
    return Problem(field, Severity.WARNING, rule, words, hint, fix)


def hint(field: str, rule: str, words: Message, advice: Message | None = None, fix: Fix | None = None) -> Problem:
    """Something that could be better."""
    return Problem(field, Severity.HINT, rule, words, advice, fix)
