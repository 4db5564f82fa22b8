"""Draws every screen and editor into a folder of pictures, as `dev.py gallery` wants it.

Real widgets on a real library in a folder that is gone afterwards, and a sandbox where Canvas is wanted. The README's
screenshot is one of them: copy quiz-hot-spot-light.png to resources/screenshot.png.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication
from tour import Tour

from app.session.loop import Loop
from app.ui.theme import Theme

DENSE = "--dense"


def main(folder: Path, wanted: Sequence[str] = ()) -> None:
    """Draw the scenes whose names begin with one of `wanted`, else all, into `folder`."""
    began = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    # How many pixels a point has is settled when Qt starts: a screen of twice as many needs a process of its own.
    dense = subprocess.Popen(
        [sys.executable, __file__, str(folder), DENSE, *wanted], env={**os.environ, "QT_SCALE_FACTOR": "2"}
    )
    try:
        drawn = draw(folder, wanted, dense=False)
    finally:
        failed = dense.wait()
    if failed:
        sys.exit(failed)
    print(f"{drawn} pictures and those of a dense screen in {folder} ({time.monotonic() - began:.0f} s)")


def draw(folder: Path, wanted: Sequence[str], *, dense: bool) -> int:
    """Draw them on the screen of this process; gives how many there are."""
    with _work() as work:
        application = QApplication(["quizwright"])
        application.setApplicationName("Quizwright")
        application.setQuitOnLastWindowClosed(False)
        tour = Tour(folder, work, Theme(application), wanted)
        loop = Loop(tour.fail)
        loop.tasks.start(tour.dense(loop) if dense else tour.whole(loop), "Gallery")
        loop.run_until(tour.ended, lambda: False)
    for error in tour.errors:
        raise error
    return tour.drawn


@contextmanager
def _work() -> Iterator[Path]:
    """A folder for libraries and settings, and a language, that are the same on every computer."""
    work = Path(tempfile.mkdtemp(prefix="quizwright-gallery-"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(work / "settings"))
    QLocale.setDefault(QLocale("en_GB"))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    place, *names = sys.argv[1:]
    if DENSE in names:
        draw(Path(place), [name for name in names if name != DENSE], dense=True)
    else:
        main(Path(place), names)
