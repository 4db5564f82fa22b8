"""What blind guessing earns in an open quiz, worked out a few milliseconds at a time while nobody types."""

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.item import Item
from app.models.quiz import Quiz
from app.session.piecework import Piecework

PAUSE_MS: Final = 1500
"""It is worked out when nothing was changed for so long; also after the quiz was opened."""
MOST: Final = 500
"""Questions: of a larger quiz each would have to be read whole, which nothing else needs."""


class Expecting(QObject):
    """`found` comes with the points that guessing earns, of how many."""

    found = Signal(float, float)

    def __init__(self, quiz: Callable[[], Quiz], parent: QObject, *, pause: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._seen: dict[str, tuple[Item, float]] = {}
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._begin)
        self._work = Piecework(self._expect, self)
        self._work.done.connect(self._end)
        self._pause.start()

    def ask(self) -> None:
        """The quiz is another one: work it out soon."""
        self._work.drop()
        self._pause.start()

    def stop(self) -> None:
        """Work nothing out any more: nobody is there to hear of it."""
        self._pause.stop()
        self._work.drop()

    def _begin(self) -> None:
        quiz = self._quiz()
        self._seen = {item_id: seen for item_id, seen in self._seen.items() if item_id in quiz.places}
        if 0 < len(quiz.items) <= MOST:
            self._work.ask(item.id for item in quiz.items)

    def _expect(self, item_id: str) -> None:
        item = self._quiz().item(item_id)
        seen = self._seen.get(item_id)
        if seen is None or seen[0] is not item:
            self._seen[item_id] = (item, self._grading.expected_points(item, self._grading.TRIES))

    @cached_property
    def _grading(self) -> Any:  # noqa: ANN401 - a module
        """Loaded by then in an idle moment: no quiz waits for it that is opened."""
        return import_module("app.grading.expected")

    def _end(self) -> None:
        earned = sum(earned for _, earned in self._seen.values())
        self.found.emit(earned, self._quiz().points)
