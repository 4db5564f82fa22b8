"""The environment is made once, kept while it is true, brought up to date with the lock, and made anew when broken."""

import subprocess
import sys
from collections.abc import Callable

import interpreter
import pytest
from environment import Environment
from setup_error import SetupError


def answer(environment: Environment) -> str:
    """Run the small project's module with its environment, from anywhere."""
    command = [str(environment.python), "-P", "-m", "answer"]
    return subprocess.run(command, cwd="/", capture_output=True, text=True, check=False).stdout.strip()


def interrupt(environment: Environment) -> None:
    environment.unfinished.touch()


def lose_interpreter(environment: Environment) -> None:
    environment.python.unlink()


def lose_package(environment: Environment) -> None:
    next(environment.folder.rglob("small.pth")).unlink()


def spoil_interpreter(environment: Environment) -> None:
    environment.stamp.unlink()
    environment.python.unlink()
    environment.python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    environment.python.chmod(0o755)


@pytest.mark.usefixtures("without_ensurepip")
def test_a_bare_python_gets_an_environment_in_which_the_project_runs(fresh: Environment) -> None:
    fresh.prepare()
    assert answer(fresh) == "42"
    assert fresh.is_ready()


@pytest.mark.usefixtures("without_ensurepip")
def test_an_environment_is_made_in_a_folder_that_is_not_there_yet(fresh: Environment) -> None:
    inner = Environment(project=fresh.project, folder=fresh.project / "build" / "inner")
    inner.prepare()
    assert answer(inner) == "42"


@pytest.mark.skipif(not interpreter.has("ensurepip"), reason="this Python has its ensurepip packaged apart")
def test_a_python_with_ensurepip_makes_an_environment_with_pip(fresh: Environment) -> None:
    fresh.prepare()
    assert fresh.pip()[0] == str(fresh.python)


def test_a_second_set_up_starts_no_program(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a program was started")

    monkeypatch.setattr(subprocess, "run", refuse)
    made.prepare()
    assert made.is_ready()


@pytest.mark.parametrize("file", ["requirements.lock", "pyproject.toml"])
def test_a_changed_file_brings_the_same_environment_up_to_date(made: Environment, file: str) -> None:
    with (made.project / file).open("a", encoding="utf-8") as text:
        text.write("# changed\n")
    assert not made.is_ready()
    made.prepare()
    assert made.is_ready()
    assert (made.folder / "first").exists()


def test_other_line_ends_are_no_change(made: Environment) -> None:
    lock = made.project / "requirements.lock"
    lock.write_bytes(lock.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert made.is_ready()


@pytest.mark.skipif(sys.platform == "win32", reason="takes files away that Windows holds")
@pytest.mark.parametrize("damage", [interrupt, lose_interpreter, lose_package, spoil_interpreter])
def test_a_broken_environment_is_made_anew(made: Environment, damage: Callable[[Environment], None]) -> None:
    damage(made)
    made.prepare()
    assert answer(made) == "42"
    assert not (made.folder / "first").exists()


@pytest.mark.usefixtures("without_ensurepip")
def test_a_moved_project_makes_its_environment_anew(fresh: Environment) -> None:
    fresh.prepare()
    elsewhere = fresh.project.with_name("elsewhere")
    fresh.project.rename(elsewhere)
    moved = Environment(project=elsewhere, folder=elsewhere / ".venv")
    moved.prepare()
    assert answer(moved) == "42"


def test_an_environment_made_by_hand_is_kept(made: Environment) -> None:
    made.stamp.unlink()
    made.prepare()
    assert made.is_ready()
    assert (made.folder / "first").exists()


@pytest.mark.usefixtures("without_ensurepip")
def test_a_package_that_does_not_match_the_lock_is_refused(fresh: Environment) -> None:
    (fresh.project / "requirements.lock").write_text("./nothing.whl\n", encoding="utf-8")
    with pytest.raises(SetupError, match="packages could not be installed"):
        fresh.prepare()
    assert not fresh.is_ready()


def test_a_python_that_lives_in_the_broken_environment_says_so(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.unfinished.touch()
    monkeypatch.setattr(sys, "prefix", str(made.folder))
    with pytest.raises(SetupError, match="Python of your system"):
        made.prepare()
