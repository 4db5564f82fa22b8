"""Sandboxes for tests: the pure core behind a small client, and a served one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from app.sandbox.core import Sandbox
from app.sandbox.exchange import Json
from app.sandbox.server import SandboxServer
from tests.support.core_client import Client, Clock, Questions

_ENTRIES = Path(__file__).with_name("entries.json")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(clock: Clock) -> Callable[..., Client]:
    """Makes a client of a fresh core: `make(faults={…}, seed=1)`."""

    def made(*, seed: int = 0, **options: Json) -> Client:
        core = Sandbox(clock=clock, rng=Random(seed), **options)
        return Client(core, clock, core.token())

    return made


@pytest.fixture
def client(make: Callable[..., Client]) -> Client:
    return make()


@pytest.fixture
def quiz(client: Client) -> str:
    """The id of an empty quiz in course 1."""
    created = client.json("POST", "/api/quiz/v1/courses/1/quizzes", {"quiz": {"title": "Cells"}})
    return str(created["id"])


@pytest.fixture
def ask(clock: Clock, make: Callable[..., Client]) -> Callable[..., Questions]:
    """Makes an empty quiz on a fresh core: `ask(faults={…})`."""

    def asked(**options: Json) -> Questions:
        client = make(**options)
        quiz = client.core.add_quiz("1", {"title": "Cells"})
        path = f"/api/quiz/v1/courses/1/quizzes/{quiz}/items"
        return Questions(client, path, json.loads(_ENTRIES.read_text(encoding="utf-8")))

    return asked


@pytest.fixture
def questions(ask: Callable[..., Questions]) -> Questions:
    return ask()


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running
