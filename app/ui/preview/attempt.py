"""One attempt that is over, as its page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.grading.response import Response
from app.grading.seen import Seen
from app.grading.sitting import Marks, Sitting


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was answered, what it earned, and what a student sees of it; `number` counts from 1.

    `allowed` is how many attempts there are, None for any number; `kept` the points that count after all of them;
    `note` says what was special about its end.
    """

    sitting: Sitting
    responses: Mapping[str, Response]
    marks: Marks
    seen: Seen
    number: int = 1
    allowed: int | None = 1
    kept: float = 0
    note: str = ""
