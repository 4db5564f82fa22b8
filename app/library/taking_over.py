"""A library that comes from another computer, taken into the one that is here: nothing of either is lost.

Quizzes are known by their ids, which stay the same on every computer. All of it is one transaction; pictures come
before it, and what was handed over here counts again once it is done.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import apsw

from app.library import content
from app.library.automatic_backup import back_up_database
from app.library.backup import keep_pictures, unpack
from app.library.database import FILE, opened, told
from app.library.errors import LibraryReadOnly, files_told
from app.library.handover import remove_mark
from app.library.library import Library
from app.library.migrations import migrate
from app.library.rivals import Verdict, past, synced, verdict
from app.library.transplant import Transplant
from app.message import message
from app.models.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Arrival:
    """How many quizzes are new here, how many went on from where they were, and the titles of those kept twice."""

    new: int
    updated: int
    twice: tuple[str, ...]


def take_over(library: Library, source: Path) -> Arrival:
    """Take in a file that `moving.hand_over` wrote. A copy that was handed over itself counts again from then on.

    Raises `NotABackup`, `LibraryReadOnly`, `DiskFull`, `NotWritten`; then nothing has changed.
    """
    if not library.is_first or (library.read_only_reason is not None and library.handover is None):
        assert library.read_only_reason is not None
        raise LibraryReadOnly(library.read_only_reason)
    with files_told(library.folder), TemporaryDirectory(dir=library.folder, prefix=".taking-over-") as scratch:
        fresh = Path(scratch)
        unpack(source, fresh)
        _bring_up(fresh / FILE)
        if library.quizzes() or library.quizzes(deleted=True):
            back_up_database(library.db, library.folder, library.now())
        keep_pictures(fresh, library.folder)
        mark = library.handover
        library.set_handed_over(None)
        try:
            arrival = _merged(library, fresh, given=mark is not None)
        except BaseException:
            library.set_handed_over(mark)
            raise
        remove_mark(library.folder)
    return arrival


def _bring_up(database: Path) -> None:
    """Give it the newest schema, and leave no log beside it."""
    with told(database):
        db = opened(database, writing=True)
        migrate(db, lambda: None)
        db.pragma("journal_mode", "delete")
        db.close()


def _merged(library: Library, fresh: Path, *, given: bool) -> Arrival:
    with told(library.folder / FILE), Library.open(fresh, writing=False) as theirs:
        library.db.execute("ATTACH ? AS moved", (str(fresh / FILE),))
        try:
            with library.transaction() as db:
                return _Merge(library, theirs, db).done(given=given)
        finally:
            library.db.execute("DETACH moved")


class _Merge:
    def __init__(self, library: Library, theirs: Library, db: apsw.Connection) -> None:
        self._library, self._theirs, self._db = library, theirs, db
        self._transplant = Transplant(db)

    def done(self, *, given: bool) -> Arrival:
        self._transplant.common()
        here = {row[0] for row in self._db.execute("SELECT id FROM main.quiz")}
        there = [row[0] for row in self._db.execute("SELECT id FROM moved.quiz ORDER BY rowid")]
        verdicts = {
            quiz: verdict(past(self._db, quiz), synced(self._db, quiz), given=given) for quiz in there if quiz in here
        }
        new = [quiz for quiz in there if quiz not in here]
        for quiz in new:
            self._transplant.quiz(quiz)
        twice = [title for quiz, found in verdicts.items() if (title := self._settle(quiz, found))]
        content.sweep(self._db)
        updated = sum(found.takes and not found.both for found in verdicts.values())
        return Arrival(len(new), updated, tuple(twice))

    def _settle(self, quiz: str, found: Verdict) -> str:
        """Do what was decided; the title of a quiz that is kept twice."""
        if found.both:
            kept = (self._library if found.takes else self._theirs).open_quiz(quiz).quiz
            ending = message("from this computer") if found.takes else message("from the other computer")
            self._keep_beside(kept, str(ending))
        if found.takes:
            self._transplant.remove(quiz)
            self._transplant.quiz(quiz)
        elif not found.both:
            self._revive(quiz)
        return str(self._db.execute("SELECT title FROM main.quiz WHERE id = ?", (quiz,)).get) if found.both else ""

    def _keep_beside(self, quiz: Quiz, ending: str) -> None:
        items = [item.with_id(str(uuid4())) for item in quiz.items]
        title = f"{quiz.title} ({ending})"
        self._library.create_quiz(quiz.fields.replaced(title=title), items, local=quiz.local, what="Import")

    def _revive(self, quiz: str) -> None:
        """A quiz lies among the deleted ones only where it does so on both computers."""
        self._db.execute(
            "UPDATE main.quiz SET deleted_at = NULL WHERE id = ?1"
            " AND EXISTS (SELECT 1 FROM moved.quiz WHERE id = ?1 AND deleted_at IS NULL)",
            (quiz,),
        )
