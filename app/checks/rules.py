"""Which rules decide what is wrong with a question: counts that were made by others are made anew."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from app.geometry.oval_reading import OVALS

_APP: Final = Path(__file__).parents[1]
_ROOMS: Final = ("checks", "grading", "models", "html", "geometry", "expressions", "matching")
"""Where the rules are, and what they stand on."""


def rules() -> str:
    """A name for those in force, as short as it is kept with each question.

    Another version of the program has others, a checkout with another source too; and ovals may be read in two ways.
    """
    return sha256(f"{_written()} {OVALS.reading}".encode()).hexdigest()[:12]


@cache
def _written() -> str:
    """Of the rules as they are written. In a bundle there are no sources, and its version tells it from all others."""
    digest = sha256(version("quizwright").encode())
    for room in _ROOMS:
        for source in sorted((_APP / room).rglob("*.py")):
            digest.update(source.read_bytes())
    return digest.hexdigest()
