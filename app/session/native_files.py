"""Our own files on their way in: a new quiz, or a copy of one that is here, which is merged into it as one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import UserError
from app.interchange.native_import import take_in_native
from app.interchange.take_in import keep_pictures
from app.library.errors import LibraryReadOnly
from app.library.native_file import NativeQuiz, read_native
from app.session.workspace import Failed, Workspace
from app.sync.meeting import is_here, note_copy, reunion_of, what_is_done
from app.sync.reunion import Reunion


@dataclass(frozen=True, slots=True)
class TakenFile:
    """The quiz that a file became, and what came of both copies where it was here already."""

    file: str
    quiz_id: str
    reunion: Reunion | None = None


Taken = Callable[[TakenFile], object]
All = Callable[[tuple[TakenFile, ...]], object]


class NativeFiles:
    """Takes in one file after the other; everything that reads or writes is done in the writer's thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def take_in(self, paths: Sequence[Path], done: All, failed: Failed) -> None:
        """Take in files; `done` follows with those that could be, `failed` comes for each of the others."""
        self._next(list(paths), (), done, failed)

    def _next(self, left: list[Path], so_far: tuple[TakenFile, ...], done: All, failed: Failed) -> None:
        if not left:
            done(so_far)
            return

        def taken(one: TakenFile) -> None:
            self._next(left[1:], (*so_far, one), done, failed)

        def refused(error: UserError) -> None:
            failed(error)
            self._next(left[1:], so_far, done, failed)

        self._take_in(left[0], taken, refused)

    def _take_in(self, path: Path, taken: Taken, failed: Failed) -> None:
        library = self._workspace.library

        def work() -> NativeQuiz | str:
            native = read_native(path)
            if not is_here(library, native.quiz.id):
                return take_in_native(library, native, path.name)
            if (reason := library.read_only_reason) is not None:
                raise LibraryReadOnly(reason)
            keep_pictures(library, native.media, path.name)
            library.restore_quiz(native.quiz.id)
            return native

        def arrive(found: NativeQuiz | str) -> None:
            if isinstance(found, str):
                taken(TakenFile(path.name, found))
            else:
                self._meet(found, path.name, taken, failed)

        self._workspace.write(work, arrive, failed)

    def _meet(self, native: NativeQuiz, file: str, taken: Taken, failed: Failed) -> None:
        """Merge with the quiz as it is now. What the person writes meanwhile is not lost: it is done again then."""
        workspace, theirs = self._workspace, native.quiz
        document = workspace.open(theirs.id)
        workspace.finish(theirs.id)
        mine = document.quiz

        def arrive(reunion: Reunion) -> None:
            if document.quiz is not mine:
                self._meet(native, file, taken, failed)
                return
            if reunion.is_mixed:
                workspace.write(lambda: note_copy(workspace.library, mine, theirs, file), None, failed)
            if reunion.is_new:
                document.bring_in(reunion.quiz, str(what_is_done(file)))
                workspace.autosave(theirs.id).save_now()
            taken(TakenFile(file, theirs.id, reunion))

        workspace.write(lambda: reunion_of(workspace.library, mine, theirs), arrive, failed)
