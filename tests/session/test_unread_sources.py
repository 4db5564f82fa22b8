"""PySide does not read the program's sources while it starts, which no test of speed on a busy machine would show."""

import subprocess
import sys

COUNT = """
import inspect, sys
read, real = [], inspect.getsource
def getsource(what):
    read.append(getattr(what, "__name__", ""))
    return real(what)
inspect.getsource = getsource
import app.gui
from app.ui.screens import screen
screen("quiz")
print([name for name in read if name.startswith("app.ui")], "app.ui.quiz.quiz_screen" in sys.modules)
"""


def test_no_source_of_a_widget_is_read_at_the_start() -> None:
    done = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] True"
