"""What the two coordinates of an oval mean: one switch for the whole process.

Drawer, test click, grading, checks, previews and the command line all ask it through `geometry.wire`, so that they
cannot disagree. It was a parameter once, and half of those who read regions forgot to hand it on.
"""

from enum import StrEnum
from typing import Final


class OvalReading(StrEnum):
    """The document's sentence says centre and size, its own numbers and Canvas's editor say two corners of the box."""

    CORNERS = "corners"
    CENTRE_SIZE = "centre-size"


class OvalSwitch:
    """Set by whoever composes the program (`gui`, `cli`) out of the preferences; read by everybody else."""

    def __init__(self) -> None:
        self.reading = OvalReading.CORNERS

    def turn(self, reading: str) -> None:
        """Read and write ovals like this from now on. Raises ValueError for a reading that there is not."""
        self.reading = OvalReading(reading)


OVALS: Final = OvalSwitch()
