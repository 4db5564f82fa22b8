"""What all tests share: the switch for the large numbers of the reliability promises."""

import gc
import sys
from ipaddress import ip_address

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest

# Machines of very different speed run these tests, so time decides nothing in them.
_PROFILE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default-run", _PROFILE, max_examples=25, derandomize=True)
settings.register_profile("long", _PROFILE, max_examples=1000)


_SWITCH_SECONDS = sys.getswitchinterval()
_STRANGERS: list[str] = []
"""Where something connected to that is not this computer: no test does (reliability.md, row 35)."""


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto") and isinstance(address := arguments[-1], tuple):
        host = str(address[0])
        if not _is_here(host):
            _STRANGERS.append(host)
            raise ConnectionRefusedError(f"a test asked for {host}")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know `--long`, which `dev.py test` hands on."""
    parser.addoption("--long", action="store_true", help="take the large numbers: more histories, kills and items")


def pytest_configure(config: pytest.Config) -> None:
    """Take few examples, always the same ones; with `--long` many, each time others."""
    settings.load_profile("long" if config.getoption("--long") else "default-run")
    gc.disable()
    sys.addaudithook(_watch)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Large numbers take minutes."""
    if config.getoption("--long"):
        for item in items:
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(3600))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None, item: pytest.Item) -> None:
    """Collect garbage here and in no other thread, as the window does (app.session.collector)."""
    strangers = [*_STRANGERS]
    _STRANGERS.clear()
    assert not strangers, f"connected to {strangers}"
    sys.setswitchinterval(_SWITCH_SECONDS)  # the window has a shorter one, with which `qWait` lets no thread run
    if QGuiApplication.instance() is not None and QGuiApplication.mouseButtons():
        QTest.mouseRelease(QWindow(), Qt.MouseButton.LeftButton)  # what was double-clicked went before it was let go
    same_file = nextitem is not None and nextitem.path == item.path
    gc.collect(1 if same_file else 2)


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Whether the large numbers were asked for."""
    return bool(request.config.getoption("--long"))


def pytest_sessionfinish() -> None:
    """Take what tests copied off the clipboard: that of the offscreen platform outlives Python."""
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
