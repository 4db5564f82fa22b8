"""A second window of the same library calls the first; it is another process, as in life."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.session.first_window import FirstWindow, call_first_window

SECOND = """
import sys
from pathlib import Path
from app.session.first_window import call_first_window
sys.exit(0 if call_first_window(Path(sys.argv[1]), [Path(sys.argv[2])]) else 1)
"""


def second_window(folder: Path, file: Path) -> "subprocess.Popen[bytes]":
    """Another process that calls the window of `folder`."""
    return subprocess.Popen([sys.executable, "-c", SECOND, str(folder), str(file)])


def test_the_first_window_gets_the_files_of_the_second(qtbot: QtBot, tmp_path: Path) -> None:
    first, file = FirstWindow(tmp_path), tmp_path / "a.quizwright"
    with qtbot.waitSignal(first.called, timeout=20_000) as signal:
        second = second_window(tmp_path, file)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert (second.returncode, signal.args) == (0, [[file]])


def test_where_no_window_is_nobody_answers(tmp_path: Path) -> None:
    assert call_first_window(tmp_path, []) is False


def test_windows_of_other_libraries_are_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    first = FirstWindow(tmp_path / "mine")
    assert call_first_window(tmp_path / "other", []) is False
    first.deleteLater()
