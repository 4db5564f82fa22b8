"""The locks: exact versions and hashes of all dependencies, the same files for all systems and Pythons of ours."""

from __future__ import annotations

import subprocess

from environment import Environment
from setup_error import SetupError

LOCKS = {"dev": ("requirements.lock",), "build": ("packaging/build.lock", "-c", "requirements.lock")}
"""Group of dependencies → its lock: what is frozen lacks what tests need, and has the versions that are tested."""
COMPILE = (
    "uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-emit-index-url", "--no-header", "--quiet", "pyproject.toml",
)  # fmt: skip


def renew(environment: Environment, arguments: list[str]) -> int:
    """Resolve `pyproject.toml` into the locks; return uv's exit code. Raises SetupError where uv cannot be had."""
    python = str(environment.python)
    there = subprocess.run([python, "-m", "uv", "--version"], capture_output=True, check=False).returncode == 0
    if not there and subprocess.run(environment.pip("install", "--quiet", "uv"), check=False).returncode:
        raise SetupError("uv could not be installed; pip's own words stand above.")
    for group, lock in LOCKS.items():
        command = [python, "-m", *COMPILE, "--group", group, "-o", *lock, *arguments]
        failed = subprocess.run(command, cwd=environment.project, check=False).returncode
        if failed:
            return failed
    return 0
