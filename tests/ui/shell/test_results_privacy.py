"""No name, answer or mark of a student reaches a log, standard output or the file of faults."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.library.results.marks import marks
from app.models.results.extension import AccommodationOutcome
from app.models.results.mark import AttemptMark
from app.models.results.student import Student
from app.models.value import Value
from app.sandbox.classroom import Classroom
from app.sandbox.exchange import JsonObject
from app.session.tasks import Tasks
from app.ui.faults import Faults
from app.ui.library.place import Place
from app.ui.main_window import MainWindow
from tests.support.campus import FIRST, Campus, campus_of
from tests.support.coroutine import run_in_loop, until

NOW = 1_790_000_000.0
ESSAY: JsonObject = {
    "question_name": "Say", "question_type": "essay_question", "question_text": "<p>How?</p>", "points_possible": 9,
}  # fmt: skip
NAME, ANSWER, POINTS, COMMENT = "Zyxelda Quorn", "Mosswhisper", "3.8125", "Thornfeather"
PRIVATE = ("Zyxelda", "Quorn", ANSWER, POINTS, COMMENT)


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


def leaked(*texts: str) -> list[str]:
    """What of the student stands in one of these."""
    return [word for word in PRIVATE if any(word.casefold() in text.casefold() for text in texts)]


async def show(campus: Campus, title: str) -> None:
    """The results of a quiz are here and shown."""
    page = campus.window.canvas.results.page
    page.list.setCurrentRow(next(row for row in range(page.list.count()) if page.list.item(row).text() == title))
    page.fetch.click()
    await until(lambda: not page.busy and page.of_quiz.currentWidget() is page.of_quiz.table)
    assert "Quorn, Zyxelda" in [row.name for row in page.of_quiz.table.model.shown]


async def mark(campus: Campus) -> None:
    """Points and a comment are written and sent; Canvas refuses them, breaks off, and takes them."""
    page, core = campus.window.canvas.results.page, campus.server.core
    page.of_quiz.table.opened.emit(page.of_quiz.table.model.shown[0])
    (answer,) = page.of_quiz.marking.answers
    assert NAME.split()[0] in page.of_quiz.marking.name.text()
    QTest.keyClicks(answer.points, POINTS)
    QTest.keyClicks(answer.comment, COMMENT)
    database = campus.window.workspace.reader.db
    await until(lambda: [one.comment for one in marks(database)] == [COMMENT])
    for fault in ("marks-refused", "reset-before"):
        core.set_fault(fault, 1)
        page.send.click()
        await until(lambda: not page.busy and page.send.isEnabled())
        core.set_fault(fault, 0)
        assert marks(database)
    page.send.click()
    await until(lambda: not page.busy and not marks(database))


def test_results_marks_and_a_report_leave_no_trace_of_a_student_in_any_log(
    campus: Campus, qapp: QApplication, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)

    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        link = await campus.send(campus.add_quiz("Trees"), FIRST)
        people, page = Classroom(campus.server.core), campus.window.canvas.results.page
        student = people.add_student("1", NAME)
        quiz = people.add_classic_quiz("1", "Leaves", [ESSAY])
        (question,) = people.question_ids(quiz)
        people.hand_in(quiz, student, {question: f"<p>{ANSWER}</p>"}, at=NOW)
        item = str(campus.server.core.items("1", str(link.canvas_id))[0]["id"])
        sat: JsonObject = {item: {"text": ANSWER, "points": float(POINTS)}}
        people.sit(str(link.canvas_id), student, state="complete", score=float(POINTS), submitted_at=NOW, answers=sat)
        assert campus.account is not None
        campus.window.canvas.results.show(Place("course", campus.account.id, "1"))
        await until(lambda: page.list.count() > 2 and not page.busy)
        await show(campus, "Leaves")
        await mark(campus)
        await show(campus, "Trees")
        page.of_quiz.table.report.click()
        await until(lambda: page.of_quiz.currentWidget() is page.of_quiz.report and not page.busy)
        assert leaked(str(page.of_quiz.report.rows())) == ["Zyxelda", "Quorn", ANSWER, POINTS]

    run_in_loop(qapp, scenario)
    assert any("/submissions" in record.getMessage() for record in caplog.records)
    assert leaked(caplog.text, *capfd.readouterr()) == []


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (Student, {"id": "7", "name": [NAME]}),
        (AttemptMark, {"attempt": 1, "questions": {"5": {"score": f"{POINTS} points", "comment": COMMENT}}}),
        (AccommodationOutcome, {"failed": [{"user_id": "7", "error": [NAME]}]}),
    ],
)
def test_a_fault_over_values_of_a_student_writes_no_trace_of_them(
    window: MainWindow, qapp: QApplication, tmp_path: Path, kind: type[Value], raw: JsonObject,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    log = tmp_path / "faults.log"
    faults = Faults(window.notices, log, window)
    with pytest.raises(ValidationError) as raised:
        kind.model_validate(raw)
    faults.take("Send marks", raised.value)
    qapp.processEvents()
    assert kind.__name__ in log.read_text("utf-8")
    assert leaked(log.read_text("utf-8"), *capfd.readouterr(), *traceback.format_exception(raised.value)) == []
