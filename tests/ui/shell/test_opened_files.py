"""A file that is double-clicked on macOS comes as an event to the application, now or before there is a window."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtGui import QFileOpenEvent
from app.ui.application import made_application
application = made_application()
taken = []
def come(*names):
    for name in names:
        application.sendEvent(application, QFileOpenEvent(name))
    application.processEvents()
come("/early.quizwright")
application.hand_files_to(lambda files: taken.append([file.name for file in files]))
come("/a.quizwright", "/b.quizwright")
come("")
print(taken)
"""


def test_opened_files_wait_for_the_window_and_those_chosen_together_come_together() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[['early.quizwright'], ['a.quizwright', 'b.quizwright']]"
