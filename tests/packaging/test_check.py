"""`dev.py test` runs every check of a small project with the real tools, and pytest has the last word."""

import os
import sys
from pathlib import Path

import check
import pytest
from environment import Environment
from screen import Screen

PYPROJECT = """\
[tool.mypy]
files = ["rooms"]
strict = true

[tool.importlinter]
root_package = "rooms"

[[tool.importlinter.contracts]]
name = "below stays below"
type = "forbidden"
source_modules = ["rooms.below"]
forbidden_modules = ["rooms.above"]
"""
GOOD = {
    "rooms/__init__.py": "",
    "rooms/above.py": "import rooms.below\n\nTWICE = 2 * rooms.below.ONE\n",
    "rooms/below.py": "ONE = 1\n",
    "tests/test_rooms.py": "def test_above() -> None:\n    assert 1 + 1 == 2\n",
    "tests/benchmarks/test_slow.py": "def test_slow() -> None:\n    raise RuntimeError\n",
}
# Only this check finds it.
BAD = {
    "lint": {"rooms/below.py": "import os\n\nONE = 1\n"},
    "format": {"rooms/below.py": "ONE  =  1\n"},
    "types": {"rooms/below.py": 'ONE: int = "1"\n'},
    "import contracts": {
        "rooms/below.py": "import rooms.above\n\nONE = rooms.above.TWO\n",
        "rooms/above.py": "TWO = 2\n",
    },
}


@pytest.fixture
def project(tmp_path: Path) -> Environment:
    """A small project without a fault, checked with the tools that run this test."""
    write(tmp_path, {"pyproject.toml": PYPROJECT, **GOOD})
    return Environment(project=tmp_path, folder=Path(sys.prefix))


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def here() -> Screen:
    return Screen((), {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})


def test_all_pass_and_benchmarks_are_left_out(project: Environment, capfd: pytest.CaptureFixture[str]) -> None:
    assert check.run_checks(project, here(), ["-n0"]) == 0
    assert " 1 passed in " in capfd.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize("name", BAD)
def test_a_failed_check_is_named_and_the_others_still_run(
    name: str, project: Environment, capfd: pytest.CaptureFixture[str]
) -> None:
    write(project.project, BAD[name])
    assert check.run_checks(project, here(), ["-n0"]) == 1
    *lines, closing = capfd.readouterr().out.splitlines()
    assert " 1 passed in " in closing
    assert {line.partition(" failed; alone: ")[0] for line in lines[-3:] if " failed; alone: " in line} == {name}


def test_a_failed_test_fails_the_whole(project: Environment, capfd: pytest.CaptureFixture[str]) -> None:
    write(project.project, {"tests/test_wrong.py": "def test_wrong() -> None:\n    raise AssertionError\n"})
    assert check.run_checks(project, here(), ["-n0"]) == 1
    assert " 1 failed, 1 passed in " in capfd.readouterr().out.splitlines()[-1]


def test_arguments_choose_the_tests(project: Environment, capfd: pytest.CaptureFixture[str]) -> None:
    write(project.project, {"tests/test_wrong.py": "def test_wrong() -> None:\n    raise AssertionError\n"})
    assert check.run_checks(project, here(), ["-n0", "-k", "above"]) == 0
    assert " 1 passed, 1 deselected in " in capfd.readouterr().out.splitlines()[-1]


def test_two_workers_share_the_files_of_tests(project: Environment, capfd: pytest.CaptureFixture[str]) -> None:
    spread = ("--dist", "loadfile", "--tx", "2*popen")
    assert check.run_pytest(project, here(), ["-p", "no:benchmark", "tests/test_rooms.py"], spread=spread) == 0
    out = capfd.readouterr().out
    assert "2 workers" in out
    assert " 1 passed in " in out.splitlines()[-1]


def test_every_worker_has_a_screen_of_its_own(project: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    worker = check.spreading(project, Screen(("xvfb-run", "-a"), {}), [])[-1]
    assert worker == f"2*popen//python=xvfb-run -a {project.python}"


@pytest.mark.timeout(90)
def test_a_worker_that_dies_ends_the_tests_and_its_test_is_named(
    project: Environment, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    fatal = "import os\n\n\ndef test_fatal() -> None:\n    os._exit(9)\n"
    write(project.project, {f"tests/test_{place}.py": fatal for place in ("first", "last")})
    spread = check.spreading(project, here(), [])
    assert check.run_pytest(project, here(), ["-p", "no:benchmark", "tests"], spread=spread) != 0
    said = capfd.readouterr().out
    assert "crashed while running 'tests/test_first.py::test_fatal'" in said
    assert " failed" in said.splitlines()[-1]


@pytest.mark.parametrize("argument", ["--pdb", "-s", "-n0"])
def test_who_needs_one_process_gets_it(argument: str, project: Environment) -> None:
    assert check.spreading(project, Screen((), {}), [argument]) == ()
