"""Looks in time whether a pasted token is about to end: when accounts change, and every hour."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.session.token_end import token_end
from app.session.workspace import Workspace
from app.ui.status_bar import StatusBar

_HOUR_MS: Final = 3_600_000


class TokenWatch(QObject):
    """Tells the line at the bottom, which says nothing while all is well."""

    def __init__(self, workspace: Workspace, clock: Callable[[], float], status: StatusBar) -> None:
        """`clock` gives epoch seconds."""
        super().__init__(status)
        self._workspace, self._clock, self._status = workspace, clock, status
        workspace.rows_changed.connect(self.look)
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_HOUR_MS)
        self.look()

    def look(self) -> None:
        """Tell what there is to tell now."""
        self._status.show_token_end(token_end(self._workspace.accounts(), self._clock()))
