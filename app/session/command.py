"""Undo steps of an open quiz. Each keeps only what it changed; values share the rest."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QUndoCommand

from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz

Apply = Callable[[Quiz, str], None]
"""Puts a new value into the document and tells which item to show ("" = none)."""

_ITEM_EDIT = 1
_FIELDS_EDIT = 2
_ITEMS_EDIT = 3


class EditItem(QUndoCommand):
    """Another value of one item; a burst of typing at one field is one step."""

    def __init__(self, quiz: Callable[[], Quiz], apply: Apply, item: Item, text: str, burst: str) -> None:
        super().__init__(text)
        self._quiz, self._apply, self._burst = quiz, apply, burst
        self.before = quiz().item(item.id)
        self.after = item
        self._first = True

    def redo(self) -> None:
        """Put the new value in; the person who just typed it needs not be led to it."""
        self._apply(self._quiz().with_item(self.after), "" if self._first else self.after.id)
        self._first = False

    def undo(self) -> None:
        """Put the old value back and show it."""
        self._apply(self._quiz().with_item(self.before), self.before.id)

    def id(self) -> int:
        """Only commands with the same number are asked to merge."""
        return _ITEM_EDIT if self._burst else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join a later step of the same burst; a burst that returned to its start is no step at all."""
        if not isinstance(other, EditItem) or other._burst != self._burst or other.after.id != self.after.id:  # noqa: SLF001
            return False
        self.after = other.after
        self.setObsolete(_same(self.before, self.after))
        return True


class EditFields(QUndoCommand):
    """Other fields of the quiz: title, instructions, settings."""

    def __init__(self, quiz: Callable[[], Quiz], apply: Apply, fields: NewQuiz, text: str, burst: str) -> None:
        super().__init__(text)
        self._quiz, self._apply, self._burst = quiz, apply, burst
        self._before = quiz().fields
        self._after = fields

    def redo(self) -> None:
        """Put the new fields in."""
        self._apply(self._quiz().with_fields(self._after), "")

    def undo(self) -> None:
        """Put the old fields back."""
        self._apply(self._quiz().with_fields(self._before), "")

    def id(self) -> int:
        """Only commands with the same number are asked to merge."""
        return _FIELDS_EDIT if self._burst else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join a later step of the same burst."""
        if not isinstance(other, EditFields) or other._burst != self._burst:  # noqa: SLF001
            return False
        self._after = other._after  # noqa: SLF001
        self.setObsolete(self._before == self._after)
        return True


class ChangeItems(QUndoCommand):
    """Items added, deleted or moved, or a pull: the whole order before and after."""

    def __init__(self, quiz: Callable[[], Quiz], apply: Apply, after: Quiz, text: str, show: str) -> None:
        super().__init__(text)
        self._quiz, self._apply, self._show = quiz, apply, show
        self._before = quiz()
        self._after = after

    def redo(self) -> None:
        """Put the new items in and show the first one concerned."""
        self._apply(self._after, self._show if self._show in self._after.places else "")

    def undo(self) -> None:
        """Put the old items back and show the first one concerned."""
        self._apply(self._before, self._show if self._show in self._before.places else "")


class Shared(Protocol):
    """Something done to several quizzes at once: it holds neither a document nor a step (see `Document`)."""

    def follow(self, quiz_id: str, *, done: bool) -> None:
        """One of the quizzes was brought into this state: bring the others there."""


class SharedChange(ChangeItems):
    """A step that one quiz has of something done to several: with it, `whole` is done, or not `done` any more.

    `gone_over` hears of each undo and redo.
    """

    def __init__(
        self,
        quiz: Callable[[], Quiz],
        apply: Apply,
        after: Quiz,
        text: str,
        show: str,
        gone_over: Callable[[Shared, bool], None],
        whole: Shared,
        done: bool,
    ) -> None:
        super().__init__(quiz, apply, after, text, show)
        self.whole, self.done = whole, done
        self._gone_over = gone_over

    def redo(self) -> None:
        """Put the new value in, and let the other quizzes follow."""
        super().redo()
        self._gone_over(self.whole, self.done)

    def undo(self) -> None:
        """Put the old value back, and let the other quizzes follow."""
        super().undo()
        self._gone_over(self.whole, not self.done)


class EditItems(QUndoCommand):
    """Other values of several items, none added, gone or moved; a burst of typing is one step."""

    def __init__(self, quiz: Callable[[], Quiz], apply: Apply, after: Quiz, text: str, show: str, burst: str) -> None:
        super().__init__(text)
        self._apply, self._show, self._burst = apply, show, burst
        self._before = quiz()
        self._after = after
        self._first = True

    def redo(self) -> None:
        """Put the new values in; the person who just chose them needs not be led to them."""
        self._apply(self._after, "" if self._first else self._show)
        self._first = False

    def undo(self) -> None:
        """Put the old values back and show the first item concerned."""
        self._apply(self._before, self._show)

    def id(self) -> int:
        """Only commands with the same number are asked to merge."""
        return _ITEMS_EDIT if self._burst else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join a later step of the same burst; a burst that returned to its start is no step at all."""
        if not isinstance(other, EditItems) or other._burst != self._burst:  # noqa: SLF001
            return False
        self._after = other._after  # noqa: SLF001
        self.setObsolete(all(map(_same, self._before.items, self._after.items)))
        return True


class Decide(ChangeItems):
    """A decided conflict: what it makes of the quiz, and what is kept of it beside the quiz."""

    def __init__(
        self,
        quiz: Callable[[], Quiz],
        apply: Apply,
        after: Quiz,
        text: str,
        show: str,
        settle: Callable[[], object],
        take_back: Callable[[], object],
    ) -> None:
        super().__init__(quiz, apply, after, text, show)
        self._settle, self._take_back = settle, take_back

    def redo(self) -> None:
        """Put the value in and keep the decision."""
        super().redo()
        self._settle()

    def undo(self) -> None:
        """Put the old value back and leave the conflict open again."""
        super().undo()
        self._take_back()


def _same(before: Item, after: Item) -> bool:
    return before is after or (before.points == after.points and before.document == after.document)
