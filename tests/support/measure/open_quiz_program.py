"""A process that opens a quiz once from the library in its window, says how long that took, and stays until it is told.

Run with the library's folder and the quiz's id. What the window loads in its first idle moments is loaded (`app.gui`).
"""

import sys
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.gui import MODELS, build_models
from app.ui.application import paint
from tests.support.measure.opened_quiz import OpenedQuiz, StoredQuiz
from tests.support.measure.painting import PaintWatch
from tests.support.measure.word import leave, say


def main(stored: StoredQuiz) -> None:
    """Open the quiz; one line of JSON on stdout; end with the next line from stdin."""
    application = QApplication([])  # noqa: F841 - lives as long as the window
    for name in MODELS:
        import_module(name)
    build_models()
    opened = OpenedQuiz(stored)
    opened.window.resize(1280, 800)
    paint(opened.window)
    milliseconds = PaintWatch(opened.window).milliseconds(lambda: opened.window.open_quiz(stored.quiz_id))
    say(opened=milliseconds, rows=len(opened.screen.document.quiz.items))
    sys.stdin.readline()
    leave()


if __name__ == "__main__":
    main(StoredQuiz(Path(sys.argv[1]), sys.argv[2]))
