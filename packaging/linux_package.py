"""A package for Debian and Ubuntu: the frozen folder, its entry in the menu, its kind of file, its icons."""

from __future__ import annotations

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

import bundle
from setup_error import SetupError

HERE = Path(__file__).resolve().parent / "linux"
NEEDED = (
    *("libc6", "libegl1", "libgl1", "libxcb-shape0", "libxkbcommon0"),
    *("libdbus-1-3", "libglib2.0-0", "libgssapi-krb5-2"),
)
"""Packages that a desktop has, and that are not taken along."""
CONTROL = """\
Package: quizwright
Version: {version}
Architecture: {architecture}
Maintainer: The Quizwright developers <quizwright@localhost>
Installed-Size: {kilobytes}
Depends: {needed}
Recommends: libcups2
Section: education
Priority: optional
Description: write Canvas New Quizzes off-line and sync them
 A desktop editor for instructors. Everything is kept on this computer as it is
 typed; one click sends what changed to Canvas and brings in what changed there.
"""


def make(folder: Path, out: Path) -> Path:
    """Pack the frozen `folder`; gives the .deb in `out`. Raises SetupError."""
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    package = out / f"quizwright_{bundle.version()}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        _lay_out(folder, root)
        kilobytes = bundle.size_of(root) // 1024
        words = {"version": bundle.version(), "architecture": architecture, "kilobytes": kilobytes}
        (root / "DEBIAN").mkdir()
        control = CONTROL.format(**words, needed=", ".join(NEEDED))
        (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
        command = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(root), str(package)]
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
            raise SetupError("The package could not be made; the lines above say why.")
    return package


def _lay_out(folder: Path, root: Path) -> None:
    share = root / "usr" / "share"
    shutil.copytree(folder, root / "usr" / "lib" / "quizwright", symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "quizwright").symlink_to("../lib/quizwright/quizwright")
    _copy(HERE / "quizwright.desktop", share / "applications" / "quizwright.desktop")
    _copy(HERE / "quizwright.xml", share / "mime" / "packages" / "quizwright.xml")
    _copy(bundle.PROJECT / "LICENSE", share / "doc" / "quizwright" / "copyright")
    for picture in (bundle.PROJECT / "build" / "icons").glob("quizwright-*.png"):
        side = picture.stem.rpartition("-")[2]
        _copy(picture, share / "icons" / "hicolor" / f"{side}x{side}" / "apps" / "quizwright.png")


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)
    to.chmod(0o644)
