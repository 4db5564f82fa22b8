"""A program under measurement in a process of its own: what it says, and the memory it takes."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

PROJECT = Path(__file__).resolve().parents[3]
COMPILED = PROJECT / ".pytest_cache" / "d" / "compiled"
_STEP = 0.005
"""Seconds between two looks at the memory."""


class Child:
    """Starts `python arguments` in the project's folder; leaving the context ends it and demands that it went well."""

    def __init__(
        self, arguments: Sequence[str], variables: Mapping[str, str] | None = None, *, python: str = sys.executable
    ) -> None:
        self.started = time.monotonic()
        self._process = subprocess.Popen(
            [python, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            env=environment() | dict(variables or {}),
        )
        self._looks_at = psutil.Process(self._process.pid)
        self._peak = 0.0
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._watcher.join()
        if error is not None:
            self._process.kill()
        self._process.communicate("\n", timeout=30)
        assert error is not None or self._process.returncode == 0

    def said(self) -> dict[str, object]:
        """The next line, which is JSON."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the program ended without a word"
        words: dict[str, object] = json.loads(line)
        return words

    def tell(self) -> None:
        """Let it go on: it waits for a line."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    @property
    def megabytes(self) -> float:
        """What it has in memory now (resident set, 10^6 bytes)."""
        return float(self._looks_at.memory_info().rss) / 1e6

    @property
    def peak_megabytes(self) -> float:
        """The most that it was seen to have."""
        return max(self._peak, self.megabytes)

    def _watch(self) -> None:
        while not self._done.wait(_STEP):
            try:
                self._peak = max(self._peak, self.megabytes)
            except psutil.NoSuchProcess:
                return


def environment() -> dict[str, str]:
    """What is installed is compiled: a checkout where Python may keep nothing would compile itself at each start."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return inherited | {"PYTHONPYCACHEPREFIX": str(COMPILED)}
