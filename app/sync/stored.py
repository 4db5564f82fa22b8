"""A quiz that no window has open, as the source of a sync: the command line's side of `Source`."""

from collections.abc import Callable

from app.checks.table import problems
from app.library.library import Library
from app.message import Message
from app.models.quiz import Quiz


class StoredQuiz:
    """Reads and saves the quiz in the library at once."""

    def __init__(self, library: Library, quiz_id: str) -> None:
        self._library = library
        found = library.open_quiz(quiz_id)
        self._quiz, self._counts = found.quiz, dict(found.problem_counts)

    def quiz(self) -> Quiz:
        """The present value."""
        return self._quiz

    async def apply(self, change: Callable[[Quiz], Quiz], what: Message) -> None:
        """Save the changed value as one step of the history."""
        before, after = self._quiz, change(self._quiz)
        known = {id(item) for item in before.items}
        self._counts |= {item.id: len(problems(item)) for item in after.items if id(item) not in known}
        self._library.save(after, before=before, what=str(what), problem_counts=self._counts)
        self._quiz = after

    async def keep(self) -> None:
        """It is on disk."""


async def at_once(work: Callable[[], object]) -> None:
    """Carry a write to the library out here and now."""
    work()
