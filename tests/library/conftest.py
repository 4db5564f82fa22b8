"""A library in a folder of its own, with a clock that stands until it is moved."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from app.library.library import Library
from tests.support.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(folder, clock=clock) as opened:
        yield opened


@pytest.fixture
def reopened(library: Library, folder: Path, clock: Clock) -> Callable[[], Library]:
    """Closes the library and opens it again, as a restart does."""

    def again() -> Library:
        library.close()
        return Library.open(folder, clock=clock)

    return again


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout, from which other processes import what these tests do."""
    return Path(__file__).parents[2]


@pytest.fixture
def in_a_thread() -> Callable[[Callable[[], None]], None]:
    """Does something in another thread and waits for its end."""

    def done(work: Callable[[], None]) -> None:
        thread = Thread(target=work)
        thread.start()
        thread.join()

    return done
