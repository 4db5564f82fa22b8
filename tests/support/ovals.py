"""The other reading of ovals, for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.geometry.oval_reading import OVALS, OvalReading


@contextmanager
def ovals_read_as(reading: str = OvalReading.CENTRE_SIZE) -> Iterator[None]:
    """Turn the switch, and turn it back however the block ends and whoever turned it meanwhile."""
    before = OVALS.reading
    OVALS.turn(reading)
    try:
        yield
    finally:
        OVALS.turn(before)
