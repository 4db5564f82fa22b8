"""Where windows are drawn while tests, benchmarks and the gallery run: never on the person's own screen."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass

XVFB_RUN = ("xvfb-run", "-a", "-s", "-screen 0 2560x1440x24")
# A desktop would lead Qt away from the invisible screen, or give it another scale and look.
OF_A_DESKTOP = (
    "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR",
    "QT_SCREEN_SCALE_FACTORS", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE",
)  # fmt: skip


@dataclass(frozen=True)
class Screen:
    """How a program gets its screen: a command to put before it, and its variables."""

    prefix: tuple[str, ...]
    variables: dict[str, str]


def screen() -> Screen:
    """Return the screen for tests: the one asked for by QT_QPA_PLATFORM, else one of Xvfb, else Qt's own off-screen."""
    variables = {name: value for name, value in os.environ.items() if name not in OF_A_DESKTOP}
    if "QT_QPA_PLATFORM" in os.environ:
        return Screen((), dict(os.environ))
    if shutil.which("xvfb-run") and shutil.which("xauth"):
        return Screen(XVFB_RUN, {**variables, "QT_QPA_PLATFORM": "xcb"})
    return Screen((), {**variables, "QT_QPA_PLATFORM": "offscreen"})


def is_there() -> bool:
    """Tell whether the person has a screen on which a window can open."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)
