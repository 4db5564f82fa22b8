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


def main(folder: Path, quiz_id: str, first: int) -> None:
    """Type into the quiz for ever: its title counts up, and each time a question with that number is added."""
    app = QCoreApplication([])
    Collector(app)
    workspace = Workspace(Library.open(folder))
    document = workspace.open(quiz_id)
    number = first

    def type_once() -> None:
        nonlocal number
        number += 1
        text = str(number)
        document.edit_fields(document.quiz.fields.replaced(title=text), Edit("Title"))
        item = Item.of(TrueFalseQuestion.new().replaced(title=text), id=f"item-{number}")
        document.insert_items([item], len(document.quiz.items), "Add question")
        workspace.autosave(quiz_id).save_now()

    def tell(status: SaveStatus) -> None:
        if status is SAVED:
            sys.stdout.write(f"{document.quiz.title}\n")
            sys.stdout.flush()

    workspace.status_changed.connect(tell)
    timer = QTimer(interval=3)
    timer.timeout.connect(type_once)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
