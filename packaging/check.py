"""The checks of `dev.py test`: all of them run, whatever the first find; pytest has the last word."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from environment import Environment
from screen import Screen

WORKERS = 2
# What pytest does in one process only; a worker has neither the terminal nor the debugger.
IN_ONE_PROCESS = {"--pdb", "--trace", "-s", "--capture=no", "--collect-only", "--co", "--fixtures"}


@dataclass(frozen=True)
class Check:
    """One check: its name and the command that runs it alone."""

    name: str
    command: tuple[str, ...]

    def passes(self, project: Path) -> bool:
        """Run the check where it was told to, and let it speak for itself."""
        print(f"\n== {self.name}: {shown(self.command, project)}", flush=True)
        return subprocess.run(self.command, cwd=project, stdin=subprocess.DEVNULL, check=False).returncode == 0


def static_checks(environment: Environment) -> tuple[Check, ...]:
    """Return the checks that read the code and do not run it."""
    python = str(environment.python)
    return (
        Check("lint", (python, "-m", "ruff", "check")),
        Check("format", (python, "-m", "ruff", "format", "--check")),
        Check("types", (python, "-m", "mypy")),
        Check("import contracts", (str(environment.script("lint-imports")), "--no-logo")),
    )


def run_checks(environment: Environment, screen: Screen, arguments: list[str]) -> int:
    """Run every check, the tests with `arguments`; return 0 when all passed."""
    failed = failed_static_checks(environment)
    everything = ["--ignore=tests/benchmarks", "-p", "no:benchmark", *arguments]
    spread = spreading(environment, screen, arguments)
    return run_pytest(environment, screen, everything, spread=spread, failed=failed) or int(bool(failed))


def failed_static_checks(environment: Environment) -> list[str]:
    """Run the checks that read the code; return a line for each that failed, with the command that runs it alone."""
    failed = [check for check in static_checks(environment) if not check.passes(environment.project)]
    return [f"{check.name} failed; alone: {shown(check.command, environment.project)}" for check in failed]


def run_pytest(
    environment: Environment,
    screen: Screen,
    arguments: list[str],
    *,
    spread: tuple[str, ...] = (),
    failed: Sequence[str] = (),
) -> int:
    """Run pytest, in one process on `screen` or spread over workers, and return its exit code.

    What `failed` before is told again in pytest's summary, just above its closing line.
    """
    alone = [str(environment.python), "-m", "pytest", *arguments]
    print(f"\n== tests: {shown(alone, environment.project)}", flush=True)
    variables, plugin = dict(screen.variables), []
    if failed:
        variables.update(QUIZWRIGHT_FAILED_CHECKS="\n".join(failed), PYTHONPATH=str(Path(__file__).parent))
        plugin = ["-p", "failed_checks"]
    command = [*(() if spread else screen.prefix), *alone, *plugin, *spread]
    return subprocess.run(command, cwd=environment.project, env=variables, check=False).returncode


def spreading(environment: Environment, screen: Screen, arguments: list[str]) -> tuple[str, ...]:
    """Return pytest's arguments for two workers where there are two cores; none where one process was asked for.

    Each worker has a screen of its own, so that no window takes the focus from one that is being tested. One that dies
    ends the tests, and the test that it died of is named: pytest-xdist 3.8 would start it again and again without end
    where a worker has whole files (its issue 1323).
    """
    told_otherwise = any(argument in IN_ONE_PROCESS or argument.startswith("-n") for argument in arguments)
    if (os.cpu_count() or 1) < WORKERS or told_otherwise:
        return ()
    python = f"//python={shlex.join([*screen.prefix, str(environment.python)])}" if screen.prefix else ""
    return ("--dist", "loadfile", "--max-worker-restart=0", "--tx", f"{WORKERS}*popen{python}")


def shown(command: Sequence[str], project: Path) -> str:
    """Return a command as a person types it in the project's folder."""
    short = [part.replace(str(project) + os.sep, "") for part in command]
    return subprocess.list2cmdline(short) if os.name == "nt" else shlex.join(short)
