"""What is new in a version, cut out of CHANGELOG.md: `python packaging/release_notes.py 1.2.3`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

UNSIGNED = """\

Builds without a certificate are not signed: Windows and macOS warn before the first start. Compare the file with
SHA256SUMS before you open it.
"""


def notes(changelog: str, version: str) -> str:
    """The section of a version. Raises KeyError where the changelog has none."""
    found = re.search(rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE)
    if found is None:
        raise KeyError(version)
    return found[1].strip() + "\n"


if __name__ == "__main__":
    log = Path(__file__).resolve().parent.parent / "CHANGELOG.md"
    print(notes(log.read_text(encoding="utf-8"), sys.argv[1]) + UNSIGNED)
