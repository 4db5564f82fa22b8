"""Each import contract of `pyproject.toml` is broken by the import that it is there to refuse."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

LINT_IMPORTS = str(Path(sys.executable).with_name("lint-imports"))
# The contract, and a module that breaks it: what it imports.
VIOLATIONS = [
    ("A room imports only rooms below it", "models/upward.py", "import app.library"),
    ("A room imports only rooms below it", "canvas/aside.py", "import app.library"),
    ("A room imports only rooms below it", "unknown_room.py", ""),
    ("No import circles, in any room", "ui/circle/there.py", "import app.ui.back.again"),
    ("Qt stays in ui, session and gui", "sync/drawing.py", "from PySide6.QtGui import QImage"),
    ("Qt stays in ui, session and gui", "cli/loop.py", "import qasync"),
    ("HTTP stays in canvas", "sync/request.py", "import httpx"),
    ("SQLite stays in library", "session/query.py", "import apsw"),
    ("The sandbox is started by the command line and the window alone", "sync/server.py", "import app.sandbox"),
    ("The sandbox knows nothing of the house", "sandbox/reading.py", "import app.models"),
]


def broken(project: Path) -> set[str]:
    """Return the names of the contracts that `project` breaks, as the command tells them."""
    command = [LINT_IMPORTS, "--no-logo", "--no-cache"]
    told = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False).stdout
    assert "Contracts:" in told, told
    return {line.removesuffix(" BROKEN") for line in told.splitlines() if line.endswith(" BROKEN")}


@pytest.fixture
def rooms(project: Path, tmp_path: Path) -> Path:
    """A project with the contracts of ours, its rooms and its single modules, all empty."""
    shutil.copy(project / "pyproject.toml", tmp_path)
    for folder in [project / "app", *(path for path in (project / "app").iterdir() if path.is_dir())]:
        if (folder / "__init__.py").exists():
            write(tmp_path / folder.relative_to(project) / "__init__.py", "")
    for module in (project / "app").glob("*.py"):
        write(tmp_path / "app" / module.name, "")
    return tmp_path


def write(file: Path, source: str) -> None:
    """Write a module, and make its folder a package."""
    file.parent.mkdir(parents=True, exist_ok=True)
    (file.parent / "__init__.py").touch()
    file.write_text(source, encoding="utf-8")


def test_empty_rooms_break_no_contract(rooms: Path) -> None:
    assert broken(rooms) == set()


@pytest.mark.parametrize(("contract", "module", "source"), VIOLATIONS, ids=[module for _, module, _ in VIOLATIONS])
def test_a_contract_refuses_what_it_names(rooms: Path, contract: str, module: str, source: str) -> None:
    write(rooms / "app" / "ui" / "back" / "again.py", "import app.ui.circle.there")
    write(rooms / "app" / module, source)
    assert broken(rooms) == {contract}


def test_every_contract_is_tried(project: Path) -> None:
    settings = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    names = {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}
    assert names == {name for name, _, _ in VIOLATIONS}
