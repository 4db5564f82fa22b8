"""A mark as an undo step, until it is sent."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from app.library.results.row import AttemptRow, Mark

_MARK = 1
Put = Callable[[AttemptRow, Mark, bool], None]
"""Keeps a mark; whether the person is led to it."""


class MarkStep(QUndoCommand):
    """Points or a comment; what is typed into one field is one step."""

    def __init__(self, put: Put, row: AttemptRow, before: Mark, after: Mark, text: str) -> None:
        super().__init__(text)
        self._put, self._row = put, row
        self.before, self.after = before, after
        self._first = True

    def redo(self) -> None:
        """Keep the new one; who just typed it needs not be led to it."""
        self._put(self._row, self.after, not self._first)
        self._first = False

    def undo(self) -> None:
        """Keep what was there before, and show it."""
        self._put(self._row, self.before, True)

    def id(self) -> int:
        """Only steps with the same number are asked to merge."""
        return _MARK

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join what was typed on in the same field."""
        if not isinstance(other, MarkStep) or other._field != self._field:  # noqa: SLF001
            return False
        self.after = other.after
        return True

    @property
    def _field(self) -> tuple[str, int, str, bool]:
        """Which attempt, which answer, and whether it is the comment."""
        mark = self.after
        return (mark.submission_id, mark.attempt, mark.question_id, mark.comment != self.before.comment)
