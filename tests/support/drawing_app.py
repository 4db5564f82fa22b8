"""A drawer in which regions are drawn by the mouse for ever: told to be killed at any moment. Run by the kill test.

Each line on stdout is a number of regions that the status bar called "Saved on this computer".
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.library.library import Library
from app.session.collector import Collector
from app.session.save_status import SAVED, SaveStatus
from app.session.workspace import Workspace
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.support.desk import Desk

ACROSS = 40
AHEAD = 5
"""As many regions are drawn before one is called saved."""


def main(folder: Path, quiz_id: str, picture: Path) -> None:
    """Draw one region after the other, and save each."""
    app = QApplication([])
    Collector(app)
    workspace = Workspace(Library.open(folder))
    drawer = HotSpotDrawer()
    drawer.resize(1000, 700)
    desk = Desk(drawer, workspace.open(quiz_id), picture)
    drawer.regions_edited.connect(desk.take)
    desk.document.changed.connect(lambda quiz: desk.show())
    desk.show()
    saved = len(desk.regions)

    def draw_one() -> None:
        number = len(desk.regions)
        if number - saved >= AHEAD:
            return
        left, top = number % ACROSS / ACROSS, number // ACROSS / ACROSS
        drawer.toolbox.pick("rectangle")
        desk.drag(desk.place(left, top), desk.place(left + 0.6 / ACROSS, top + 0.6 / ACROSS))
        workspace.autosave(quiz_id).save_now()

    def tell(status: SaveStatus) -> None:
        nonlocal saved
        if status is SAVED:
            saved = len(desk.regions)
            sys.stdout.write(f"{saved}\n")
            sys.stdout.flush()

    workspace.status_changed.connect(tell)
    timer = QTimer(interval=5)
    timer.timeout.connect(draw_one)
    drawer.picture_ready.connect(timer.start)
    drawer.show()
    drawer.show_picture(picture, name=picture.name)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
