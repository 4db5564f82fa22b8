"""Tests draw on an invisible screen, whatever desktop they are started from."""

import sys
from pathlib import Path

import pytest
import screen


@pytest.fixture(autouse=True)
def on_a_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")


@pytest.fixture
def with_xvfb(commands: Path) -> None:
    for name in ("xvfb-run", "xauth"):
        (commands / name).touch(mode=0o755)


@pytest.mark.usefixtures("with_xvfb")
@pytest.mark.skipif(sys.platform == "win32", reason="no X there")
def test_xvfb_hides_the_windows_where_it_is_installed() -> None:
    found = screen.screen()
    assert found.prefix[:2] == ("xvfb-run", "-a")
    assert found.variables["QT_QPA_PLATFORM"] == "xcb"
    assert not {"DISPLAY", "WAYLAND_DISPLAY"} & set(found.variables)


@pytest.mark.usefixtures("commands")
def test_qt_hides_the_windows_elsewhere() -> None:
    found = screen.screen()
    assert found.prefix == ()
    assert found.variables["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.usefixtures("with_xvfb")
def test_who_names_a_platform_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    found = screen.screen()
    assert found.prefix == ()
    assert found.variables["QT_QPA_PLATFORM"] == "minimal"
    assert found.variables["DISPLAY"] == ":0"


def test_a_linux_without_a_display_has_no_screen_for_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert screen.is_there()
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("WAYLAND_DISPLAY", "")
    assert not screen.is_there()
