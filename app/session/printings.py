"""The printings of one quiz that are kept."""

from collections.abc import Callable, Sequence
from functools import partial

from app.errors import UserError
from app.library.printings import Printing, keep_printing, printed_quiz, printings
from app.models.quiz import Quiz
from app.session.workspace import Workspace


class Printings:
    """Reads at once; keeps in the writer's thread."""

    def __init__(self, workspace: Workspace, quiz_id: str) -> None:
        self._workspace, self._quiz_id = workspace, quiz_id

    def all(self) -> Sequence[Printing]:
        """The newest first."""
        return printings(self._workspace.reader, self._quiz_id)

    def read(self, number: int, done: Callable[[Quiz], object], failed: Callable[[UserError], object]) -> None:
        """The quiz as it was printed, read beside the window: all of it is needed at once."""
        self._workspace.writer.submit(partial(printed_quiz, self._workspace.library, number), done, failed)

    def keep(
        self, quiz: Quiz, printing: Printing, done: Callable[[int], object], failed: Callable[[UserError], object]
    ) -> None:
        """Keep one more; `done` gets its number."""
        self._workspace.writer.submit(partial(keep_printing, self._workspace.library, quiz, printing), done, failed)
