"""The project's own Python environment: made from the hashed lock, kept while it is true, made anew when it is broken.

A stamp in the environment says from what it was made. While the stamp holds, nothing is started and nothing is asked of
the network, so that a second `run` begins at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import interpreter
import system_package
from setup_error import SetupError

WINDOWS = os.name == "nt"


@dataclass(frozen=True)
class Environment:
    """One environment folder (`.venv`) and the project folder whose `lock`, a path in it, fills it."""

    project: Path
    folder: Path
    lock: str = "requirements.lock"

    @property
    def python(self) -> Path:
        """The interpreter of the environment."""
        return self.script("python")

    @property
    def stamp(self) -> Path:
        """The file that says from what the environment was made."""
        return self.folder / "made-from.json"

    @property
    def unfinished(self) -> Path:
        """The file that is there from before the environment is made until its first set-up is complete."""
        return self.folder / "unfinished"

    def script(self, name: str) -> Path:
        """Return the path of a command that is installed in the environment."""
        return self.folder / "Scripts" / f"{name}.exe" if WINDOWS else self.folder / "bin" / name

    def pip(self, *arguments: str) -> list[str]:
        """Return a pip command line for this environment; an environment made without pip is served from outside."""
        command = [str(self.python), "-m", "pip"]
        if not (self.site_packages() / "pip" / "__main__.py").is_file():
            command = [sys.executable, "-m", "pip", "--python", str(self.python)]
        return [*command, "--disable-pip-version-check", "--no-input", *arguments]

    def is_ready(self) -> bool:
        """Tell whether the environment is complete and made from the present lock and project file."""
        stamp = self._read_stamp()
        return self._is_whole(stamp) and all(stamp.get(key) == value for key, value in self._origin().items())

    def prepare(self) -> None:
        """Bring the environment to the state of the lock; do nothing where it is there. Raises SetupError."""
        if self.is_ready():
            return
        if not self._can_be_kept():
            self._make()
        self.stamp.unlink(missing_ok=True)
        self._install()
        self._write_stamp()
        self.unfinished.unlink(missing_ok=True)

    def _origin(self) -> dict[str, str]:
        return {
            "python": interpreter.version(),
            "project": str(self.project),
            "lock": _digest(self.project / self.lock),
            "pyproject": _digest(self.project / "pyproject.toml"),
        }

    def site_packages(self) -> Path:
        """The folder of the packages of the environment."""
        if WINDOWS:
            return self.folder / "Lib" / "site-packages"
        return self.folder / "lib" / f"python{interpreter.version()}" / "site-packages"

    def _installed(self) -> list[str]:
        """Return what can be imported; the records beside it change their names with every version."""
        names = os.listdir(self.site_packages())
        return sorted(name for name in names if name != "__pycache__" and not name.endswith(".dist-info"))

    def _read_stamp(self) -> dict[str, object]:
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _write_stamp(self) -> None:
        stamp = {**self._origin(), "installed": self._installed()}
        self.stamp.write_text(json.dumps(stamp, indent=1), encoding="utf-8")

    def _is_whole(self, stamp: dict[str, object]) -> bool:
        if self.unfinished.exists() or not self.python.exists() or not self.site_packages().is_dir():
            return False
        recorded = stamp.get("installed", [])
        return isinstance(recorded, list) and set(recorded) <= set(self._installed())

    def _can_be_kept(self) -> bool:
        stamp, origin = self._read_stamp(), self._origin()
        same = all(stamp.get(key, origin[key]) == origin[key] for key in ("python", "project"))
        return same and self._is_whole(stamp) and self._starts()

    def _starts(self) -> bool:
        """Ask the interpreter itself: a copied folder or a Python that was taken away shows only here."""
        script = "import sys; print(sys.prefix, '%d.%d' % sys.version_info[:2], sep='|')"
        try:
            answer = subprocess.run([str(self.python), "-c", script], capture_output=True, text=True, check=False)
        except OSError:
            return False
        prefix, _, version = answer.stdout.strip().rpartition("|")
        return answer.returncode == 0 and version == interpreter.version() and Path(prefix).resolve() == self.folder

    def _make(self) -> None:
        print(f"Making the environment {self.folder.name} with Python {interpreter.version()}", flush=True)
        self._clear()
        self.folder.mkdir(parents=True)
        self.unfinished.touch()
        if interpreter.has("venv") and interpreter.has("ensurepip"):
            self._make_with("venv")
        elif interpreter.has("venv") and interpreter.pip_reaches_elsewhere():
            self._make_with("venv", "--without-pip")
        elif interpreter.has("pip"):
            self._make_with_virtualenv()
        elif system_package.installed(["python3-venv"]) and interpreter.has("ensurepip"):
            self._make_with("venv")
        else:
            raise SetupError(
                "This Python has neither venv nor pip. Install them (on Debian and Ubuntu: "
                "sudo apt-get install python3-venv) and start the command again."
            )

    def _make_with(self, module: str, *options: str, **variables: str) -> None:
        command = [sys.executable, "-m", module, *options, str(self.folder)]
        _run(command, "The environment could not be made; the lines above say why.", **variables)

    def _make_with_virtualenv(self) -> None:
        """Serve a Python whose `venv` is packaged apart; the tool goes to a folder that is deleted again."""
        with tempfile.TemporaryDirectory() as tools:
            fetch = [sys.executable, "-m", "pip", "install", "--quiet", "--quiet", "--target", tools, "virtualenv"]
            _run(fetch, "virtualenv could not be fetched.")
            self._make_with("virtualenv", "--quiet", PYTHONPATH=tools)

    def _clear(self) -> None:
        if Path(sys.prefix) == self.folder:
            raise SetupError(
                f"The environment {self.folder.name} has to be made anew, which its own Python cannot do: "
                "start the command with the Python of your system."
            )
        try:
            if self.folder.is_symlink() or self.folder.is_file():
                self.folder.unlink()
            elif self.folder.exists():
                shutil.rmtree(self.folder)
        except OSError as error:
            raise SetupError(
                f"The old environment could not be removed ({error}). Close what runs from {self.folder} and try again."
            ) from error

    def _install(self) -> None:
        print(f"Installing what {self.lock} names (a few minutes the first time)", flush=True)
        quiet = [] if sys.stdout.isatty() else ["--quiet", "--quiet"]
        lock = ["--require-hashes", "-r", str(self.project / self.lock)]
        own = ["--no-deps", "--no-build-isolation", "-e", str(self.project)]
        for what in (lock, own):
            _run(
                self.pip("install", *quiet, *what),
                "The packages could not be installed; the lines above say why. What was fetched is kept: try again.",
            )


def _digest(file: Path) -> str:
    # Line ends are made alike, so that a checkout on Windows has the same digest.
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _run(command: list[str], failure: str, **variables: str) -> None:
    """Run a step of the set-up; raise SetupError with `failure` when it does not succeed."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, env={**os.environ, **variables}, check=False)
    if done.returncode:
        raise SetupError(failure)
