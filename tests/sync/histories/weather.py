"""What goes wrong, and how a server is: faults for a while, switches for the whole of a history."""

from collections.abc import Mapping
from random import Random
from typing import Final

from app.sandbox.faults.table import FAULTS, Stage

SLOW: Final = ("slow-drip", "timeout-after-commit")
"""They take real seconds over HTTP."""
ELSEWHERE: Final = ("marks-refused",)
"""They strike what no sync of a quiz asks; among the others they would make every seed another history."""
PASSING: Final = tuple(
    name
    for name, fault in FAULTS.items()
    if name not in ELSEWHERE and fault.stage in (Stage.BEFORE, Stage.AFTER, Stage.LATE, Stage.CONTENT, Stage.STORAGE)
)
"""Everything that strikes single requests and is over then."""
_EVENTS: Final = {
    "session-deadline": 0.03,
    "quiz-unpublished": 0.1,
    "unknown-entry-type": 0.2,
    "students-hand-in": 0.1,
}
"""What happens on Canvas and stays, and at how many of the requests that it may meet."""
_SWITCHES: Final = (
    "patch-replace", "camel-case", "drop-ips", "drop-unknown", "zero-points", "publish-alone", "settings-extras",
    "small-pages",
)  # fmt: skip
_POSITIONS: Final = (None, "positions-set", "positions-append")
_STRENGTHS: Final = (0.02, 0.05, 0.1, 0.3)


def server(rng: Random) -> dict[str, float]:
    """How one server is, for good: one of three meanings of a position, tidying or not, and its habits."""
    switches = {name: 1.0 for name in _SWITCHES if rng.random() < 0.2}
    if (positions := rng.choice(_POSITIONS)) is not None:
        switches[positions] = 1.0
    return {**switches, "html-rewrite": 1.0 if rng.random() < 0.8 else 0.0}


def fate(seed: int) -> Mapping[str, float]:
    """What will happen for good in every third history. Its luck is its own: what else a seed tells stays as it was."""
    luck = Random(f"fate {seed}")
    return (
        {name: _EVENTS[name] for name in luck.sample(sorted(_EVENTS), luck.choice((1, 1, 2)))} if seed % 3 == 0 else {}
    )


def storm(rng: Random, faults: tuple[str, ...] = PASSING) -> Mapping[str, float]:
    """Some faults at once, each more or less often; now and then none."""
    chosen = rng.sample(faults, rng.choice((0, 1, 1, 2, 3, 5)))
    return {name: rng.choice(_STRENGTHS) for name in chosen}
