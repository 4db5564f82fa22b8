"""The leaky bucket that slows clients down (`canvas-facts.md` 1.3)."""

from dataclasses import dataclass

from app.sandbox.exchange import Answer

REFUSED = "403 Forbidden (Rate Limit Exceeded)\n"
_TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class BucketSize:
    """Canvas's defaults; `outflow` is units a second, `cost` what a finished request leaves in the bucket."""

    maximum: float = 800.0
    high_water: float = 600.0
    outflow: float = 10.0
    upfront: float = 50.0
    cost: float = 0.1


class Throttle:
    """One bucket for each token. A request in flight holds the up-front cost."""

    def __init__(self, size: BucketSize) -> None:
        self.size = size
        self._levels: dict[str, tuple[float, float]] = {}

    def level(self, key: str, now: float) -> float:
        level, since = self._levels.get(key, (0.0, now))
        return max(0.0, level - max(0.0, now - since) * self.size.outflow)

    def enter(self, key: str, now: float) -> bool:
        """Charge the up-front cost; False where the bucket is above its high-water mark."""
        level = self.level(key, now)
        if level >= self.size.high_water:
            return False
        self._levels[key] = (min(level + self.size.upfront, self.size.maximum), now)
        return True

    def leave(self, key: str, now: float) -> None:
        """Give the up-front cost back and keep the real one."""
        level = self.level(key, now) - self.size.upfront + self.size.cost
        self._levels[key] = (max(0.0, level), now)

    def remaining(self, key: str, now: float) -> str:
        return str(round(self.size.high_water - self.level(key, now), 4))


def throttled(status: int = 403, **headers: str) -> Answer:
    """The refusal; newer pages of the documents say 429. `retry_after` becomes `Retry-After`."""
    named = {key.replace("_", "-").title(): value for key, value in headers.items()}
    headers_out = {"X-Rate-Limit-Remaining": "0.0", **named}
    return Answer(status, text=REFUSED.replace("403", str(status)), content_type=_TEXT, headers=headers_out)
