"""The kept try-outs of one quiz."""

from collections.abc import Callable, Sequence
from functools import partial

from app.library.tryouts import Tryout, forget_tryout, keep_tryout, tryouts
from app.session.workspace import Workspace


class Tryouts:
    """Reads at once; keeps and forgets in the writer's thread, `done` is called when that is so."""

    def __init__(self, workspace: Workspace, quiz_id: str) -> None:
        self._workspace, self._quiz_id = workspace, quiz_id

    def all(self) -> Sequence[Tryout]:
        """The newest first."""
        return tryouts(self._workspace.reader, self._quiz_id)

    def keep(self, tryout: Tryout, done: Callable[[], object]) -> None:
        """Keep one more. A library that cannot be written says so."""
        self._write(partial(keep_tryout, self._workspace.library, self._quiz_id, tryout), done)

    def forget(self, number: int, done: Callable[[], object]) -> None:
        """Delete one."""
        self._write(partial(forget_tryout, self._workspace.library, number), done)

    def _write(self, work: Callable[[], None], done: Callable[[], object]) -> None:
        self._workspace.writer.submit(work, lambda _: done(), self._workspace.failed.emit)
