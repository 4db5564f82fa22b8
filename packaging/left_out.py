"""What of Qt is not shipped, with its size: written beside every bundle that is built."""

from __future__ import annotations

from pathlib import Path

_ENDINGS = (".dll", ".pyd", ".dylib", ".so")


def write(qt: Path, inner: Path, to: Path) -> None:
    """List every library, plugin and module in the folder `qt` that `inner` lacks, the largest first."""
    there = {file.name for file in inner.rglob("*")}
    missing = [file for file in qt_libraries(qt) if file.name not in there]
    rows = sorted(((file.stat().st_size, file.relative_to(qt).as_posix()) for file in missing), reverse=True)
    size = sum(size for size, _ in rows) / 1e6
    lines = [
        f"Parts of Qt that are not shipped: {len(rows)}, {size:.0f} MB.\n\n",
        "| part | MB |\n",
        "| --- | ---: |\n",
    ]
    lines += [f"| {place} | {size / 1e6:.2f} |\n" for size, place in rows]
    to.write_text("".join(lines), encoding="utf-8")


def qt_libraries(qt: Path) -> list[Path]:
    """The libraries, plugins and modules of Qt in its package."""
    found = (file for file in qt.rglob("*") if file.is_file() and not file.is_symlink())
    return [file for file in found if file.name.endswith(_ENDINGS) or ".so." in file.name or _is_framework(file)]


def _is_framework(file: Path) -> bool:
    return not file.suffix and file.parent.name == "A" and file.parents[1].name == "Versions"
