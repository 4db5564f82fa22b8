"""The words of `dev.py`: what its help lists, and what it answers to words that it does not know."""

import subprocess
import sys
from pathlib import Path

import dev
import pytest


def told(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Start `dev.py` as a person does, from another folder."""
    command = [sys.executable, str(project / "packaging" / "dev.py"), *words]
    return subprocess.run(command, cwd=project.parent, capture_output=True, text=True, check=False)


def test_help_lists_every_command(project: Path) -> None:
    answer = told(project, "--help")
    assert answer.returncode == 0
    assert [line.split()[0] for line in answer.stdout.splitlines() if line.startswith("  ")] == list(dev.COMMANDS)


@pytest.mark.parametrize("words", [(), ("biuld",)])
def test_unknown_words_are_answered_with_the_help(project: Path, words: tuple[str, ...]) -> None:
    answer = told(project, *words)
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert "COMMAND" in answer.stderr
    assert all(f"There is no command {word}." in answer.stderr for word in words)


@pytest.mark.parametrize("name", dev.COMMANDS)
def test_every_command_tells_what_it_does_and_does_nothing(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([name, "--help"]) == 0
    heading, _, *description = capsys.readouterr().out.splitlines()
    assert heading.startswith(f"python3 packaging/dev.py {name} ")
    assert description


def test_the_check_of_every_commit_is_the_test_command(project: Path) -> None:
    lines = (project / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec python3 packaging/dev.py test"
