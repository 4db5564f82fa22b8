"""Results of one course in the window: read at once, marked at once, fetched and sent beside it."""

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.canvas.client import CanvasClient
from app.canvas.errors import NotAllowed
from app.canvas.reports import ReportFormat, ReportType
from app.errors import UserError
from app.library.grouping import course_zone
from app.library.results.attempt_figures import attempt_figures
from app.library.results.given import Given, GivenState, forget_given, given, keep_given, unsent
from app.library.results.keeping import answers, attempts, keep_results, result_set, result_sets, students
from app.library.results.marks import forget_marks, keep_mark, marks, marks_of
from app.library.results.row import Answer, AttemptRow, Mark, QuizThere, ResultSet
from app.models.results.analysis import QuestionFigures, distribution, read_report
from app.models.results.quiz_submission import SubmissionTime
from app.models.results.reading import read_all
from app.models.results.report_table import ReportTable, read_table
from app.models.results.student import Student
from app.models.wall_clock import zone_named
from app.session.preview_attempt import PreviewAttempt, begun_preview, preview_score
from app.session.workspace import Workspace
from app.sync.results.fetch import fetched_classic, fetched_new
from app.sync.results.report import fetched_report
from app.sync.results.send_given import Gave, send_given
from app.sync.results.send_marks import Sent, send_marks

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_CAN_GO = (GivenState.HERE, GivenState.LATER, GivenState.REFUSED)
ClientOf = Callable[[str], AbstractAsyncContextManager[CanvasClient, Any]]


@dataclass(frozen=True, slots=True)
class ListedQuiz:
    """A quiz of the course; `kept` is what is here of it."""

    quiz: QuizThere
    title: str
    kept: ResultSet | None


class CourseResults(QObject):
    """`changed` says that what is kept is another; coroutines raise UserError with words for a person."""

    changed = Signal()
    progressed = Signal(int, int)

    def __init__(
        self, workspace: Workspace, client_of: ClientOf, account_id: str, course_id: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._client_of = workspace, client_of
        self.account_id, self.course_id = account_id, course_id
        self._there: dict[QuizThere, str] = {}
        self._students: dict[str, str] = {}
        self.limits: dict[str, tuple[str, int]] = {}
        """Title and time limit in seconds of the New Quizzes that have one, as Canvas listed them."""

    @property
    def shelf(self) -> "PictureShelf":
        """Pictures of this computer, for what is shown; nothing is fetched."""
        return self._workspace.shelf

    @property
    def zone(self) -> ZoneInfo | None:
        """Whose clock the course goes by; None where it is not known."""
        return zone_named(course_zone(self._db, self.account_id, self.course_id))

    def quizzes(self) -> list[ListedQuiz]:
        """The quizzes of the course that are known: those with results here, and those that Canvas listed."""
        place = (self.account_id, self.course_id)
        kept = {one.quiz: one for one in result_sets(self._db) if (one.quiz.account_id, one.quiz.course_id) == place}
        titles = {**{quiz: one.title for quiz, one in kept.items()}, **self._there}
        listed = [ListedQuiz(quiz, title, kept.get(quiz)) for quiz, title in titles.items()]
        return sorted(listed, key=lambda one: (one.title.casefold(), one.quiz.quiz_id))

    def kept(self, quiz: QuizThere) -> ResultSet | None:
        """What is here of a quiz."""
        return result_set(self._db, quiz)

    def attempts(self, kept: ResultSet) -> list[AttemptRow]:
        """Every attempt, by student."""
        return attempts(self._db, kept.key)

    def answers(self, kept: ResultSet, row: AttemptRow) -> list[Answer]:
        """What was answered in one attempt."""
        return answers(self._db, kept.key, row.submission_id, row.attempt)

    def marks_of(self, kept: ResultSet, row: AttemptRow) -> dict[str, Mark]:
        """What was written for one attempt and is not on Canvas, by question."""
        return marks_of(self._db, kept.key, row.submission_id, row.attempt)

    @property
    def unsent(self) -> int:
        """How many marks of this account are only here."""
        mine = {one.key for one in result_sets(self._db) if one.quiz.account_id == self.account_id}
        return sum(mark.set in mine for mark in marks(self._db))

    def students(self) -> dict[str, str]:
        """The students that are known by now, id → name, in their order."""
        known = {one.student_id: one.name for one in self.given}
        known |= students(self._db, self.account_id, self.course_id)
        return dict(sorted({**known, **self._students}.items(), key=lambda pair: (pair[1].casefold(), pair[0])))

    @property
    def given(self) -> list[Given]:
        """What students of the course were given or are to be given, the oldest first."""
        return given(self._db, self.account_id, self.course_id)

    @property
    def unsent_given(self) -> int:
        """How much of that this account still has to send."""
        return len(unsent(self._db, self.account_id))

    def give(self, one: Given) -> None:
        """Keep what a student is to be given, in place of the same that has not been sent."""
        same = (one.kind, one.quiz_id, one.student_id, one.fields.keys())
        old = [
            other.id
            for other in self.given
            if (other.kind, other.quiz_id, other.student_id, other.fields.keys()) == same and other.state in _CAN_GO
        ]

        def keep() -> None:
            for number in old:
                forget_given(self._workspace.library.db, number)
            keep_given(self._workspace.library.db, one, time.time())

        self._change(keep)

    def withdraw_given(self, number: int) -> None:
        """Forget what is not to be sent."""
        self._change(lambda: forget_given(self._workspace.library.db, number))

    def mark(self, mark: Mark) -> None:
        """Keep a mark; what it says is on screen already."""
        self._change(lambda: keep_mark(self._workspace.library.db, mark, time.time()))

    def withdraw(self, mark: Mark) -> None:
        """Forget a mark that is not sent."""
        self._change(lambda: forget_marks(self._workspace.library.db, [mark]))

    async def look(self) -> None:
        """Ask Canvas which quizzes the course has."""
        async with self._client_of(self.account_id) as client:
            new = await client.quizzes.list(self.course_id)
            rows = await client.assignments.list(self.course_id)
            with suppress(NotAllowed):  # who may not see the list of students may still mark
                people = read_all(Student, await client.students.list(self.course_id))
                self._students = {one.id: one.sortable_name or one.shown for one in people}
        self.limits = {str(raw["id"]): (str(raw.get("title") or ""), limit) for raw in new if (limit := _limit(raw))}
        there = {self._quiz(str(raw["id"]), "new"): str(raw.get("title") or raw["id"]) for raw in new}
        classic = (row for row in rows if row.get("quiz_id") is not None and row.get("is_quiz_assignment"))
        there |= {self._quiz(str(row["quiz_id"]), "classic"): str(row.get("name") or "") for row in classic}
        self._there = there
        self.changed.emit()

    async def fetch(self, quiz: QuizThere) -> None:
        """Bring the results of a quiz here; marks that are not sent stay."""
        async with self._client_of(self.account_id) as client:
            found, rows = await (fetched_classic if quiz.kind == "classic" else fetched_new)(client, quiz, time.time())
        await self._write(lambda: keep_results(self._workspace.library.db, found, rows))
        self.changed.emit()

    async def analysis(self, kept: ResultSet) -> tuple[tuple[int, ...], tuple[QuestionFigures, ...]]:
        """How scores spread and how each question did: worked out here for a Classic quiz, told by Canvas for a New."""
        rows = [row for row in self.attempts(kept) if row.score is not None]
        bars = distribution((row.score or 0 for row in rows), kept.points or 0)
        if kept.quiz.kind == "classic":
            return bars, await self._workspace.writer.run(
                lambda: attempt_figures(self._workspace.library.db, kept, rows)
            )
        return bars, read_report(await self._report(kept, "item_analysis", "json"))

    async def student_report(self, kept: ResultSet) -> ReportTable:
        """What each student answered in a New Quiz, as Canvas tells it in a report; kept nowhere."""
        return read_table(await self._report(kept, "student_analysis", "csv"))

    def question(self, kept: ResultSet, canvas_id: str) -> tuple[str, str] | None:
        """The quiz here and the item in it that a question of a New Quiz is; None where it is not on this computer."""
        query = (
            "SELECT link.quiz, item_link.item FROM item_link JOIN link ON link.id = item_link.link"
            " WHERE link.account = ? AND link.course = ? AND link.canvas_id = ? AND item_link.canvas_id = ?"
        )
        place = (self.account_id, self.course_id, kept.quiz.quiz_id, canvas_id)
        found = self._db.execute(query, place).get if kept.quiz.kind == "new" else None
        return None if found is None else (str(found[0]), str(found[1]))

    async def time_left(self, kept: ResultSet, row: AttemptRow) -> SubmissionTime | None:
        """When an attempt under way ends; None where Canvas cannot be asked now."""
        return await self.time_of(kept, row.submission_id)

    async def begin_preview(self, kept: ResultSet, access_code: str) -> PreviewAttempt:
        """Begin an attempt of the person's own that counts nowhere."""
        async with self._client_of(self.account_id) as client:
            return await begun_preview(client, kept.quiz, access_code)

    async def end_preview(self, kept: ResultSet, preview: PreviewAttempt, access_code: str) -> float | None:
        """Hand it in; gives its score where Canvas says one."""
        async with self._client_of(self.account_id) as client:
            return await preview_score(client, kept.quiz, preview, access_code)

    async def time_of(self, kept: ResultSet, submission_id: str) -> SubmissionTime | None:
        """When a submission's attempt ends; None where Canvas cannot be asked now."""
        try:
            async with self._client_of(self.account_id) as client:
                raw = await client.quiz_submissions.time(self.course_id, kept.quiz.quiz_id, submission_id)
        except UserError:
            return None
        return SubmissionTime.model_validate(dict(raw))

    async def send(self) -> tuple[Sent, Gave]:
        """Send every mark of the account that is only here, and what students are to be given."""
        try:
            async with self._client_of(self.account_id) as client:
                library, reader, account = self._workspace.library, self._workspace.reader, self.account_id
                marked = await send_marks(client, library, account, self._carry, self.progressed.emit, reader=reader)
                return marked, await send_given(client, library, account, self._carry, time.time(), reader=reader)
        finally:
            self.changed.emit()

    async def _report(self, kept: ResultSet, kind: ReportType, file: ReportFormat) -> bytes:
        async with self._client_of(self.account_id) as client:
            return await fetched_report(
                client,
                self.course_id,
                kept.quiz.quiz_id,
                kind,
                file,
                sleep=asyncio.sleep,
                on_progress=lambda done: self.progressed.emit(int(done), 100),
            )

    @property
    def _db(self) -> Any:  # noqa: ANN401  (the driver's own)
        return self._workspace.reader.db

    def _quiz(self, quiz_id: str, kind: Any) -> QuizThere:  # noqa: ANN401  (one of two words)
        return QuizThere(self.account_id, self.course_id, quiz_id, kind)

    async def _carry(self, work: Callable[[], object]) -> object:
        return await self._workspace.writer.run(work)

    async def _write(self, work: Callable[[], object]) -> None:
        await self._workspace.writer.run(self._workspace.library.together(work))

    def _change(self, work: Callable[[], object]) -> None:
        self._workspace.writer.submit(
            self._workspace.library.together(work), lambda _: self.changed.emit(), self._failed
        )

    def _failed(self, error: UserError) -> None:
        self._workspace.failed.emit(error)


def _limit(raw: Mapping[str, Any]) -> int:
    """The time limit of a New Quiz in seconds; 0 for none."""
    settings = raw.get("quiz_settings")
    seconds = settings.get("session_time_limit_in_seconds") if isinstance(settings, Mapping) else None
    wanted = isinstance(settings, Mapping) and settings.get("has_time_limit") is not False
    return seconds if wanted and isinstance(seconds, int) else 0
