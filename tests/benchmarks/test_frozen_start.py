"""The frozen program against the one that runs from source: processor time until its window is on the screen.

Processor time, because the frozen program is larger than what a disk has read ahead, and the machine may be busy.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import psutil
import pytest
from PySide6.QtWidgets import QApplication

from tests.support.measure.child import environment
from tests.support.measure.figure import Figures
from tests.support.measure.opened_quiz import StoredQuiz

RUNS = 9
PATIENCE = 60.0
FROZEN = Path(__file__).parents[2] / "dist" / "Quizwright" / "quizwright"
on_x = shutil.which("xdotool") is not None and os.environ.get("QT_QPA_PLATFORM") != "offscreen"


@pytest.mark.skipif(
    not (FROZEN.exists() and on_x), reason="nothing is frozen here (dev.py build), or xdotool is missing"
)
def test_the_frozen_program_starts_as_fast(
    qapp: QApplication, figures: Figures, long_quiz: StoredQuiz, tmp_path: Path
) -> None:
    """`qapp` keeps the display up: it would begin anew when its last program goes."""
    source, frozen = [], []
    for _ in range(1 + RUNS):  # one more to warm up
        source.append(_seconds([sys.executable, "-m", "app"], long_quiz.folder, tmp_path))
        frozen.append(_seconds([str(FROZEN)], long_quiz.folder, tmp_path))
    there, here = median(frozen[1:]), median(source[1:])
    detail = f"medians {there * 1000:.0f} ms and {here * 1000:.0f} ms, n {RUNS}"
    figures.note("Start of the frozen program, of that from source", there / here, "×", goal=1.3, detail=detail)


def _seconds(program: Sequence[str], library: Path, home: Path) -> float:
    """Processor time of a start, its threads and system calls included."""
    own = {**environment(), "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home)}
    with psutil.Popen([*program, "--library", str(library)], env=own, stdin=subprocess.DEVNULL) as started:
        try:
            until = time.monotonic() + PATIENCE
            while not _is_seen(started.pid):
                assert started.poll() is None
                assert time.monotonic() < until
            times = started.cpu_times()
            return float(times.user + times.system)
        finally:
            if started.poll() is None:
                started.kill()


def _is_seen(pid: int) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--pid", str(pid)]
    return bool(subprocess.run(command, capture_output=True, check=False).stdout.strip())
