"""The command line in this process, with a library of its own and, where asked for, a sandbox Canvas."""

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from app import paths
from app.cli.main import main
from app.cli.table import TOKEN_VARIABLE
from app.sandbox.server import SandboxServer

TRUE_FALSE = {
    "points_possible": 2,
    "x_row": {"kept": True},
    "entry": {
        "title": "Bees",
        "item_body": "<p>Bees dance.</p>",
        "interaction_type_slug": "true-false",
        "interaction_data": {"true_choice": "True", "false_choice": "False"},
        "properties": {},
        "scoring_data": {"value": True},
        "scoring_algorithm": "Equivalence",
        "x_entry": [1, {"deep": None}],
    },
}


def titled(title: str, **row: object) -> dict[str, Any]:
    """A question without problems."""
    return {**TRUE_FALSE, **row, "entry": {**TRUE_FALSE["entry"], "title": title}}  # type: ignore[dict-item]


def hot_spot(picture: str) -> dict[str, Any]:
    """A hot spot without problems; `picture` is a file or an address."""
    area = {"id": "1", "type": "square", "coordinates": [{"x": 0.1, "y": 0.1}, {"x": 0.5, "y": 0.5}]}
    return {
        "points_possible": 1,
        "entry": {
            "title": "Leaf",
            "item_body": "<p>Click the leaf.</p>",
            "interaction_type_slug": "hot-spot",
            "interaction_data": {"image_url": picture, "hotspots_count": 1},
            "properties": {},
            "scoring_data": {"value": [area]},
            "scoring_algorithm": "HotSpot",
        },
    }


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  (whatever the command prints)
        return json.loads(self.out)


@dataclass
class CommandLine:
    """Runs commands; `server` and `token` are what Canvas commands are given."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    library: str = "library"

    def __call__(self, *words: str, stdin: str = "", token: str | None = None) -> Ended:
        if token is not None:
            self.monkeypatch.setenv(TOKEN_VARIABLE, token)
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        self.capsys.readouterr()
        code = main(["--library", str(self.folder / self.library), *words])
        said = self.capsys.readouterr()
        return Ended(code, said.out, said.err)

    def json(self, *words: str, stdin: str = "", token: str | None = None) -> Any:  # noqa: ANN401
        """What a command that does its job prints for scripts."""
        ended = self(*words, "--json", stdin=stdin, token=token)
        assert ended.code == 0, ended
        return ended.json

    def put(self, quiz: str, *items: object) -> Any:  # noqa: ANN401
        """Put items through stdin."""
        return self.json("put", quiz, "-", stdin=json.dumps(list(items)))

    def on(self, server: SandboxServer, *words: str) -> Ended:
        """A command of Canvas with the variable."""
        return self("--canvas", server.url, *words, "--json", token=server.token)


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)
    monkeypatch.setattr(paths, "preferences_file", lambda: tmp_path / "preferences.json")
    return CommandLine(tmp_path, capsys, monkeypatch)


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


class MemoryKeyring(KeyringBackend):
    """A keychain that lives as long as a test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[(service, username)]


@pytest.fixture(autouse=True)
def no_keychain() -> Iterator[None]:
    """Never the keychain of the person who runs the tests."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture
def keychain(no_keychain: None) -> MemoryKeyring:
    one = MemoryKeyring()
    keyring.set_keyring(one)
    return one


@pytest.fixture
def quiz(cli: CommandLine) -> str:
    """A local quiz with two questions."""
    made: str = cli.json("new", "Bees")["id"]
    cli.put(made, titled("a"), titled("b"))
    return made


@pytest.fixture
def synced(cli: CommandLine, server: SandboxServer, quiz: str) -> str:
    assert cli.on(server, "sync", quiz, "--course", server.course_id).code == 0
    return quiz
