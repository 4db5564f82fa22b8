"""On Linux, what Qt needs is installed where we may; else the person is told the one command."""

import json
import os
import sys
from pathlib import Path

import pytest
import system_package
from setup_error import SetupError

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings everything along elsewhere")


def calls(commands: Path) -> list[list[str]]:
    """Return the words of every call of the recorded commands."""
    log = commands / "calls"
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without a library that Qt needs; its package has another name in newer releases."""
    monkeypatch.setitem(system_package.LIBRARIES, "libquizwright-none.so.9", "libglib2.0-0")


def may_install(monkeypatch: pytest.MonkeyPatch, *, root: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)


def test_the_machine_of_the_tests_has_every_library() -> None:
    assert system_package.missing_libraries() == []


@pytest.mark.usefixtures("recorded_apt")
def test_nothing_is_called_where_nothing_is_missing(commands: Path) -> None:
    system_package.ensure_libraries()
    assert calls(commands) == []


@pytest.mark.usefixtures("lacking", "recorded_apt")
def test_root_installs_what_is_missing_after_an_update(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_install(monkeypatch, root=True)
    with pytest.raises(SetupError, match=r"libquizwright-none\.so\.9"):
        system_package.ensure_libraries()
    words = [call for call in calls(commands) if call[0] == "apt-get"]
    assert words[0][-1] == "update"
    assert words[1][-3:] == ["--yes", "--no-install-recommends", "libglib2.0-0t64"]


@pytest.mark.usefixtures("lacking", "recorded_apt")
def test_who_may_not_install_is_told_the_command(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_install(monkeypatch, root=False)
    with pytest.raises(SetupError, match=r"apt-get install --no-install-recommends libglib2\.0-0t64\n"):
        system_package.ensure_libraries()
    assert [call[0] for call in calls(commands)] == ["apt-cache"]


@pytest.mark.usefixtures("lacking", "commands")
def test_a_system_without_apt_is_told_the_library() -> None:
    with pytest.raises(SetupError, match=r"missing here: libquizwright-none\.so\.9\. Install them with the package"):
        system_package.ensure_libraries()


@pytest.mark.usefixtures("recorded_apt")
def test_root_installs_a_screen_for_the_tests(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_install(monkeypatch, root=True)
    system_package.ensure_screen()
    assert {"xvfb", "xauth"} <= set(calls(commands)[1])


@pytest.mark.usefixtures("recorded_apt")
def test_others_go_on_without_a_screen(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_install(monkeypatch, root=False)
    system_package.ensure_screen()
    assert calls(commands) == []
