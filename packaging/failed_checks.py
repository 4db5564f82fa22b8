"""A plugin of pytest: the checks that failed before the tests are told in its summary, above its closing line."""

from __future__ import annotations

import os

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write one line a failed check."""
    terminalreporter.section("checks that failed")
    for line in os.environ["QUIZWRIGHT_FAILED_CHECKS"].splitlines():
        terminalreporter.line(line, red=True)
