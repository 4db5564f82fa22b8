"""A process that shows one picture in the hot-spot drawer, and stays until it is told; run with the picture's path."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.ui.application import paint
from app.ui.hot_spot.drawer import HotSpotDrawer
from app.ui.hot_spot.picture_view import SETTLE_MS
from tests.support.measure.painting import Heartbeat
from tests.support.measure.word import leave, say


def main(path: Path) -> None:
    """Tell when the window is there, when all of the picture is, and once told to go on, when it is closed again."""
    application = QApplication([])
    drawer = HotSpotDrawer()
    drawer.resize(2560, 1440)
    paint(drawer)
    with TemporaryDirectory() as folder:
        small = Path(folder, "small.png")
        QImage(64, 64, QImage.Format.Format_RGB32).save(str(small))
        _show(drawer, small)  # what any picture loads and keeps is not this one's
    say()
    _show(drawer, path)
    say(size=drawer.picture_size())
    sys.stdin.readline()
    drawer.show_picture(None)
    application.processEvents()
    say()
    sys.stdin.readline()
    leave()


def _show(drawer: HotSpotDrawer, path: Path) -> None:
    ready: list[None] = []
    drawer.picture_ready.connect(lambda: ready.append(None))
    drawer.show_picture(path, name=path.name)
    heartbeat = Heartbeat()
    heartbeat.wait_for(lambda: bool(ready))
    heartbeat.wait(2 * SETTLE_MS)  # then the canvas, which is as large as the window, is kept as it will be


if __name__ == "__main__":
    main(Path(sys.argv[1]))
