"""The Python that runs `dev.py`: whether it is one of ours, and what it can make environments with."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import platform
import shutil
import sys

from setup_error import SetupError

OLDEST, NEWEST = (3, 11), (3, 13)
OLDEST_GLIBC = (2, 34)  # below it there is no wheel of PySide6 6.11
PIP_WITH_PYTHON_OPTION = (22, 3)


def version() -> str:
    """Return major and minor version: an update of the patch level keeps environments working."""
    return "{}.{}".format(*sys.version_info)


def refuse_unsuitable() -> None:
    """Raise SetupError when Quizwright cannot work with this Python or on this C library."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise SetupError(f"Quizwright needs Python 3.11, 3.12 or 3.13; this is Python {version()}. {_other_python()}")
    if sys.platform.startswith("linux") and not _has_suitable_glibc():
        raise SetupError(
            "Qt needs a Linux with glibc 2.34 or newer (Debian 12, Ubuntu 22.04, Fedora 35 and later); "
            "this system has " + (" ".join(platform.libc_ver()).strip() or "another C library") + "."
        )


def has(module: str) -> bool:
    """Tell whether a module of the standard library, which some systems package apart, is there."""
    importlib.invalidate_caches()  # it may have been installed a moment ago
    return importlib.util.find_spec(module) is not None


def pip_reaches_elsewhere() -> bool:
    """Tell whether this Python's pip can install into an environment that has no pip (`pip --python`)."""
    if not has("pip"):
        return False
    found = importlib.metadata.version("pip").split(".")
    return (int(found[0]), int(found[1])) >= PIP_WITH_PYTHON_OPTION


def _other_python() -> str:
    for minor in (13, 12, 11):
        if shutil.which(f"python3.{minor}"):
            return f"Start it with python3.{minor}, which is installed here."
    return "Install one of them from your system's packages or from python.org, and start it with that."


def _has_suitable_glibc() -> bool:
    library, found = platform.libc_ver()
    if library != "glibc":
        return False
    return tuple(int(part) for part in found.split(".")[:2]) >= OLDEST_GLIBC
