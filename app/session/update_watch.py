"""Looks once a day whether there is a new version. Nothing is ever downloaded or installed."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.preferences import UPDATE_ASKED, UPDATE_NOTICE, UPDATE_SERIAL, Preferences
from app.session.tasks import Tasks
from app.updates.source import Source

if TYPE_CHECKING:
    from app.updates.look import Seen

DAY: Final = 24 * 60 * 60
"""Seconds from one look to the next."""
HOUR_MS: Final = 60 * 60 * 1000
"""So often it is thought of, in a window that stays open; and again where nobody answered."""


class UpdateWatch(QObject):
    """`found` carries a release that is newer than this one; `looked` comes after each look, with all that it saw.

    `looks` tells whether one is under way.
    """

    found = Signal(object)
    looked = Signal(object)

    def __init__(
        self,
        place: Source,
        preferences: Preferences,
        tasks: Tasks,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._place, self._preferences, self._tasks, self._clock = place, preferences, tasks, clock
        self.looks = False
        self._timer = QTimer(self)
        self._timer.setInterval(HOUR_MS)
        self._timer.timeout.connect(self.think_of_it)

    def start(self) -> None:
        """Look now where it is time, and think of it as long as the window is open."""
        self._timer.start()
        self.think_of_it()

    def think_of_it(self) -> None:
        """Look, unless the person does not want it, or there was a look within a day."""
        since = self._clock() - self._preferences[UPDATE_ASKED]
        if self._preferences[UPDATE_NOTICE] and not self.looks and not 0 <= since < DAY:
            self.looks = True
            self._tasks.start(self._look(), "Looking for a new version")

    async def _look(self) -> None:
        try:
            # In a thread, because httpx and the signatures are loaded here, which takes longer than a frame.
            module: Any = await asyncio.to_thread(import_module, "app.updates.look")
            serial = self._preferences[UPDATE_SERIAL]
            seen: Seen = await module.look(self._place, own=version("quizwright"), serial=serial)
            if seen.asked:
                await asyncio.to_thread(self._keep, seen)
        finally:
            self.looks = False
        if seen.release is not None and self._preferences[UPDATE_NOTICE]:
            self.found.emit(seen.release)
        self.looked.emit(seen)

    def _keep(self, seen: "Seen") -> None:
        with suppress(UserError):  # a full disk is told where something of the person's is lost by it
            self._preferences.put(UPDATE_ASKED, int(self._clock()))
            self._preferences.put(UPDATE_SERIAL, seen.serial)
