"""The command as a process: signals, pipes, the environment, and what it loads."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.__main__ import opens_window
from app.cli.table import COMMANDS
from app.sandbox.server import SandboxServer
from tests.cli.conftest import TRUE_FALSE, CommandLine

HOUSE = Path(__file__).parents[2]
NO_KEYCHAIN = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "PYTHONPATH": str(HOUSE)}


def started(folder: Path, *words: str, token: str = "", **pipes: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "app", "--library", str(folder / "library"), *words]
    variables = {**os.environ, **NO_KEYCHAIN, "QUIZWRIGHT_TOKEN": token}
    heard = _hears_ctrl_c if os.name == "posix" else None
    return subprocess.Popen(command, text=True, env=variables, cwd=folder, preexec_fn=heard, **pipes)  # type: ignore[call-overload,no-any-return]


def _hears_ctrl_c() -> None:
    """As in a terminal: what a shell runs in the background has been told to ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def slow_server() -> Iterator[SandboxServer]:
    with SandboxServer(latency_ms=100) as server:
        yield server


def test_ctrl_c_stops_a_sync_cleanly_and_the_next_one_finishes_it(
    cli: CommandLine, slow_server: SandboxServer, tmp_path: Path
) -> None:
    cli("new", "Bees")
    cli.put("Bees", *(TRUE_FALSE for _ in range(40)))
    words = ["--canvas", slow_server.url, "sync", "Bees", "--course", slow_server.course_id]
    process = started(tmp_path, *words, token=slow_server.token, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stderr is not None
    while "new questions" not in process.stderr.readline():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, "Traceback" in err) == (130, "", False)
    assert cli.on(slow_server, "sync", "Bees").code == 0
    canvas_id = cli.json("show", "Bees")["quiz"]["canvas_id"]
    assert len(slow_server.core.items(slow_server.course_id, canvas_id)) == 40


def test_a_reader_that_goes_away_is_no_error(cli: CommandLine, tmp_path: Path) -> None:
    cli("new", "Bees")
    process = started(tmp_path, "list", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(timeout=30) == 0
    process.stderr.close()


def test_a_sandbox_tells_where_it_is_and_stops_at_ctrl_c(cli: CommandLine, tmp_path: Path) -> None:
    process = started(tmp_path, "sandbox", stdout=subprocess.PIPE)
    assert process.stdout is not None
    told = json.loads(process.stdout.readline())
    courses = cli("--canvas", told["url"], "courses", "--json", token=told["token"]).json
    assert told["course_id"] in [course["id"] for course in courses]
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=30)
    assert (process.returncode, rest) == (130, "")


def test_no_command_loads_qt_and_none_but_the_sandbox_loads_it(tmp_path: Path, server: SandboxServer) -> None:
    """One process does every command but `sandbox`, then looks at what was loaded."""
    (tmp_path / "bees.json").write_text(json.dumps(TRUE_FALSE))
    told = subprocess.run(
        [sys.executable, "-c", EVERY_COMMAND, server.url, server.token],
        env={**os.environ, **NO_KEYCHAIN}, cwd=tmp_path, text=True, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    loaded = json.loads(told.stdout.splitlines()[-1])
    assert loaded["commands"] == sorted(COMMANDS.keys() - {"sandbox"})
    assert loaded["unwanted"] == []


EVERY_COMMAND = """
import json, os, sys, io
from app.cli.main import main
url, token = sys.argv[1:]
done = set()
def do(*words, code=0):
    os.environ["QUIZWRIGHT_TOKEN"] = token
    ended = main(["--library", "lib", "--canvas", url, *words])
    assert ended == code, (words, ended)
    assert "QUIZWRIGHT_TOKEN" not in os.environ
    done.add(words[0])
do("new", "Bees"); do("put", "Bees", "bees.json"); do("list"); do("show", "Bees"); do("check", "Bees")
open("responses.json", "w").write("{}"); do("grade", "Bees", "responses.json")
do("export", "Bees", "--to", "bees.quizwright"); do("import", "bees.quizwright", "--into", "Bees"); do("formats")
do("courses"); do("sync", "Bees", "--course", "1"); do("pull", "--course", "1")
do("copy", "Bees", "--to-course", "2", "--dry-run"); do("submissions", "Bees")
do("report", "Bees", "--to", "questions.csv")
do("accommodate", "--course", "1", "--student", "1", "--minutes", "5", code=4)
do("extend", "--course", "1", "--student", "1", "--minutes", "5", code=4)
do("score", "--send"); do("forget"); do("service")
do("move", "moved.zip"); do("take-back"); do("take-over", "moved.zip")
sys.stdin = io.StringIO(token); do("connect", url, code=1)
do("backup", "copy.zip"); do("restore", "copy.zip"); do("delete", "Bees")
names = ("PySide6", "shiboken6", "qasync", "app.sandbox")
unwanted = [name for name in sys.modules if name.startswith(names)]
print(json.dumps({"commands": sorted(done), "unwanted": unwanted}))
"""


def test_the_list_is_told_without_models_and_without_http(cli: CommandLine, tmp_path: Path) -> None:
    cli("new", "Bees")
    words = 'from app.cli.main import main; main(["--library", "library", "list"])'
    code = f'import sys; {words}; print("pydantic" in sys.modules, "httpx" in sys.modules)'
    told = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **NO_KEYCHAIN}, cwd=tmp_path, text=True, capture_output=True,
        check=True,
    )  # fmt: skip
    assert told.stdout.splitlines()[-1] == "False False"


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--library", "folder"], True),
        (["bees.quizwright"], True),
        (["--library", "list", "bees.quizwright"], True),
        (["list"], False),
        (["--json", "list"], False),
        (["--library", "folder", "--canvas", "url", "sync", "bees.quizwright"], False),
        (["--help"], False),
        (["lst"], False),
        (["--library=folder"], True),
        (["--library"], False),
        (["--lib", "folder"], False),
        (["--wrong", "bees.quizwright"], False),
    ],
)
def test_files_or_nothing_open_the_window_and_commands_do_not(arguments: list[str], window: bool) -> None:
    assert opens_window(arguments) is window
