"""What the questions of an open quiz are together, found a few milliseconds at a time while nobody types or drags."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.checks.glance import Glance, glance
from app.checks.likeness import Kind, Likeness
from app.checks.together import Together, together
from app.models.item import Item
from app.models.quiz import Quiz
from app.session.piecework import Piecework

PAUSE_MS = 500
"""Questions are compared when nothing was changed for so long; also after the quiz was opened."""


class Comparing(QObject):
    """`compared` comes when something else is known of them than before."""

    compared = Signal()

    def __init__(self, quiz: Callable[[], Quiz], parent: QObject) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self.twins: Mapping[str, tuple[Kind, str]] = {}
        self.together = Together()
        self._seen: dict[str, tuple[Item, Glance]] = {}
        self._likeness, self._found = Likeness(), dict[str, tuple[Kind, str]]()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._work = Piecework(self._compare, self)
        self._work.done.connect(self._end)
        self._pause.start()

    def ask(self) -> None:
        """The quiz is another one: compare its questions soon."""
        self._work.drop()
        self._pause.start()

    def finish(self) -> None:
        """Compare them now, if that has not been done."""
        if self._pause.isActive():
            self._pause.stop()
            self._start()
        self._work.finish()

    def stop(self) -> None:
        """Compare nothing any more: nobody is there to hear of it."""
        self._pause.stop()
        self._work.drop()

    def _begin(self) -> None:
        if QGuiApplication.mouseButtons():  # a question with thousands of corners would stop what is dragged
            self._pause.start()
            return
        self._start()

    def _start(self) -> None:
        self._likeness, self._found = Likeness(), {}
        ids = [item.id for item in self._quiz().items]
        self._seen = {item_id: seen for item_id, seen in self._seen.items() if item_id in self._quiz().places}
        self._work.ask(ids)

    def _compare(self, item_id: str) -> None:
        item = self._quiz().item(item_id)
        seen = self._seen.get(item_id)
        if seen is None or seen[0] is not item:
            seen = self._seen[item_id] = (item, glance(item))
        wording = seen[1].wording
        twin = self._likeness.find(item_id, wording) if wording is not None else None
        if twin is not None:
            self._found[item_id] = twin

    def _end(self) -> None:
        found = (self._found, together(one for _, one in self._seen.values()))
        if found != (self.twins, self.together):
            self.twins, self.together = found
            self.compared.emit()
