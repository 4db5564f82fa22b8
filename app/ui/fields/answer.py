"""One answer as its row shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """`locked`, `points` and `feedback` are None where answers of this question have none of it."""

    id: str
    html: str
    right: bool = False
    locked: bool | None = None
    points: float | None = None
    feedback: str | None = None
