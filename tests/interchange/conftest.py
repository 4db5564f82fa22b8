"""Reading a text as a file of a format."""

from collections.abc import Callable

import pytest

from app.interchange.material import Found, Material
from app.interchange.source import Source
from app.interchange.table import format_named

Read = Callable[[str, str], Material]


@pytest.fixture
def read() -> Read:
    """`read(format, text)` gives the one quiz of it; every question is brought in or refused, none is both."""

    def read(name: str, text: str) -> Material:
        [material] = format_named(name).material(Source("exam.txt", text.encode()))
        assert all((one.item is None) == (one.refused is not None) for one in material.found)
        return material

    return read


def losses(found: Found) -> list[str]:
    """What was lost of a question, in words."""
    return [str(loss.what) for loss in found.losses]


@pytest.fixture
def mutations(request: pytest.FixtureRequest) -> int:
    """How many broken files are tried for each format (issue: 2,000; --long: 100,000)."""
    return 100_000 if request.config.getoption("--long") else 2_000
