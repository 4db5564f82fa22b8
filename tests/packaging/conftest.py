"""A small project that is set up for real, without a network: its lock is empty and its build backend its own."""

import sys
from pathlib import Path

import pytest
from environment import Environment

PYPROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "small"
version = "1"
"""

# The least that the standard asks of a backend for editable installs.
BACKEND = """\
import os
import zipfile

METADATA = "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n"
WHEEL = "Wheel-Version: 1.0\\nGenerator: small\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"


def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "small-1-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("small.pth", os.getcwd() + "\\n")
        wheel.writestr("small-1.dist-info/METADATA", METADATA)
        wheel.writestr("small-1.dist-info/WHEEL", WHEEL)
        wheel.writestr("small-1.dist-info/RECORD", "")
    return name


def build_wheel(folder, config_settings=None, metadata_directory=None):
    raise NotImplementedError
"""


@pytest.fixture(scope="session")
def project() -> Path:
    """Quizwright's own folder."""
    return Path(__file__).resolve().parents[2]


def small_project(folder: Path) -> Environment:
    """Write a project of one module, `answer`, that needs nothing; return its environment, which is not made yet."""
    folder.mkdir()
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    (folder / "answer.py").write_text("print(6 * 7)\n", encoding="utf-8")
    (folder / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    return Environment(project=folder, folder=folder / ".venv")


@pytest.fixture
def without_ensurepip(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python whose ensurepip is packaged apart, as Debian's; environments are made faster there, too."""
    monkeypatch.setitem(sys.modules, "ensurepip", None)


@pytest.fixture
def fresh(tmp_path: Path) -> Environment:
    """The environment of a small project, not made yet."""
    return small_project(tmp_path.resolve() / "small project")


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The environment of a small project on which one test after the other is made."""
    return small_project(tmp_path_factory.mktemp("standing").resolve() / "small project")


@pytest.fixture
def made(standing: Environment, without_ensurepip: None) -> Environment:
    """The environment of a small project, set up; a file `first` in it tells whether it is still the same one."""
    standing.prepare()
    (standing.folder / "first").touch()
    return standing


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH; scripts put there write how they were called."""
    folder = tmp_path / "commands"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def recorded_apt(commands: Path) -> None:
    """A PATH with an apt that only writes down how it was called, and knows every package."""
    for name in ("apt-get", "apt-cache"):
        record(commands / name)


def record(command: Path) -> None:
    """Put a command into the PATH that adds its words to the file `calls` beside it, a JSON line a call."""
    command.write_text(
        f"#!{sys.executable}\n"
        "import json, os, sys\n"
        "log = os.path.join(os.path.dirname(sys.argv[0]), 'calls')\n"
        "words = [os.path.basename(sys.argv[0]), *sys.argv[1:]]\n"
        "with open(log, 'a') as calls:\n"
        "    calls.write(json.dumps(words) + '\\n')\n",
        encoding="utf-8",
    )
    command.chmod(0o755)
