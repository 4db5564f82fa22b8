"""The installer for Windows, compiled by NSIS, which also runs on Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import bundle
from setup_error import SetupError

SCRIPT = Path(__file__).resolve().parent / "windows" / "quizwright.nsi"


def make(folder: Path, out: Path, *, icon: Path = bundle.PROJECT / "build" / "icons" / "quizwright.ico") -> Path:
    """Pack the frozen `folder`; gives the installer in `out`. Raises SetupError; a warning of NSIS is one too."""
    installer = out / f"Quizwright-{bundle.version()}-setup.exe"
    words = {"VERSION": bundle.version(), "PAYLOAD": folder, "OUT": installer, "ICON": icon}
    command = [compiler(), "-V2", "-WX", *(f"-D{name}={value}" for name, value in words.items()), str(SCRIPT)]
    if subprocess.run(command, check=False).returncode:
        raise SetupError("The installer could not be made; the lines above say why.")
    return installer


def compiler() -> str:
    """The compiler of NSIS; its own installer puts it on no path on Windows. Raises SetupError."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    found = shutil.which("makensis") or (str(usual) if usual.is_file() else None)
    if found is None:
        raise SetupError(
            "NSIS is missing: install it (on Windows: choco install nsis, on Debian: apt-get install nsis)."
        )
    return found
