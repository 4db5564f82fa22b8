"""Quizzes that are to be used in another course, looked at and copied in the writer's thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.errors import UserError
from app.library.row import CourseRow
from app.models.date_shift import MovedDate
from app.models.quiz import NewQuiz
from app.session.workspace import Workspace
from app.sync.another_course import Destination, LeftBehind, copy_into, left_behind, zone_of, zone_of_quiz


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quiz as it is now, the zone of its dates, and what of it cannot come along; `numbers` are of its items."""

    quiz_id: str
    title: str
    fields: NewQuiz
    zone: ZoneInfo
    left: tuple[LeftBehind, ...]
    numbers: Mapping[str, int]


class AnotherCourse:
    """`failed` hears what goes wrong, in words for a person."""

    def __init__(self, workspace: Workspace, failed: Callable[[UserError], None]) -> None:
        self._workspace, self._failed = workspace, failed

    def destination(self, course: CourseRow) -> Destination:
        """A course with the zone of its clock."""
        zone = zone_of(self._workspace.reader, course.account_id, course.id)
        return Destination(course.account_id, course.id, zone)

    def look(self, ids: Sequence[str], there: Destination, found: Callable[[tuple[Candidate, ...]], object]) -> None:
        """Read these quizzes and what of them cannot come along; their pictures are looked at for it."""
        self._finish(ids)
        library = self._workspace.library

        def work() -> tuple[Candidate, ...]:
            return tuple(read(quiz_id) for quiz_id in ids)

        def read(quiz_id: str) -> Candidate:
            quiz = library.open_quiz(quiz_id).quiz
            numbers = {item_id: place + 1 for item_id, place in quiz.places.items()}
            left = left_behind(library, quiz, there.course_id)
            return Candidate(
                quiz_id, quiz.title, quiz.fields, zone_of_quiz(library, quiz_id, there.zone), left, numbers
            )

        self._workspace.writer.submit(work, found, self._failed)

    def copy(
        self,
        dates: Mapping[str, Sequence[MovedDate]],
        there: Destination,
        done: Callable[[tuple[str, ...]], object],
    ) -> None:
        """Copy these quizzes, id → dates; `done` gets the ids of the copies in the same order."""
        self._finish(list(dates))
        library = self._workspace.library

        def work() -> tuple[str, ...]:
            with library.transaction():
                return tuple(copy_into(library, one, there, moved).quiz_id for one, moved in dates.items())

        self._workspace.write(work, done, self._failed)

    def _finish(self, ids: Sequence[str]) -> None:
        for quiz_id in ids:
            self._workspace.finish(quiz_id)
