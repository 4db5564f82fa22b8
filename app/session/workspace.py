"""The library as the window has it: reads at once, writes in one thread, open quizzes kept with their undo."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.geometry.oval_reading import OVALS
from app.library.library import Library
from app.library.row import Account, CourseRow, QuizRow, Ready
from app.session.journeys import Journeys
from app.session.open_quizzes import OpenQuizzes
from app.session.save_status import HANDED_OVER, SAVED, SaveStatus, failed, reading
from app.session.writer import Writer

if TYPE_CHECKING:
    from app.session.autosave import Autosave
    from app.session.conflicts import Conflicts
    from app.session.document import Document
    from app.session.my_questions import MyQuestions
    from app.session.past import Past
    from app.session.pictures import PictureShelf
    from app.session.printings import Printings
    from app.session.recounting import Recounting
    from app.session.searching import Searching
    from app.session.seeker import Seeker
    from app.session.transfer import Sending
    from app.session.tryouts import Tryouts

Failed = Callable[[UserError], None]


class Workspace(QObject):
    """One library for one window. `rows_changed` says that a list is no longer true; `failed` tells what went wrong."""

    rows_changed = Signal()
    status_changed = Signal(object)
    failed = Signal(object)
    closing = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.reader = library.reader()
        self.writer = Writer(self)
        self._quizzes = OpenQuizzes(library, self.reader, self.writer, lambda: self.shelf, self)
        self._quizzes.status_changed.connect(self._show_status)
        self._shelf: PictureShelf | None = None
        self._seeker: Seeker | None = None
        self._conflicts: Conflicts | None = None
        self._recounting: Recounting | None = None
        self._journeys = Journeys()
        self.status = self._standing()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing of it can be changed."""
        return self.library.read_only_reason is not None

    def stand_anew(self) -> None:
        """The library can be changed from now on, or no longer, or was changed as a whole: let go what is open."""
        self._quizzes.let_go()
        self._show_status(self._standing())
        self.rows_changed.emit()
        if self._recounting is not None:
            self.recount()

    def _standing(self) -> SaveStatus:
        reason = self.library.read_only_reason
        if self.library.handover is not None:
            return HANDED_OVER
        return SAVED if reason is None else reading(reason)

    # lists: SQLite's columns, no model

    def rows(self, *, deleted: bool = False) -> list[QuizRow]:
        """The quizzes, the last edited first."""
        return self.reader.quizzes(deleted=deleted)

    def accounts(self) -> list[Account]:
        """Every connection."""
        return self.reader.accounts()

    def courses(self) -> list[CourseRow]:
        """Every course that was seen."""
        return self.reader.courses()

    def only_there(self) -> list[QuizRow]:
        """The quizzes of courses that are on Canvas and not here."""
        return self.reader.only_there()

    def ready(self, account_id: str, course_id: str) -> Ready:
        """What of a course can be used off-line."""
        return self.reader.ready(account_id, course_id)

    def searching(self, parent: QObject | None = None) -> "Searching":
        """The search of one list: `ask(Sought)` is answered by its signal `found(Found)`, beside the window."""
        searches: Any = import_module("app.session.searching")
        seeker = self._shared_seeker()
        searching: Searching = searches.Searching(seeker.search, seeker, parent or self)
        searching.failed.connect(self.failed)
        return searching

    def my_questions(self, parent: QObject | None = None) -> "MyQuestions":
        """The questions of every quiz, for taking some over into another one."""
        kind: type[MyQuestions] = import_module("app.session.my_questions").MyQuestions
        made = kind(self._shared_seeker(), self.save_now, self.tags, parent or self)
        made.failed.connect(self.failed)
        return made

    def _shared_seeker(self) -> "Seeker":
        if self._seeker is None:
            self._seeker = import_module("app.session.seeker").Seeker(self.library, self)
        return self._seeker

    def tags(self) -> list[str]:
        """Every tag that is in use."""
        return self.reader.tags()

    def past(self, quiz_id: str) -> "Past":
        """Every kept version of a quiz, read when it is asked for."""
        pasts: Any = import_module("app.session.past")
        past: Past = pasts.Past(lambda: self.reader.history(quiz_id), self.reader.version)
        return past

    def tryouts(self, quiz_id: str) -> "Tryouts":
        """The kept try-outs of a quiz."""
        kind: type[Tryouts] = import_module("app.session.tryouts").Tryouts
        return kind(self, quiz_id)

    def printings(self, quiz_id: str) -> "Printings":
        """The printings of a quiz that are kept."""
        kind: type[Printings] = import_module("app.session.printings").Printings
        return kind(self, quiz_id)

    # quizzes

    def open(self, quiz_id: str) -> "Document":
        """The open quiz; opening it again gives the same one with its undo."""
        return self._quizzes.open(quiz_id)

    def read_ovals(self, reading: str) -> None:
        """Read the ovals of hot spots like this from now on; open quizzes follow. Raises ValueError."""
        if OVALS.reading != reading:
            OVALS.turn(reading)
            self._quizzes.check_anew("hot-spot")
            if self._recounting is not None:
                self.recount()

    def autosave(self, quiz_id: str) -> "Autosave":
        """What keeps an open quiz on disk."""
        return self._quizzes.autosave(quiz_id)

    def is_open(self, quiz_id: str) -> bool:
        """Whether a quiz has an undo stack here."""
        return quiz_id in self._quizzes

    def create_quiz(self, title: str, created: Callable[[str], None]) -> None:
        """Make an empty quiz; `created` gets its id."""

        def work() -> str:
            fields = import_module("app.models.quiz").NewQuiz(title=title)
            return self.library.create_quiz(fields).id

        self.write(work, created)

    def delete_quiz(self, quiz_id: str, deleted: Callable[[], None] | None = None) -> None:
        """Put a quiz into "Recently deleted"; nothing happens on Canvas."""
        self.finish(quiz_id)
        self.write(lambda: self.library.delete_quiz(quiz_id), lambda _: deleted and deleted())

    def restore_quiz(self, quiz_id: str) -> None:
        """Take a quiz out of "Recently deleted"."""
        self.write(lambda: self.library.restore_quiz(quiz_id), None)

    def duplicate_quiz(self, quiz_id: str, title: str, created: Callable[[str], None]) -> None:
        """Copy a quiz under a new title, without its link to Canvas."""
        self.finish(quiz_id)

        def work() -> str:
            quiz = self.library.open_quiz(quiz_id).quiz
            items = [item.with_id(str(uuid4())) for item in quiz.items]
            fields = quiz.fields.replaced(title=title)
            return self.library.create_quiz(fields, items, local=quiz.local, what="Duplicate").id

        self.write(work, created)

    def send_questions(self, sending: "Sending", sent: Callable[[Callable[[], None]], None]) -> None:
        """Copy or move questions to another quiz; `sent` gets what takes that back, when it is done."""
        self.finish(sending.source)
        self.finish(sending.target)
        items = self.open(sending.source).quiz.items
        transfers: Any = import_module("app.session.transfer")

        def work() -> dict[str, str]:
            pictures: dict[str, str] = transfers.pictures(self.library, [one for one in items if one.id in sending.ids])
            return pictures

        def arrive(pictures: dict[str, str]) -> None:
            documents = (self.open(sending.source), self.open(sending.target))
            take_back = transfers.sent(sending, *documents, pictures, self._journeys)
            self.autosave(sending.target).save_now()
            if take_back is not None:
                sent(take_back)

        self.write(work, arrive)

    def import_native(self, path: Path, imported: Callable[[str], None], failed: Failed | None = None) -> None:
        """Bring in a .quizwright file; `imported` gets the new quiz's id."""

        def work() -> str:
            native: Any = import_module("app.interchange.native_import")
            found: str = native.import_native(self.library, path)
            return found

        self.write(work, imported, failed)

    @property
    def shelf(self) -> "PictureShelf":
        """Pictures for editors."""
        if self._shelf is None:
            pictures: Any = import_module("app.session.pictures")
            self._shelf = pictures.PictureShelf(self.library, self.reader, self.writer, self)
        shelf: PictureShelf = self._shelf
        return shelf

    @property
    def conflicts(self) -> "Conflicts":
        """What is undecided in quizzes, loaded when a quiz has any."""
        if self._conflicts is None:
            made: Any = import_module("app.session.conflicts")
            self._conflicts = made.Conflicts(self, self)
        conflicts: Conflicts = self._conflicts
        return conflicts

    def check(self, results_days: int | None = None) -> None:
        """Look through the file beside the first paint, then tend it; from a damaged one on nothing is written.

        Results of students that are older than so many days are deleted first, so that no backup takes them along.
        """

        def work() -> None:
            self.library.check()
            if results_days is not None and self.library.read_only_reason is None:
                import_module("app.library.results.forgetting").forget_old_results(self.library, results_days)
            import_module("app.library.upkeep").tend(self.library)

        self.write(work, None)

    def recount(self) -> None:
        """Let counts of problems follow the rules, beside the window: those of an update, or another way of reading."""
        if self.is_read_only:
            return
        if self._recounting is None:
            made = self._recounting = import_module("app.session.recounting").Recounting(
                self.library, self.writer, self
            )
            made.counted.connect(self._quizzes.take_counts)
            made.ended.connect(self.rows_changed)
            self.closing.connect(made.stop)
        self._recounting.begin()

    def save_now(self, tried: Callable[[], None]) -> None:
        """Hand what is not on disk yet to the writer; `tried` follows when it is there, or was refused."""
        self._quizzes.save_now()
        self.writer.submit(lambda: None, lambda _: tried())

    def save_all(self) -> None:
        """Put every open quiz on disk and wait for it: the window is about to close. Raises UserError."""
        self._quizzes.save_all()

    def close(self) -> None:
        """Save what is open, end the thread, close the file. Raises UserError where the last change cannot be kept."""
        try:
            self.save_all()
        finally:
            self.closing.emit()
            self._quizzes.stop()
            self.writer.close()
            if self._seeker is not None:
                self._seeker.close()
            self.reader.close()
            self.library.close()

    def finish(self, quiz_id: str) -> None:
        """Hand what an open quiz has not on disk yet to the writer: what is written next comes after it."""
        self._quizzes.finish(quiz_id)

    def write(
        self, work: Callable[[], Any], done: Callable[[Any], object] | None, failed: Failed | None = None
    ) -> None:
        """Let the writer do something that changes lists; `done` gets its result, `failed` what went wrong."""

        def on_done(result: object) -> None:
            self.rows_changed.emit()
            if done is not None:
                done(result)

        self.writer.submit(work, on_done, failed or self._tell)

    def _tell(self, error: UserError) -> None:
        self.failed.emit(error)
        self._show_status(failed(error))

    def _show_status(self, status: SaveStatus) -> None:
        self.status = status
        self.status_changed.emit(status)
        if status is SAVED:
            self.rows_changed.emit()
