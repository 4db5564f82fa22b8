"""A Python that is too old or too new, or a system that Qt does not run on, is told so in a sentence."""

import ast
import platform
import sys
from pathlib import Path

import interpreter
import pytest
from setup_error import SetupError


def test_this_python_is_suitable() -> None:
    interpreter.refuse_unsuitable()


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 14, 0)])
def test_another_python_is_refused_by_its_number(version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SetupError, match=rf"needs Python 3\.11, 3\.12 or 3\.13; this is Python 3\.{version[1]}\."):
        interpreter.refuse_unsuitable()


@pytest.mark.parametrize("library", [("glibc", "2.31"), ("", "")])
def test_a_linux_that_qt_does_not_run_on_is_refused(library: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "libc_ver", lambda: library)
    with pytest.raises(SetupError, match=r"glibc 2\.34 or newer"):
        interpreter.refuse_unsuitable()


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_dev_can_be_read_by_a_python_that_is_too_old(project: Path, version: tuple[int, int]) -> None:
    for file in sorted((project / "packaging").glob("*.py")):
        ast.parse(file.read_text(encoding="utf-8"), feature_version=version)  # raises SyntaxError
