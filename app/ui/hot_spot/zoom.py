"""How large the picture is shown."""

from dataclasses import dataclass, replace

LARGEST = 64.0


@dataclass(frozen=True, slots=True)
class Zoom:
    """Screen pixels for a pixel of the picture: a base and whole steps of 2^(1/4), so that in and out cancel."""

    base: float = 1.0
    steps: int = 0

    @property
    def value(self) -> float:
        """1 = 100 %."""
        return float(self.base * 2.0 ** (self.steps / 4))

    def stepped(self, steps: int, smallest: float) -> "Zoom":
        """So many steps in (or out, where negative), as far as the limits let it."""
        way = 1 if steps > 0 else -1
        zoom = self
        for _ in range(abs(steps)):
            further = replace(zoom, steps=zoom.steps + way)
            if (way > 0 and further.value > LARGEST) or (way < 0 and further.value < smallest):
                break
            zoom = further
        return zoom
