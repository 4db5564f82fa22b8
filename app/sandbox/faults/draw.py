"""Which faults strike a request: each has its own seeded stream, so that one never changes another's luck."""

from collections.abc import Mapping
from random import Random

from app.sandbox.exchange import Request
from app.sandbox.faults.table import FAULTS, ON_BY_DEFAULT, Stage


class UnknownFault(ValueError):
    """A fault that the table does not have, or a probability outside 0 to 1."""


class Faults:
    """The probabilities in force and their streams of luck."""

    def __init__(self, probabilities: Mapping[str, float], rng: Random) -> None:
        """Raises UnknownFault."""
        self._root = rng.getrandbits(64)
        self._probabilities: dict[str, float] = {}
        self._streams: dict[str, Random] = {}
        for name, probability in {**ON_BY_DEFAULT, **probabilities}.items():
            self.set(name, probability)

    def set(self, name: str, probability: float) -> None:
        """Change one fault; 0 turns it off. Raises UnknownFault."""
        if name not in FAULTS:
            raise UnknownFault(f"There is no fault {name!r}. Known: {', '.join(FAULTS)}")
        if not 0 <= probability <= 1:
            raise UnknownFault(f"The probability of {name!r} must be from 0 to 1, not {probability}")
        self._probabilities[name] = probability
        if name not in self._streams:
            self._streams[name] = Random(f"{self._root}/{name}")

    def stream(self, name: str) -> Random:
        """The luck of one fault, for what it has to choose."""
        return self._streams[name]

    def draw(self, request: Request, *, storage: bool = False) -> frozenset[str]:
        """The faults and switches that strike this request of the Canvas or of the storage origin."""
        return frozenset(
            name
            for name, probability in self._probabilities.items()
            if probability > 0
            and (FAULTS[name].stage is Stage.STORAGE) == storage
            and FAULTS[name].strikes(request)
            and self._streams[name].random() < probability
        )

    def first(self, drawn: frozenset[str], stage: Stage) -> str | None:
        """The first fault of a stage among those drawn, in the order of the table."""
        return next((name for name, fault in FAULTS.items() if fault.stage is stage and name in drawn), None)
