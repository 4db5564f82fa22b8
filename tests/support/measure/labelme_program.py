"""A process that shows one picture in labelme 6, and stays until it is told; run by a Python that has labelme.

Nothing of Quizwright but `word` is imported: that Python has none of our packages.
"""

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from operator import methodcaller
from time import perf_counter

from tests.support.measure.word import leave, say

PAINTS = 40
STEPS = (1.2,) * 12 + (1 / 1.2,) * 12

qt, labelme = import_module("PyQt5.QtWidgets"), import_module("labelme.app")


def main(small: str, large: str) -> None:
    """Tell when a small picture is there, when the large one is, how long painting takes, and when it is closed."""
    application = qt.QApplication([])
    window = labelme.MainWindow(file_or_dir=small)
    window.resize(2560, 1440)
    window.show()
    _settle(application.processEvents)
    say()
    canvas = window.findChild(import_module("labelme.widgets.canvas").Canvas)
    seen = _milliseconds(partial(methodcaller("_load_file", large), window), canvas.repaint)
    _settle(application.processEvents)
    repaints = [_milliseconds(canvas.repaint) for _ in range(PAINTS)]
    zooms = [_milliseconds(partial(methodcaller("_add_zoom", step), window), canvas.repaint) for step in STEPS]
    say(seen=seen, repaints=repaints, zooms=zooms, size=[canvas.pixmap.width(), canvas.pixmap.height()])
    sys.stdin.readline()
    window.close_file()
    _settle(application.processEvents)
    say()
    sys.stdin.readline()
    leave()


def _milliseconds(*acts: Callable[[], object]) -> float:
    start = perf_counter()
    for act in acts:
        act()
    return (perf_counter() - start) * 1000


def _settle(process_events: Callable[[], object]) -> None:
    for _ in range(20):
        process_events()


if __name__ == "__main__":
    main(*sys.argv[1:])
