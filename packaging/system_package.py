"""What a Linux system must have beside Python: the libraries that Qt loads, a screen for the tests, a good font.

The list was found by taking one package after the other out of a minimal Debian: all are needed, nothing else is.
Windows and macOS bring everything along.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from setup_error import SetupError

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
TOOLS = {"xvfb-run": "xvfb", "xauth": "xauth"}
FONT = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}  # Debian 13 and Ubuntu 24.04, with the 64-bit time of 32-bit machines


class LibraryMissing(SetupError):
    """A system library is missing without which Qt cannot start."""


def ensure_libraries() -> None:
    """Install the libraries that Qt needs where we may; raises LibraryMissing where some stay missing."""
    missing = missing_libraries()
    if not missing:
        return
    if installed([LIBRARIES[library] for library in missing]):
        missing = missing_libraries()
    if missing:
        raise LibraryMissing(
            f"Qt needs system libraries that are missing here: {', '.join(missing)}. {_advice(missing)}"
        )


def ensure_screen() -> None:
    """Install an invisible screen and the font of the pictures where we may; without them the tests run as well."""
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if sys.platform.startswith("linux") and not FONT.exists():
        missing.append("fonts-noto-core")
    if missing:
        installed(missing)


def installed(packages: list[str]) -> bool:
    """Install `packages` where we may, which is as root where there is apt; tell whether apt did it."""
    if not (sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    print("Installing system packages: " + " ".join(packages), flush=True)
    if _apt("update"):
        print("The lists of packages could not be brought up to date; going on with those that are here.", flush=True)
    failed = _apt("install", "--yes", "--no-install-recommends", *(_present_name(name) for name in packages))
    if failed:
        print("apt-get could not install them; its own words stand above.", flush=True)
    return not failed


def missing_libraries() -> list[str]:
    """Return the file names of the libraries of Qt that this system cannot load."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in LIBRARIES if not _loads(library)]


def install_command(packages: list[str]) -> str:
    """Return the one command that a person types to install `packages`."""
    return f"sudo apt-get update && sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _advice(missing: list[str]) -> str:
    if shutil.which("apt-get") is None:
        return "Install them with the package manager of your system and start the command again."
    packages = [_present_name(LIBRARIES[library]) for library in missing]
    return f"Install them and start the command again:\n\n    {install_command(packages)}\n"


def _apt(*arguments: str) -> int:
    command = ["apt-get", "--quiet=2", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", *arguments]
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # What dpkg tells of every package it unpacks is kept back; errors come on the other stream.
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=variables, check=False
    ).returncode


def _present_name(package: str) -> str:
    """Return the name that this release of the system has for `package`."""
    renamed = RENAMED.get(package)
    return renamed if renamed and _is_known(renamed) else package


def _is_known(package: str) -> bool:
    command = ["apt-cache", "show", "--no-all-versions", package]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
