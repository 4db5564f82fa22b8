"""The commands of Quizwright's makers. Each does all the set-up it needs, then its job: `python3 packaging/dev.py run`.

Needs Python 3.11 to 3.13 and its standard library, nothing else. It is written so that an older Python can read it far
enough to be told that it is too old.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Callable  # noqa: UP035  # the one of collections.abc is no generic in Python 3.8

import check
import interpreter
import lock
import screen
import system_package
from environment import Environment
from setup_error import SetupError

PROJECT = Path(__file__).resolve().parent.parent
ENVIRONMENT = Environment(project=PROJECT, folder=PROJECT / ".venv")


@dataclass(frozen=True)
class Command:
    """A command: what follows its name, what it does in a line and in full, and the function that does it.

    It is known where the part of the project is that it `needs`.
    """

    arguments: str
    summary: str
    description: str
    do: Callable[[list[str]], int]
    needs: str = "pyproject.toml"


def run(arguments: list[str]) -> int:
    """Open the window on the user's library, or run a command of Quizwright."""
    system_package.ensure_libraries()
    ENVIRONMENT.prepare()
    if not arguments and not screen.is_there():
        raise SetupError(
            "All is set up, but there is no screen to open the window on: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "Start it from a desktop, or with: xvfb-run -a python3 packaging/dev.py run"
        )
    # -P: a folder `app` where the person happens to be must not stand for ours.
    return _hand_over([str(ENVIRONMENT.python), "-P", "-m", "app", *arguments])


def test(arguments: list[str]) -> int:
    """Run all checks; where Qt cannot start, those that only read the code."""
    try:
        _prepare_with_screen()
    except system_package.LibraryMissing:
        ENVIRONMENT.prepare()
        for line in check.failed_static_checks(ENVIRONMENT):
            print(line, file=sys.stderr)
        raise
    return check.run_checks(ENVIRONMENT, screen.screen(), arguments)


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, one after the other on one screen."""
    _prepare_with_screen()
    alone = ["-p", "no:xdist", "tests/benchmarks", *arguments]
    return check.run_pytest(ENVIRONMENT, screen.screen(), alone)


def gallery(arguments: list[str]) -> int:
    """Draw every screen into a folder."""
    _prepare_with_screen()
    folder = Path(arguments[0] if arguments else PROJECT / "build" / "gallery").resolve()
    place = screen.screen()
    script = "import sys, gallery; from pathlib import Path; gallery.main(Path(sys.argv[1]))"
    command = [*place.prefix, str(ENVIRONMENT.python), "-c", script, str(folder)]
    variables = {**place.variables, "PYTHONPATH": os.pathsep.join([str(PROJECT / "packaging"), str(PROJECT)])}
    return subprocess.run(command, cwd=PROJECT, env=variables, check=False).returncode


def build(arguments: list[str]) -> int:
    """Freeze the program, try it, and pack it for this system."""
    unknown = set(arguments) - {"--folder", "--packed"}
    if unknown:
        raise SetupError(f"build does not know {', '.join(sorted(unknown))}.")
    system_package.ensure_libraries()
    system_package.ensure_screen()
    builder = import_module("build")  # an old Python cannot read it
    failed: int = 0 if "--packed" in arguments else builder.frozen()
    return failed if failed or "--folder" in arguments else int(builder.packed())


def feed(arguments: list[str]) -> int:
    """Make the key of the feed, or sign the feed of a release."""
    builder = import_module("build")  # an old Python cannot read it
    builder.CLEAN.prepare()
    command = [str(builder.CLEAN.python), str(PROJECT / "packaging" / "feed.py"), *arguments]
    return subprocess.run(command, cwd=PROJECT, check=False).returncode


def renew_lock(arguments: list[str]) -> int:
    """Write the lock anew from the project file."""
    ENVIRONMENT.prepare()
    return lock.renew(ENVIRONMENT, arguments)


ALL_COMMANDS = {
    "run": Command(
        "[ARGUMENT ...]",
        "set everything up and open the window",
        "Opens the window on your library. Arguments are handed to Quizwright: a file to open, or one of its commands\n"
        "(`run help` lists them).",
        run,
    ),
    "test": Command(
        "[--long] [PYTEST ARGUMENT ...]",
        "set everything up and run all checks",
        "Runs lint, format, types, import contracts and the tests, all of them even when one fails, and names the\n"
        "command that runs a failed one alone. --long takes the large numbers of the reliability promises; everything\n"
        "else is handed to pytest: `test -k name`, `test tests/models`.",
        test,
    ),
    "bench": Command(
        "[PYTEST ARGUMENT ...]",
        "measure speed and memory against the goals",
        "Runs tests/benchmarks, one after the other. Arguments are handed to pytest.",
        bench,
        needs="tests/benchmarks",
    ),
    "gallery": Command(
        "[FOLDER]",
        "draw every screen into a folder of pictures",
        "Draws every screen and editor, light and dark, into FOLDER (build/gallery).",
        gallery,
        needs="packaging/gallery.py",
    ),
    "build": Command(
        "[--folder | --packed]",
        "freeze the program and make the installer of this system",
        "Freezes the program in an environment of its own (build/.venv, from packaging/build.lock), lets the\n"
        "frozen program try itself, and packs it into dist: a .deb on Debian, an installer on Windows, a disk image\n"
        "on macOS. --folder stops before the packing, --packed packs what was frozen before.",
        build,
        needs="packaging/quizwright.spec",
    ),
    "feed": Command(
        "key | sign VERSION PAGE FILE",
        "make or use the key that signs the news of a release",
        "key prints a new pair of keys, and the steps that put it to use. sign writes into FILE that VERSION is the\n"
        "newest and that PAGE tells of it, signed with the key in FEED_KEY; without that variable it says so and\n"
        "writes nothing. packaging/README.md tells how the key is kept.",
        feed,
        needs="packaging/feed.py",
    ),
    "lock": Command(
        "[--upgrade] [UV ARGUMENT ...]",
        "write the locks anew from pyproject.toml",
        "Resolves the dependencies for all systems and Python versions with uv, which is installed into .venv when it\n"
        "is not there. Versions stay unless pyproject.toml forbids them; --upgrade takes the newest. Arguments are\n"
        "handed to `uv pip compile`.",
        renew_lock,
    ),
}


COMMANDS = {name: command for name, command in ALL_COMMANDS.items() if (PROJECT / command.needs).exists()}


def main(words: list[str]) -> int:
    """Do the command that `words` name; return its exit code, 2 for words that are none."""
    name, arguments = (words[0], words[1:]) if words else ("", [])
    if name in ("-h", "--help", "help"):
        print(overview())
        return 0
    if name not in COMMANDS:
        print(f"There is no command {name}.\n\n{overview()}" if name else overview(), file=sys.stderr)
        return 2
    if arguments[:1] in (["-h"], ["--help"]):
        print(f"python3 packaging/dev.py {name} {COMMANDS[name].arguments}\n\n{COMMANDS[name].description}")
        return 0
    return _done(name, arguments[1:] if arguments[:1] == ["--"] else arguments)


def overview() -> str:
    """Return the help that lists every command."""
    lines = [f"  {name:<9}{command.summary}" for name, command in COMMANDS.items()]
    return "\n".join(
        [
            "python3 packaging/dev.py COMMAND [ARGUMENT ...]",
            "",
            *lines,
            "",
            "Each sets up what it needs: .venv from requirements.lock and, on Linux as root, the system packages.",
            "COMMAND --help says more.",
        ]
    )


def _done(name: str, arguments: list[str]) -> int:
    try:
        interpreter.refuse_unsuitable()
        return COMMANDS[name].do(arguments)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _prepare_with_screen() -> None:
    system_package.ensure_libraries()
    system_package.ensure_screen()
    ENVIRONMENT.prepare()


def _hand_over(command: list[str]) -> int:
    if os.name != "nt":  # on Windows, exec gives the shell back at once
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
