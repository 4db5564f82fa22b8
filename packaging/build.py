"""The frozen program and the installer of this system: made in a clean environment, then tried."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import bundle
import feed_source
import left_out
import linux_package
import macos_image
import screen
import windows_installer
from environment import Environment
from setup_error import SetupError

PROJECT = bundle.PROJECT
CLEAN = Environment(project=PROJECT, folder=PROJECT / "build" / ".venv", lock="packaging/build.lock")
OUT = PROJECT / "dist"
FOLDER = OUT / "Quizwright"

LARGEST = {"linux": 180, "win32": 120, "darwin": 180}
"""Megabytes of the folder: a goal, told and not enforced."""


def frozen() -> int:
    """Freeze the program and let it try itself; return the exit code of that."""
    CLEAN.prepare()
    _draw_icons()
    feed_source.write()
    freeze()
    left_out.write(CLEAN.site_packages() / "PySide6", inner_folder(), OUT / "left-out.md")
    print(f"{FOLDER.name}: {bundle.size_of(FOLDER) / 1e6:.0f} MB (goal {LARGEST.get(sys.platform, 0)})", flush=True)
    return self_test(executable())


def packed() -> int:
    """Pack what was frozen."""
    made = list(_installers())
    for file in made:
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB", flush=True)
    write_checksums(made, OUT / "SHA256SUMS")
    return 0


def freeze() -> None:
    """Make the folder of the program. Raises SetupError."""
    command = [str(CLEAN.python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(OUT)]
    spec = str(PROJECT / "packaging" / "quizwright.spec")
    stored = {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"} if bundle.HAS_TWO_PROGRAMS else {}
    _run([*command, "--workpath", str(PROJECT / "build" / "freeze"), spec], "The program could not be frozen.", stored)
    if sys.platform.startswith("linux"):
        _strip()


def executable() -> Path:
    """The program in the folder that was made."""
    if sys.platform == "darwin":
        return OUT / "Quizwright.app" / "Contents" / "MacOS" / bundle.NAME
    return FOLDER / (f"{bundle.NAME}-console.exe" if sys.platform == "win32" else bundle.NAME)


def self_test(program: Path) -> int:
    """Let a program try itself on the screen of the tests; return its exit code."""
    place = screen.screen()
    command = [*place.prefix, str(program), "--self-test", str(OUT / "self-test.json")]
    return subprocess.run(command, env=place.variables, check=False).returncode


def inner_folder() -> Path:
    """Where the libraries are in what was made."""
    return OUT / "Quizwright.app" / "Contents" / "Frameworks" if sys.platform == "darwin" else FOLDER / "_internal"


def write_checksums(files: list[Path], to: Path) -> None:
    """Write a line for each file, as `sha256sum --check` reads it."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    to.write_text("".join(lines), encoding="utf-8")


def _installers() -> Iterator[Path]:
    if sys.platform.startswith("linux") and shutil.which("dpkg-deb"):
        yield linux_package.make(FOLDER, OUT)
    if sys.platform == "win32":
        yield windows_installer.make(FOLDER, OUT)
    if sys.platform == "darwin":
        yield macos_image.make(OUT / "Quizwright.app", OUT, CLEAN.python)


def _draw_icons() -> None:
    command = [str(CLEAN.python), str(PROJECT / "packaging" / "draw_icons.py"), str(PROJECT / "build" / "icons")]
    _run(command, "The icons could not be drawn.")


def _strip() -> None:
    files = [file for place in bundle.STRIPPED for file in (FOLDER / "_internal").glob(place)]
    if shutil.which("strip"):
        _run(["strip", "--strip-unneeded", *map(str, files)], "The libraries could not be made smaller.")


def _run(command: list[str], failure: str, variables: dict[str, str] | None = None) -> None:
    if subprocess.run(command, cwd=PROJECT, env={**os.environ, **(variables or {})}, check=False).returncode:
        raise SetupError(f"{failure} The lines above say why.")
