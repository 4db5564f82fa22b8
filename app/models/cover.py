"""The values of covers over printed labels of a hot-spot picture (hot-spot.md, "Cover")."""

from typing import Final

from app.geometry.box import Box
from app.models.value import Value

BLUR: Final = "blur"
"""The fill of a cover that shows what is under it, beyond recognition; any other is a colour, "#rrggbb"."""


class Cover(Value):
    """A box in proportions of the picture: left, top, right, bottom."""

    id: str
    box: tuple[float, float, float, float]
    fill: str

    @property
    def bounds(self) -> Box:
        """The box."""
        return Box(*self.box)


class Covering(Value):
    """`original` is the picture without covers, `painted` the one with them, None until it is there."""

    original: str
    covers: tuple[Cover, ...]
    painted: str | None = None
