"""The data folder of a sandbox: its state survives a restart and a kill.

`state.json` is the state at the last start; each request adds one line to `changes.jsonl`. A line that a kill cut off
is dropped on the next start, together with nothing that was ever answered.
"""

import json
import os
from pathlib import Path
from typing import TextIO

from filelock import FileLock, Timeout

from app.sandbox.media import FolderMedia
from app.sandbox.state import Change, State


class FolderBusy(Exception):
    """Another sandbox runs on the same folder."""


class Folder:
    """The files of one sandbox; `close` gives the folder free."""

    def __init__(self, path: Path) -> None:
        """Raises FolderBusy, and OSError where the folder cannot be written."""
        path.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(path / "lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise FolderBusy(f"Another sandbox runs on {path}") from error
        self._state = path / "state.json"
        self._changes = path / "changes.jsonl"
        self.media = FolderMedia(path / "media")
        self._log: TextIO | None = None

    def load(self) -> State | None:
        """The state that was left here, or None in a new folder."""
        if not self._state.exists():
            return None
        state = State.load(json.loads(self._state.read_text(encoding="utf-8")))
        for line in self._whole_lines():
            state.apply(json.loads(line))
        return state

    def _whole_lines(self) -> list[str]:
        if not self._changes.exists():
            return []
        lines = self._changes.read_text(encoding="utf-8", errors="replace").split("\n")
        return [line for line in lines[:-1] if line]

    def start(self, state: State) -> None:
        """Write the whole state down and begin a new list of changes.

        A kill between the two steps leaves changes that the state has already; applying them again changes nothing.
        """
        beside = self._state.with_suffix(".part")
        beside.write_text(json.dumps(state.dump()), encoding="utf-8")
        os.replace(beside, self._state)
        self._log = self._changes.open("w", encoding="utf-8")

    def append(self, changes: list[Change]) -> None:
        """Write down what one request changed."""
        if self._log is not None:
            self._log.write(json.dumps(changes) + "\n")
            self._log.flush()

    def close(self) -> None:
        if self._log is not None:
            self._log.close()
        self._lock.release()
