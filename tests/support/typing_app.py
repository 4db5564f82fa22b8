"""A window's session without a window, typing: told to be killed at any moment. Run as a program by the kill test.

Each line on stdout is a title that the status bar called "Saved on this computer".
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from app.library.library import Library
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.session.collector import Collector
from app.session.edit import Edit
from app.session.save_status import SAVED, SaveStatus
from app.session.workspace import Workspace

AHEAD = 5
"""As many changes are typed before one is called saved: on a busy machine typing would outrun the disk for ever."""


def main(folder: Path, quiz_id: str, first: int) -> None:
    """Type into the quiz for ever: its title counts up, and each time a question with that number is added."""
    app = QCoreApplication([])
    Collector(app)
    workspace = Workspace(Library.open(folder))
    document = workspace.open(quiz_id)
    number = saved = first

    def type_once() -> None:
        nonlocal number
        if number - saved == AHEAD:
            return
        number += 1
        text = str(number)
        document.edit_fields(document.quiz.fields.replaced(title=text), Edit("Title"))
        item = Item.of(TrueFalseQuestion.new().replaced(title=text), id=f"item-{number}")
        document.insert_items([item], len(document.quiz.items), "Add question")
        workspace.autosave(quiz_id).save_now()

    def tell(status: SaveStatus) -> None:
        nonlocal saved
        if status is SAVED:
            saved = number
            sys.stdout.write(f"{document.quiz.title}\n")
            sys.stdout.flush()

    workspace.status_changed.connect(tell)
    timer = QTimer(interval=3)
    timer.timeout.connect(type_once)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
