"""How often and after how long a wait the same request is sent again."""

from collections.abc import Callable
from dataclasses import dataclass

from app.canvas.errors import CanvasError, Throttled, Unreachable


@dataclass(frozen=True, slots=True)
class Patience:
    """Limits of repetition; times in seconds (reliability, 1.5)."""

    tries: int = 5
    throttled_tries: int = 8
    shortest: float = 0.5
    longest: float = 60.0
    deadline: float = 120.0


class Tries:
    """The tries of one request. `uniform` draws between two numbers."""

    def __init__(self, patience: Patience, uniform: Callable[[float, float], float]) -> None:
        self._patience = patience
        self._uniform = uniform
        self._failed = 0
        self._throttled = 0

    def wait(self, error: CanvasError, retry_after: float | None) -> float | None:
        """Seconds to wait before the next try; None where there must be none.

        Only what was certainly not carried out is tried again: a refusal for the rate limit, and an Unreachable that
        passes, which a write becomes only when nothing of it was sent.
        """
        if isinstance(error, Throttled):
            self._throttled += 1
            again, exponent = self._throttled < self._patience.throttled_tries, self._throttled
        elif isinstance(error, Unreachable) and error.passing:
            self._failed += 1
            again, exponent = self._failed < self._patience.tries, self._failed
        else:
            return None
        return max(self._jitter(exponent - 1), retry_after or 0.0) if again else None

    def _jitter(self, exponent: int) -> float:
        """Full jitter: anything from nothing to the doubled and doubled shortest wait."""
        return self._uniform(0.0, min(self._patience.shortest * 2**exponent, self._patience.longest))
