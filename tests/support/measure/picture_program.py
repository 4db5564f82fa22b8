"""A process that shows one picture in the hot-spot drawer, and stays until it is told; run with the picture's path."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.ui.application import paint
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.support.measure.painting import Heartbeat
from tests.support.measure.word import leave, say


def main(path: Path) -> None:
    """Tell when the window is there, when all of the picture is, and once told to go on, when it is closed again."""
    application = QApplication([])
    drawer = HotSpotDrawer()
    drawer.resize(2560, 1440)
    paint(drawer)
    say()
    ready: list[None] = []
    drawer.picture_ready.connect(lambda: ready.append(None))
    drawer.show_picture(path, name=path.name)
    Heartbeat().wait_for(lambda: bool(ready))
    application.processEvents()
    say(size=drawer.picture_size())
    sys.stdin.readline()
    drawer.show_picture(None)
    application.processEvents()
    say()
    sys.stdin.readline()
    leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
