"""The whole program as a process: what is loaded at the first paint, one window for a library, errors in words."""

import json
import os
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

import pytest

HEAVY = {
    *("httpx", "pydantic", "keyring", "lxml", "docx", "ziamath", "PIL", "starlette", "asyncio", "qasync"),
    *("filelock", "hashlib", "concurrent.futures", "ctypes", "subprocess", "PySide6.QtNetwork"),
}

AT_FIRST_PAINT = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from app.ui.library.quiz_table import QuizTable

class Seen(Exception):
    pass

painted = QuizTable.paintEvent
def paint(table, event):
    painted(table, event)
    QuizTable.paintEvent = painted
    print(json.dumps({"loaded": sorted(sys.modules), "rows": [row.title for row in table.rows.rows]}), flush=True)
    QTimer.singleShot(0, table.window().close)
QuizTable.paintEvent = paint

from app.gui import main
sys.exit(main(sys.argv[1:]))
"""

CLOSE_SOON = """
import sys
from PySide6.QtCore import QTimer
import app.gui

painted = app.gui.paint
def paint(window):
    painted(window)
    QTimer.singleShot(0, window.close)
app.gui.paint = paint
sys.exit(app.gui.main(sys.argv[1:]))
"""


UNTIL_CALLED = """
import sys
import app.gui

painted = app.gui.paint
def paint(window):
    painted(window)
    print("painted", flush=True)
app.gui.paint = paint
taken = app.gui._take_over
def take(window, files):
    taken(window, files)
    print("called", flush=True)
    window.close()
app.gui._take_over = take
sys.exit(app.gui.main(sys.argv[1:]))
"""


AFTER_IDLE = """
import sys
from importlib import import_module
import app.gui

for name in app.gui.MODELS:
    import_module(name)
app.gui.build_models()
loaded = set(sys.modules)

def paint(window):
    window.open_quiz(window.library.table.rows.rows[0].id)
    print(sorted(name for name in set(sys.modules) - loaded if name.startswith(("pydantic", "importlib"))))
    window.close()
app.gui.paint = paint
sys.exit(app.gui.main(sys.argv[1:]))
"""

AFTER_LAST_IDLE = """
import sys
from importlib import import_module
import app.gui

for name in (*app.gui.MODELS, *app.gui.DRAWER):
    import_module(name)
loaded = set(sys.modules)
import_module("app.ui.editors.hot_spot")
print(sorted(set(sys.modules) - loaded))
"""


def run(program: str, *arguments: object, tmp_path: Path) -> "subprocess.CompletedProcess[str]":
    """Run a program whose preferences are its own."""
    home = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_STATE_HOME": str(tmp_path / "state")}
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def quizwright(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run a command."""
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with one quiz."""
    quizwright("--library", tmp_path / "library", "new", "Leaves")
    return tmp_path / "library"


def test_the_first_hot_spot_waits_for_no_drawer_once_the_window_was_idle(tmp_path: Path) -> None:
    done = run(AFTER_LAST_IDLE, tmp_path=tmp_path)
    assert done.stderr == ""
    assert [name for name in literal_eval(done.stdout) if name.startswith(("PIL", "app.ui.hot_spot"))] == []


def test_the_list_is_painted_before_anything_heavy_is_loaded(folder: Path, tmp_path: Path) -> None:
    done = run(AT_FIRST_PAINT, "--library", folder, tmp_path=tmp_path)
    seen = json.loads(done.stdout)
    assert seen["rows"] == ["Leaves"]
    assert HEAVY & set(seen["loaded"]) == set()


def test_a_quiz_opened_after_idle_moments_loads_no_more_of_pydantic(folder: Path, tmp_path: Path) -> None:
    done = run(AFTER_IDLE, "--library", folder, tmp_path=tmp_path)
    assert (done.returncode, done.stdout) == (0, "[]\n")


def test_a_window_opens_and_closes_in_peace(folder: Path, tmp_path: Path) -> None:
    done = run(CLOSE_SOON, "--library", folder, tmp_path=tmp_path)
    assert (done.returncode, done.stdout, _said(done)) == (0, "", "")


def test_a_library_that_is_none_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.sqlite").write_bytes(b"holiday pictures" * 100)
    done = run(_answering_the_dialog(), "--library", tmp_path / "library", tmp_path=tmp_path)
    assert (done.returncode, "is not a Quizwright library" in done.stdout) == (5, True)
    assert "Traceback" not in done.stderr


def _answering_the_dialog() -> str:
    return """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
import app.gui

def answer():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print(box.text(), flush=True)
        box.buttons()[0].click()
    else:
        QTimer.singleShot(20, answer)

made = app.gui.made_application
def make():
    application = made()
    QTimer.singleShot(0, answer)
    return application
app.gui.made_application = make
sys.exit(app.gui.main(sys.argv[1:]))
"""


def _said(done: "subprocess.CompletedProcess[str]") -> str:
    """What it said on stderr, but for what the offscreen screen says of itself."""
    return "\n".join(line for line in done.stderr.splitlines() if "This plugin does not support" not in line)


def test_a_second_window_calls_the_first_and_ends(folder: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    command = [sys.executable, "-c", UNTIL_CALLED, "--library", str(folder)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "painted\n"
        second = run(
            "import sys, app.gui; sys.exit(app.gui.main(sys.argv[1:]))", "--library", folder, tmp_path=tmp_path
        )
        assert (second.returncode, first.stdout.readline(), first.wait(20)) == (0, "called\n", 0)
