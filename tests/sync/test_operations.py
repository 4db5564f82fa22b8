"""What was done to several quizzes at once is sent like any other change."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from app.library import linking
from app.library.row import Saving
from app.models.quiz import NewQuiz, Quiz
from app.models.quiz_reading import read_fields
from app.models.settings_template import USUAL, applied, template_of
from app.session.document import Document
from app.session.journeys import Journeys
from app.session.transfer import Move
from app.sync.choice import Selection
from tests.sync.conftest import Bench
from tests.sync.test_run import statement
from tests.sync.test_settings import quiz_there

EXAM = {"has_time_limit": True, "session_time_limit_in_seconds": 3600, "shuffle_answers": True}


def state(bench: Bench) -> str:
    return next(str(row.state) for row in bench.library.quizzes() if row.id == bench.link.quiz_id)


def second(bench: Bench) -> Bench:
    """Another quiz of the same course."""
    quiz = bench.library.create_quiz(NewQuiz(title="Midterm"), [statement("z")])
    with bench.library.transaction() as db:
        link = linking.link_to(db, quiz.id, bench.account, bench.link.course_id)
    return replace(bench, link=link)


def keep(bench: Bench, *changes: tuple[Quiz, Quiz]) -> None:
    bench.library.save_together([Saving(before, after, "Move", {}) for before, after in changes])


def test_a_quiz_with_another_template_is_edited_and_then_synced(bench: Bench) -> None:
    bench.put(statement("a"))
    bench.sync()
    template = template_of(read_fields({"title": "Exam", "quiz_settings": EXAM}), USUAL)
    before = bench.quiz
    keep(bench, (before, before.with_fields(applied(template, before.fields))))
    assert state(bench) == "edited"
    outcome = bench.sync()
    assert (outcome.updated_quiz, outcome.updated, outcome.held) == (1, 0, [])
    assert quiz_there(bench)["quiz_settings"]["session_time_limit_in_seconds"] == 3600
    assert quiz_there(bench)["title"] == "Leaves"
    assert (state(bench), bench.sync().writes) == ("synced", 0)


def test_a_moved_question_leaves_one_quiz_on_canvas_and_comes_into_the_other(bench: Bench, qapp: QApplication) -> None:
    bench.put(statement("a"), statement("b"), statement("c"))
    midterm = second(bench)
    bench.sync()
    midterm.sync()
    documents = Document(bench.quiz, {}), Document(midterm.quiz, {})
    before = [document.quiz for document in documents]
    Move(*documents, [documents[0].quiz.items[1]], Journeys(), str).carry_out()
    keep(bench, *zip(before, [document.quiz for document in documents], strict=True))
    assert (state(bench), state(midterm)) == ("edited", "edited")
    assert midterm.sync().created == 1
    assert bench.sync(Selection(brake_released=True)).deleted == 1
    assert (len(bench.rows), len(midterm.rows)) == (2, 2)
    assert bench.sync().writes + midterm.sync().writes == 0


def test_a_question_moved_there_and_back_is_no_change_on_canvas(bench: Bench, qapp: QApplication) -> None:
    bench.put(statement("a"), statement("b"))
    midterm = second(bench)
    bench.sync()
    midterm.sync()
    documents, journeys = (Document(bench.quiz, {}), Document(midterm.quiz, {})), Journeys()
    first, other = documents
    before = [document.quiz for document in documents]
    Move(first, other, [first.quiz.items[1]], journeys, str).carry_out()
    Move(other, first, [other.quiz.items[-1]], journeys, str).carry_out()
    keep(bench, *zip(before, [document.quiz for document in documents], strict=True))
    assert bench.sync().writes + midterm.sync().writes == 0
