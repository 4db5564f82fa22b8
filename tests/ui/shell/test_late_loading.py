"""A quiz that is opened waits for nothing that only grades, compares or plays it."""

import subprocess
import sys

LOADED = """
import sys
import app.gui
from app.ui.screens import screen
screen("quiz")
late = ("app.grading", "app.models.several", "app.models.questions.matching", "rapidfuzz", "PIL", "lxml", "httpx")
print([name for name in late if name in sys.modules])
"""


def test_what_opens_a_quiz_loads_no_grading_and_no_comparing() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
