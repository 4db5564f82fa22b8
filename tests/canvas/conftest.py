"""What every test of the client needs: scripted servers, their replies, a time of its own."""

from collections.abc import Iterator

import pytest

from tests.support.scripted import Runner, ScriptedServer, Time, Wire, serving


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with serving() as one:
        yield one


@pytest.fixture
def other_server() -> Iterator[ScriptedServer]:
    with serving() as one:
        yield one


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def run(server: ScriptedServer, time: Time) -> Runner:
    return Runner(server, time)
