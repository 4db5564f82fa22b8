"""The disk image for macOS, made by dmgbuild: one for Macs with Apple's chips, one for those with Intel's."""

from __future__ import annotations

import platform
import subprocess
from pathlib import Path

import bundle
from setup_error import SetupError

SETTINGS = Path(__file__).resolve().parent / "macos" / "image.py"
TRIES = 5
"""hdiutil is now and then told that its resource is busy (actions/runner-images #7522)."""


def make(program: Path, out: Path, python: Path) -> Path:
    """Pack the .app with the dmgbuild of `python`; gives the image in `out`. Raises SetupError."""
    image = out / f"Quizwright-{bundle.version()}-{platform.machine()}.dmg"
    command = [str(python), "-m", "dmgbuild", "-s", str(SETTINGS), f"-Dapp={program}", "Quizwright", str(image)]
    for _ in range(TRIES):
        if not subprocess.run(command, check=False).returncode:
            return image
    raise SetupError("The disk image could not be made; the lines above say why.")
