"""Asks Canvas for the assignment groups of the course that is selected in a choice of courses."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from app.errors import UserError
from app.session.sync_session import SyncSession
from app.session.tasks import Tasks
from app.ui.sync.place_choice import PlaceChoice


def answer_groups(choice: PlaceChoice, sync: SyncSession, tasks: Tasks) -> None:
    """From now on `choice` is told them. What cannot be read is no hindrance: Canvas takes a group by itself."""

    async def ask(account_id: str, course_id: str) -> None:
        with suppress(UserError):
            choice.show_groups(account_id, course_id, await sync.groups(account_id, course_id))

    title = QCoreApplication.translate("PlaceChoice", "Look at the course")
    choice.groups_wanted.connect(lambda account_id, course_id: tasks.start(ask(account_id, course_id), title))
