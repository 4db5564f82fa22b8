"""Short news for the person, shown in a bar that stays until the next action."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.message import Message, message

UNDO = message("Undo")
"""The action that takes back what a notice tells of."""
SIGN_IN = message("Sign in again…")
"""The action where Canvas does not accept a sign-in any more."""


class Notice(NamedTuple):
    """What happened, and one thing that can be done about it (usually Undo)."""

    message: Message
    action: Message | None = None
    act: Callable[[], None] | None = None


class Notices(QObject):
    """Where every room of the window says its news."""

    shown = Signal(object)

    def tell(self, news: Message, action: Message | None = None, act: Callable[[], None] | None = None) -> None:
        """Show `news`, with a button for `act` where it is given."""
        self.shown.emit(Notice(news, action, act))
