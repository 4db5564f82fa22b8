"""The locks: exact versions and hashes of all dependencies, the same files for all systems and Pythons of ours."""

from __future__ import annotations

import subprocess

from environment import Environment
from setup_error import SetupError

LOCKS = {"dev": "requirements.lock", "build": "packaging/build.lock"}
"""Group of dependencies → its lock: what tests need stays out of what is frozen."""
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
    for group, file in LOCKS.items():
        command = [python, "-m", *COMPILE, "--group", group, "-o", file, *arguments]
        failed = subprocess.run(command, cwd=environment.project, check=False).returncode
        if failed:
            return failed
    return 0
