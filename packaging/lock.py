"""The lock: exact versions and hashes of all dependencies, the same file for every system and every Python of ours."""

from __future__ import annotations

import subprocess

from environment import Environment
from setup_error import SetupError

COMPILE = (
    "uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-emit-index-url", "--no-header", "--quiet", "--group", "dev", "pyproject.toml", "-o", "requirements.lock",
)  # fmt: skip


def renew(environment: Environment, arguments: list[str]) -> int:
    """Resolve `pyproject.toml` into the lock; return uv's exit code. Raises SetupError where uv cannot be had."""
    python = str(environment.python)
    there = subprocess.run([python, "-m", "uv", "--version"], capture_output=True, check=False).returncode == 0
    if not there and subprocess.run(environment.pip("install", "--quiet", "uv"), check=False).returncode:
        raise SetupError("uv could not be installed; pip's own words stand above.")
    return subprocess.run([python, "-m", *COMPILE, *arguments], cwd=environment.project, check=False).returncode
