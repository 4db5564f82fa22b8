"""A clock that stands until it is moved."""

from dataclasses import dataclass

NOON = 1_767_700_800.0
"""2026-01-06 12:00 UTC, in epoch seconds."""


@dataclass
class Clock:
    """Tells the time that it was set to."""

    seconds: float = NOON

    def __call__(self) -> float:
        return self.seconds

    def pass_days(self, days: float) -> None:
        """Move on."""
        self.seconds += days * 86400
