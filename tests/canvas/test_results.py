"""The client of results against a whole Canvas over HTTP, and what it refuses to send."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import pytest

from app.canvas import errors
from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.signed_address import SignedAddress
from app.models.results.answer import ClassicQuestion, GradebookSubmission
from app.models.results.extension import Accommodation, AccommodationOutcome, QuizExtension
from app.models.results.mark import AttemptMark, QuestionMark
from app.models.results.progress import Progress
from app.models.results.quiz_submission import QuizSubmission, SubmissionTime
from app.models.results.reading import read, read_all
from app.models.results.student import Student
from app.models.value import Map
from app.sandbox.classroom import Classroom
from app.sandbox.exchange import JsonObject
from app.sandbox.server import SandboxServer
from tests.support.scripted import Time

NOW = 1_790_000_000.0
ESSAY: JsonObject = {
    "question_name": "Say", "question_type": "essay_question", "question_text": "<p>How?</p>", "points_possible": 5,
}  # fmt: skip
T = TypeVar("T")
Scenario = Callable[[CanvasClient], Awaitable[T]]


class Room:
    """A served sandbox with one classic quiz of two essays that Sam (2) handed in."""

    def __init__(self, server: SandboxServer) -> None:
        self.server = server
        self.people = Classroom(server.core)
        self.quiz = self.people.add_classic_quiz("1", "Leaves", [ESSAY, ESSAY], time_limit=30)
        self.first, self.second = self.people.question_ids(self.quiz)
        self.submission = self.people.hand_in(self.quiz, "2", {self.first: "<p>So.</p>"}, at=NOW)

    def using(self, scenario: Scenario[T], *, student: bool = False) -> T:
        """What a scenario gives with a client, in a time that costs nothing."""

        async def inside() -> T:
            time = Time()
            login = PersonalToken(self.server.student_token if student else self.server.token)
            async with CanvasClient(self.server.url, login, clock=time.clock, sleep=time.sleep) as client:
                return await scenario(client)

        return asyncio.run(inside())

    def marked(self, marks: AttemptMark) -> QuizSubmission:
        """What Canvas gives back for marks."""
        raw = self.using(lambda c: c.quiz_submissions.update("1", self.quiz, self.submission, marks))
        return QuizSubmission.model_validate(raw)

    @property
    def answers(self) -> list[JsonObject]:
        """The answers of the only attempt, as Canvas has them."""
        return list(self.people.submission(self.submission)["past"][0]["data"])


@pytest.fixture
def room() -> Iterator[Room]:
    with SandboxServer() as server:
        yield Room(server)


def marks(**questions: QuestionMark) -> Map[QuestionMark]:
    return AttemptMark(attempt=1, questions=questions).questions or {}  # type: ignore[return-value,arg-type]


def test_submissions_come_with_their_students(room: Room) -> None:
    found = room.using(lambda c: c.quiz_submissions.list("1", room.quiz, ("user", "quiz")))
    (submission,) = read_all(QuizSubmission, found["quiz_submissions"])
    assert (submission.id, submission.user_id, submission.workflow_state) == (room.submission, "2", "pending_review")
    assert [student.shown for student in read_all(Student, found["users"])] == ["Sam Student"]


def test_a_list_of_many_pages_is_read_whole(room: Room) -> None:
    for number in range(120):
        room.people.hand_in(room.quiz, room.people.add_student("1", f"Student {number}"), {}, at=NOW)
    found = room.using(lambda c: c.quiz_submissions.list("1", room.quiz, ("user",)))
    assert (len(found["quiz_submissions"]), len(found["users"])) == (121, 121)


def test_an_empty_list_and_no_own_one_are_no_errors(room: Room) -> None:
    quiz = room.people.add_classic_quiz("1", "Empty", [])
    assert room.using(lambda c: c.quiz_submissions.list("1", quiz)) == {"quiz_submissions": ()}
    assert room.using(lambda c: c.quiz_submissions.own("1", quiz)) == ()


def test_only_what_changed_is_sent_and_a_null_never_is(room: Room) -> None:
    given = {room.first: QuestionMark(score=4, comment="Good."), room.second: QuestionMark(score=0)}
    assert room.marked(AttemptMark(attempt=1, questions=given)).score == 4  # type: ignore[arg-type]
    none = {room.first: QuestionMark(score=None, comment=None), room.second: QuestionMark(comment="Nothing here.")}
    after = room.marked(AttemptMark(attempt=1, fudge_points=-1, questions=none))  # type: ignore[arg-type]
    assert (after.score, after.fudge_points, after.workflow_state) == (3, -1, "complete")
    assert [(one["points"], one.get("more_comments")) for one in room.answers] == [(4, "Good."), (0, "Nothing here.")]
    room.marked(AttemptMark(attempt=1, questions={room.first: QuestionMark(comment="")}))  # type: ignore[arg-type]
    assert room.answers[0]["more_comments"] == ""


def test_points_below_0_are_told_before_anything_is_sent(room: Room) -> None:
    below = AttemptMark(attempt=1, questions={room.first: QuestionMark(score=-1)})  # type: ignore[arg-type]
    with pytest.raises(errors.OutOfLimits, match="cannot be below 0: -1"):
        room.marked(below)
    assert not [seen for seen in room.server.core.requests if seen.method == "PUT"]


def test_refusals_keep_the_words_of_canvas(room: Room) -> None:
    with pytest.raises(errors.Invalid, match="invalid attempt"):
        room.marked(AttemptMark(attempt=9))
    with pytest.raises(errors.Gone):
        room.using(lambda c: c.quiz_submissions.get("1", "3", "1"))
    with pytest.raises(errors.NotAllowed, match="not allowed to preview"):
        room.using(lambda c: c.quiz_submissions.start("1", room.quiz, preview=True), student=True)
    with pytest.raises(errors.Invalid, match="already exists"):
        room.using(lambda c: c.quiz_submissions.start("1", room.quiz), student=True)


def test_what_canvas_cannot_do_at_all_is_a_refusal_and_no_unknown_outcome(room: Room) -> None:
    room.people.change_quiz(room.quiz, cant_go_back=True, allowed_attempts=-1)
    with pytest.raises(errors.Invalid, match="not supported yet"):
        room.using(lambda c: c.quiz_submissions.start("1", room.quiz), student=True)


def test_a_preview_is_begun_timed_and_handed_in(room: Room) -> None:
    room.people.change_quiz(room.quiz, access_code="moss")

    async def preview(client: CanvasClient) -> tuple[JsonObject, JsonObject, JsonObject]:
        api = client.quiz_submissions
        begun = await api.start("1", room.quiz, preview=True, access_code="moss")
        time = await api.time("1", room.quiz, str(begun["id"]))
        token = str(begun["validation_token"])
        ended = await api.complete("1", room.quiz, str(begun["id"]), attempt=1, validation_token=token)
        return dict(begun), dict(time), dict(ended)

    begun, time, ended = room.using(preview)
    assert QuizSubmission.model_validate(begun).workflow_state == "preview"
    assert "validation_token" not in repr(QuizSubmission.model_validate(begun))
    assert 1700 < (SubmissionTime.model_validate(time).time_left or 0) <= 1800
    assert ended["finished_at"] is not None


def test_answers_come_from_the_gradebook_and_questions_from_the_quiz(room: Room) -> None:
    rows = room.using(lambda c: c.assignments.list("1"))
    (assignment,) = [str(row["id"]) for row in rows if str(row.get("quiz_id")) == room.quiz]
    scores = room.using(lambda c: c.students.scores("1", assignment, ("submission_history",)))
    sam = next(one for one in read_all(GradebookSubmission, scores) if one.user_id == "2")
    assert [(one.question_id, one.text, one.waits) for one in sam.submission_history[0].submission_data] == [
        (room.first, "<p>So.</p>", True), (room.second, "", True)]  # fmt: skip
    questions = room.using(lambda c: c.quiz_submissions.questions("1", room.quiz, room.submission, 1))
    assert [one.points_possible for one in read_all(ClassicQuestion, questions)] == [5, 5]


def test_students_of_a_course_are_listed(room: Room) -> None:
    students = read_all(Student, room.using(lambda c: c.students.list("1")))
    assert "Sam Student" in [student.shown for student in students]
    assert all(isinstance(student.id, str) for student in students)


def extension(**fields: object) -> QuizExtension:
    return QuizExtension.model_validate({"user_id": 2, **fields})


def test_an_extension_gives_an_entry_for_each_quiz(room: Room) -> None:
    made = room.using(lambda c: c.quiz_extensions.extend("1", [extension(extra_time=15)]))
    assert {(one.user_id, one.extra_time) for one in read_all(QuizExtension, made)} == {("2", 15)}
    one = room.using(lambda c: c.quiz_extensions.extend("1", [extension(extra_attempts=1)], quiz_id=room.quiz))
    assert [made.quiz_id for made in read_all(QuizExtension, one)] == [room.quiz]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"extra_attempts": 1001}, "between 0 and 1000, not 1001"),
        ({"extra_attempts": -1}, "between 0 and 1000, not -1"),
        ({"extra_time": 10_081}, "between 0 and 10080 minutes"),
        ({"extend_from_now": 1441}, "1 to 1440 minutes"),
        ({"extend_from_end_at": 0}, "1 to 1440 minutes"),
        ({"extend_from_now": 5, "extend_from_end_at": 5}, "not both"),
    ],
)
def test_an_extension_beyond_the_limits_is_told_and_not_sent(room: Room, fields: JsonObject, words: str) -> None:
    with pytest.raises(errors.OutOfLimits, match=words):
        room.using(lambda c: c.quiz_extensions.extend("1", [extension(extra_time=1), extension(**fields)]))
    assert not [seen for seen in room.server.core.requests if seen.method == "POST"]


def test_accommodations_tell_student_by_student(room: Room) -> None:
    other = room.people.add_student("1", "Ada Other")
    wanted = [Accommodation(user_id="2", extra_time=30), Accommodation(user_id=other, extra_time=5)]
    raw = room.using(lambda c: c.accommodations.for_course("1", wanted))
    outcome = AccommodationOutcome.model_validate(raw)
    assert [one.user_id for one in outcome.successful] == ["2", other]
    assert room.people.accommodation("1", "", "2") == {"extra_time": 30}
    assert outcome.failed == ()


def test_an_accommodation_of_a_quiz_waits_until_the_student_has_opened_it(room: Room) -> None:
    wanted = [Accommodation(user_id="2", extra_attempts=1)]
    with pytest.raises(errors.Gone) as refused:
        room.using(lambda c: c.accommodations.for_quiz("1", "3", wanted))
    assert refused.value.words == "Users with IDs 2 are not participants in this assignment"
    with pytest.raises(errors.OutOfLimits, match="for one quiz"):
        room.using(lambda c: c.accommodations.for_course("1", wanted))
    both = [Accommodation(user_id="2", apply_to_in_progress_quiz_sessions=True)]
    with pytest.raises(errors.OutOfLimits, match="whole course"):
        room.using(lambda c: c.accommodations.for_quiz("1", "3", both))


def test_a_report_is_begun_and_followed_to_its_file(room: Room) -> None:
    room.people.sit("3", "2", state="complete", score=5.0, submitted_at=NOW)

    async def reported(client: CanvasClient) -> bytes:
        progress = read(Progress, await client.reports.begin("1", "3", "student_analysis", "csv"))
        assert progress is not None
        with pytest.raises(errors.Invalid, match="already being generated"):
            await client.reports.begin("1", "3", "student_analysis", "csv")
        while not progress.is_over:
            await asyncio.sleep(0.2)
            progress = Progress.model_validate(await client.reports.progress(progress.id))
        assert progress.results is not None
        return await client.storage.fetch(SignedAddress(str(progress.results.url)))

    assert b"Sam Student" in room.using(reported)


def test_a_field_that_does_not_fit_is_left_out_and_the_rest_is_read() -> None:
    found = read(QuizSubmission, {"id": 7, "score": {"odd": 1}, "attempt": 2, "workflow_state": "thinking"})
    assert found is not None
    assert (found.id, found.score, found.attempt, found.workflow_state) == ("7", None, 2, "thinking")
    assert read(QuizSubmission, {"score": 1}) is None
