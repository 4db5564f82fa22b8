"""What students did with one quiz, as Canvas has it now, for the library.

A Classic quiz has quiz submissions and, in the gradebook, the answers of every attempt. A New Quiz has its scores in
the gradebook and nothing else that anybody may read (`canvas-facts.md` 1.1, 1.9).
"""

from collections.abc import Mapping, Sequence

from app.canvas.answer import Json
from app.canvas.client import CanvasClient
from app.canvas.quiz_submissions import LIST
from app.library.results.row import Answer, AskedQuestion, AttemptRow, QuizThere, ResultSet
from app.models.results.answer import AttemptVersion, ClassicQuestion, GivenAnswer, GradebookSubmission
from app.models.results.quiz_submission import QuizSubmission
from app.models.results.reading import read, read_all
from app.models.results.student import Student

Fetched = tuple[ResultSet, tuple[tuple[AttemptRow, tuple[Answer, ...]], ...]]
NEW = 0
"""The key of a set that is not kept yet."""


async def fetched_classic(client: CanvasClient, quiz: QuizThere, now: float) -> Fetched:
    """Every attempt at a Classic quiz with its answers. Raises CanvasError; Gone for the id of a New Quiz."""
    found = await client.quiz_submissions.list(quiz.course_id, quiz.quiz_id, ("user", "quiz"))
    submissions = read_all(QuizSubmission, found[LIST])
    names = {one.id: one for one in read_all(Student, found.get("users", ()))}
    about = next(iter(found.get("quizzes", ())), None) or await _assignment(client, quiz)
    assignment = str(about.get("assignment_id") or "")
    raw = await client.students.scores(quiz.course_id, assignment, ("submission_history",)) if assignment else ()
    history = {one.user_id: one.submission_history for one in read_all(GradebookSubmission, raw)}
    rows = [
        pair
        for one in submissions
        for pair in _attempts(one, _name(names, one.user_id), history.get(one.user_id or "", ()))
    ]
    title = str(about.get("title") or about.get("name") or quiz.quiz_id)
    asked = await _questions(client, quiz, rows)
    points = _number(about.get("points_possible"))
    return ResultSet(NEW, quiz, title, points, assignment, asked, now), tuple(rows)


async def fetched_new(client: CanvasClient, quiz: QuizThere, now: float) -> Fetched:
    """The scores of a New Quiz. Raises CanvasError; Gone for the id of another assignment."""
    about = await client.quizzes.get(quiz.course_id, quiz.quiz_id)
    raw = await client.students.scores(quiz.course_id, quiz.quiz_id, ("user",))
    users = read_all(Student, (one["user"] for one in raw if isinstance(one.get("user"), Mapping)))
    names = {one.id: one for one in users}
    rows = tuple((_score(one, _name(names, one.user_id)), ()) for one in read_all(GradebookSubmission, raw))
    title, points = str(about.get("title") or ""), _number(about.get("points_possible"))
    return ResultSet(NEW, quiz, title, points, quiz.quiz_id, (), now), rows


def answer_of(given: GivenAnswer) -> Answer:
    """An answer for the library: points only where somebody gave them."""
    points = None if given.waits else given.points
    correct = str(given.correct).lower() if given.correct is not None else ""
    return Answer(given.question_id, given.text or "", points, given.more_comments or "", correct)


async def _assignment(client: CanvasClient, quiz: QuizThere) -> Json:
    """The assignment of a Classic quiz that nobody has begun; empty for one that counts nowhere."""
    rows = await client.assignments.list(quiz.course_id)
    found = next((row for row in rows if str(row.get("quiz_id")) == quiz.quiz_id), None)
    return {} if found is None else {**found, "assignment_id": found["id"]}


def _attempts(
    one: QuizSubmission, name: str, history: Sequence[AttemptVersion]
) -> list[tuple[AttemptRow, tuple[Answer, ...]]]:
    """The attempts that were handed in, and the one that is under way."""
    by_number = {version.attempt: version for version in history if version.attempt is not None}
    numbers = set(by_number) | ({one.attempt} if one.attempt else set())
    rows = []
    for number in sorted(numbers) or [0]:
        version = by_number.get(number)
        given = tuple(map(answer_of, version.submission_data)) if version is not None else ()
        rows.append((_row(one, name, number, version, given), given))
    return rows


def _row(
    one: QuizSubmission, name: str, number: int, version: AttemptVersion | None, given: tuple[Answer, ...]
) -> AttemptRow:
    is_last = number == (one.attempt or 0)
    state = str(one.workflow_state or "") if is_last or version is None else str(version.workflow_state or "")
    score = one.score if is_last or version is None else version.score
    finished = one.finished_at if is_last or version is None else version.submitted_at
    return AttemptRow(
        submission_id=one.id,
        attempt=number,
        student_id=one.user_id or "",
        name=name,
        state=state,
        score=score,
        kept_score=one.kept_score,
        fudge=one.fudge_points if is_last else None,
        finished_at=finished,
        spent=one.time_spent if is_last else None,
        waiting=sum(answer.points is None for answer in given),
        overdue=bool(is_last and one.overdue_and_needs_submission),
    )


def _score(one: GradebookSubmission, name: str) -> AttemptRow:
    state = one.workflow_state or ""
    waiting = int(state == "pending_review")
    return AttemptRow(
        one.id, one.attempt or 0, one.user_id, name, state, one.score, one.score, None, one.submitted_at, None, waiting,
        overdue=False,
    )  # fmt: skip


async def _questions(
    client: CanvasClient, quiz: QuizThere, rows: Sequence[tuple[AttemptRow, tuple[Answer, ...]]]
) -> tuple[AskedQuestion, ...]:
    """The questions that were asked; students may have been asked different ones, so it goes on until all are known."""
    known: dict[str, AskedQuestion] = {}
    for row, given in rows:
        if any(answer.question_id not in known for answer in given):
            raw = await client.quiz_submissions.questions(quiz.course_id, quiz.quiz_id, row.submission_id, row.attempt)
            known |= {one.id: _asked(one) for one in read_all(ClassicQuestion, raw)}
            for answer in given:  # deleted since: it stays without words, and is not asked for again
                known.setdefault(answer.question_id, AskedQuestion(answer.question_id, "", "", "", 0))
    return tuple(known.values())


def _asked(one: ClassicQuestion) -> AskedQuestion:
    return AskedQuestion(
        one.id, one.question_name or "", one.question_text or "", one.question_type or "", one.points_possible or 0
    )


def _name(names: Mapping[str, Student], student: str | None) -> str:
    found = names.get(student or "")
    return (found.sortable_name or found.shown) if found is not None else (student or "")


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def one_attempt(raw: Json, number: int) -> tuple[Answer, ...] | None:
    """The answers of one attempt in a row of the gradebook; None where it is not there."""
    row = read(GradebookSubmission, raw)
    found = next((one for one in row.submission_history if one.attempt == number), None) if row is not None else None
    return None if found is None else tuple(map(answer_of, found.submission_data))
