"""What is new in a version, cut out of CHANGELOG.md: `python packaging/release_notes.py 1.2.3`.

The variables WINDOWS_IS_SIGNED and MACOS_IS_SIGNED say whether there were certificates; what is not signed is told.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

COMPARE = "Compare what you fetched with SHA256SUMS before you open it."
UNSIGNED = {
    "WINDOWS_IS_SIGNED": "The installer for Windows is not signed: Windows warns before the first start "
    "(*More info*, then *Run anyway*).",
    "MACOS_IS_SIGNED": "The images for macOS are not notarised: macOS refuses the first start until you allow it in "
    "*System Settings › Privacy & Security › Open Anyway*.",
}


def notes(changelog: str, version: str) -> str:
    """The section of a version. Raises KeyError where the changelog has none."""
    found = re.search(rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE)
    if found is None:
        raise KeyError(version)
    return found[1].strip() + "\n"


def warnings(told: Mapping[str, str]) -> str:
    """What is not signed, and how it is opened all the same; nothing where everything is."""
    lines = [line for name, line in UNSIGNED.items() if told.get(name) != "true"]
    return "\n".join(["", *lines, COMPARE, ""]) if lines else ""


if __name__ == "__main__":
    log = Path(__file__).resolve().parent.parent / "CHANGELOG.md"
    print(notes(log.read_text(encoding="utf-8"), sys.argv[1]) + warnings(os.environ))
