"""The command line as a person has it in a terminal: every command a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).parents[2]
ENVIRONMENT = {"PYTHONPATH": str(HOUSE), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


class Terminal:
    """Runs commands against one sandbox, each with the library that is named."""

    def __init__(self, folder: Path, sandbox: dict[str, str]) -> None:
        self.folder, self.sandbox = folder, sandbox
        self.said: list[str] = []

    def __call__(self, library: str, *words: str) -> Any:  # noqa: ANN401  (whatever the command prints)
        ended = subprocess.run(
            command("--library", library, "--canvas", self.sandbox["url"], "--json", *words),
            env={**os.environ, **ENVIRONMENT, "QUIZWRIGHT_TOKEN": self.sandbox["token"]},
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert ended.returncode == 0, ended
        self.said += [ended.stdout, ended.stderr]
        return json.loads(ended.stdout)


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "app", *words]
