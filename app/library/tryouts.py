"""Try-outs of a quiz that were handed in: kept here alone, and never sent."""

import json
from dataclasses import asdict, dataclass

from app.library.library import Library

MOST = 50
"""So many of a quiz are kept; the oldest go."""


@dataclass(frozen=True, slots=True)
class TriedAnswer:
    """What was answered to one question, in the words of then; `points` is None while it waits for a person."""

    item: str
    asked: str
    said: str
    points: float | None
    possible: float


@dataclass(frozen=True, slots=True)
class Tryout:
    """One attempt: when it was handed in (epoch seconds), how long it took, and its answers in their order.

    `id` is 0 until it is kept.
    """

    at: float
    seconds: float
    answers: tuple[TriedAnswer, ...]
    id: int = 0

    @property
    def points(self) -> float:
        """What it earned."""
        return sum(answer.points or 0 for answer in self.answers)

    @property
    def possible(self) -> float:
        """What it could have earned."""
        return sum(answer.possible for answer in self.answers)


def tryouts(library: Library, quiz_id: str) -> list[Tryout]:
    """Those of a quiz, the newest first."""
    rows = library.db.execute("SELECT id, at, seconds, answers FROM tryout WHERE quiz = ? ORDER BY id DESC", (quiz_id,))
    return [
        Tryout(at, seconds, tuple(TriedAnswer(**answer) for answer in json.loads(answers)), number)
        for number, at, seconds, answers in rows
    ]


def keep_tryout(library: Library, quiz_id: str, tryout: Tryout) -> None:
    """Keep one more; more than `MOST` are not kept. Raises what `transaction` raises."""
    answers = json.dumps([asdict(answer) for answer in tryout.answers], ensure_ascii=False)
    with library.transaction() as db:
        db.execute(
            "INSERT INTO tryout (quiz, at, seconds, answers) SELECT ?1, ?2, ?3, ?4 FROM quiz WHERE id = ?1",
            (quiz_id, tryout.at, tryout.seconds, answers),
        )
        db.execute(
            "DELETE FROM tryout WHERE quiz = ?1 AND id NOT IN"
            " (SELECT id FROM tryout WHERE quiz = ?1 ORDER BY id DESC LIMIT ?2)",
            (quiz_id, MOST),
        )


def forget_tryout(library: Library, number: int) -> None:
    """Delete one. Raises what `transaction` raises."""
    with library.transaction() as db:
        db.execute("DELETE FROM tryout WHERE id = ?", (number,))
