"""The source of the program as syntax trees, for the rules that import contracts cannot tell."""

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder with `pyproject.toml`."""
    return PROJECT


@pytest.fixture(scope="session")
def trees() -> Mapping[str, ast.Module]:
    """Every module of `app` by its path in the project, with `/` on every system."""
    files = sorted((PROJECT / "app").rglob("*.py"))
    return {file.relative_to(PROJECT).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}
