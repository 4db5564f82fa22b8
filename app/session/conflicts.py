"""The conflicts of open quizzes, from what the last look at Canvas kept of them; deciding needs no connection."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.library.row import LinkRow
from app.session.workspace import Workspace
from app.sync.link_pictures import LinkPictures
from app.sync.resolve import Decision, Keep, resolved
from app.sync.settlement import Settlement, open_conflicts
from app.sync.step import Conflict


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A conflict with one of the courses that a quiz is in."""

    link: LinkRow
    conflict: Conflict

    @property
    def key(self) -> tuple[str, str, str]:
        """Link, item and unit: there is one conflict of each at a time."""
        return (self.link.id, self.conflict.item_id, self.conflict.unit)


class Conflicts(QObject):
    """`changed` carries the id of a quiz whose conflicts are others now."""

    changed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._decided: set[tuple[str, str, str]] = set()

    def of(self, quiz_id: str) -> tuple[OpenConflict, ...]:
        """What is to be decided of a quiz, in the order of its questions; what is about a question that is gone waits
        for the next look at Canvas."""
        places = self._workspace.open(quiz_id).quiz.places
        reader = self._workspace.reader
        found = [OpenConflict(link, one) for link in reader.links(quiz_id) for one in open_conflicts(reader, link)]
        known = [one for one in found if not one.conflict.item_id or one.conflict.item_id in places]
        known.sort(key=lambda one: places.get(one.conflict.item_id, -1))
        return tuple(one for one in known if one.key not in self._decided)

    def decide(self, quiz_id: str, chosen: Sequence[OpenConflict], keep: Keep, what: str) -> None:
        """Decide these as one undo step, named `what`: at once here, and on Canvas at the next sync."""
        document = self._workspace.open(quiz_id)
        quiz, settlements = document.quiz, []
        for link in {one.link.id: one.link for one in chosen}.values():
            decisions = [Decision(one.conflict, keep) for one in chosen if one.link.id == link.id]
            pictures = LinkPictures(self._workspace.library, self._workspace.reader, link)
            quiz, _copies = resolved(quiz, decisions, pictures.reference, lambda: str(uuid4()))
            settlements.append(Settlement(self._workspace.library, link, decisions))
        keys = {one.key for one in chosen}

        def settle() -> None:
            self._decided |= keys
            self._keep(quiz_id, keys, [partial(one.settle, quiz) for one in settlements])

        def take_back() -> None:
            self._keep(quiz_id, keys, [one.take_back for one in settlements])

        show = next((one.conflict.item_id for one in chosen if one.conflict.item_id), "")
        document.decide(quiz, what, show, settle, take_back)

    def _keep(self, quiz_id: str, keys: set[tuple[str, str, str]], works: Sequence[Callable[[], None]]) -> None:
        """After the quiz itself: a cut in between then leaves the conflict open, and loses nothing."""

        def work() -> None:
            for one in works:
                one()

        def done(_result: object) -> None:
            self._decided -= keys
            self._workspace.rows_changed.emit()
            self.changed.emit(quiz_id)

        autosave = self._workspace.autosave(quiz_id)
        failed = self._workspace.failed.emit
        autosave.when_saved(lambda: self._workspace.writer.submit(work, done, failed))
        self.changed.emit(quiz_id)
