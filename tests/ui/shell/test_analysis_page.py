"""How a quiz did, in the window: worked out for Classic quizzes, read from Canvas's report for New Quizzes."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.sandbox.classroom import Classroom
from app.session.tasks import Tasks
from app.ui.library.place import Place
from app.ui.main_window import MainWindow
from app.ui.results.results_screen import ResultsScreen
from tests.support.campus import FIRST, Campus, campus_of
from tests.support.coroutine import run_in_loop, until

NOW = 1_790_000_000.0
CHOICE = {
    "question_name": "Green", "question_type": "multiple_choice_question", "question_text": "<p>Why?</p>",
    "points_possible": 2,
    "answers": [{"id": 1, "text": "reflection", "weight": 100}, {"id": 2, "text": "paint", "weight": 0}],
}  # fmt: skip

ESSAY = {
    "question_name": "Say", "question_type": "essay_question", "question_text": "<p>How?</p>", "points_possible": 5,
}  # fmt: skip


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


async def analysed(campus: Campus, title: str) -> ResultsScreen:
    assert campus.account is not None
    page = campus.window.canvas.results.page
    campus.window.canvas.results.show(Place("course", campus.account.id, "1"))
    await until(lambda: page.list.count() > 2 and not page.busy)
    page.list.setCurrentRow(next(row for row in range(page.list.count()) if page.list.item(row).text() == title))
    page.fetch.click()
    await until(lambda: page.of_quiz.table.model.rowCount() > 0 and not page.busy)
    page.of_quiz.table.analyse.click()
    await until(lambda: page.of_quiz.currentWidget() is page.of_quiz.analysis and not page.busy)
    return page


def cells(page: ResultsScreen, row: int = 0) -> list[str]:
    items = (page.of_quiz.analysis.table.item(row, column) for column in range(5))
    return [item.text() if item is not None else "" for item in items]


def test_a_classic_quiz_is_worked_out_from_its_answers(campus: Campus, qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        people = Classroom(campus.server.core)
        quiz = people.add_classic_quiz("1", "Leaves", [CHOICE, ESSAY])
        question, essay = people.question_ids(quiz)
        for number, said in enumerate(["reflection", "reflection", "reflection", "=paint"]):
            people.hand_in(
                quiz, people.add_student("1", f"Student {number}"), {question: said, essay: "<p>So.</p>"}, at=NOW
            )
        page = await analysed(campus, "Leaves")
        assert cells(page) == ["1. Green", "✓ reflection (3), ✗ =paint (1)", "4", "0.75", "1.00"]
        assert cells(page, 1) == ["2. Say", "So. (4)", "4", "", ""]
        assert page.of_quiz.analysis.chart.accessibleDescription() == "0 to 10 %: 1, 20 to 30 %: 3"
        page.of_quiz.write(tmp_path / "questions.csv")
        rows = list(csv.reader((tmp_path / "questions.csv").read_text("utf-8-sig").splitlines()))
        assert rows[1][:4] == ["Green", "4", "0.75", "1"]

    run_in_loop(qapp, scenario)


def test_a_quiz_in_the_library_leads_to_its_results(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Trees")
        await campus.send(quiz_id, FIRST)
        campus.window.library.enter(quiz_id)
        campus.window.commands["quiz_results"].trigger()
        page = campus.window.canvas.results.page
        await until(lambda: page.list.currentItem() is not None and not page.busy)
        assert page.list.currentItem().text() == "Trees"
        assert "not here yet" in page.of_quiz.note.text()

    run_in_loop(qapp, scenario)


def test_a_new_quiz_is_told_by_the_report_of_canvas_with_a_way_to_each_question(
    campus: Campus, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Trees")
        link = await campus.send(quiz_id, FIRST)
        rows = campus.server.core.items("1", str(link.canvas_id))
        answers = {str(rows[0]["id"]): {"text": "true", "points": 1}}
        people = Classroom(campus.server.core)
        people.sit(str(link.canvas_id), "2", state="complete", score=1.0, submitted_at=NOW, answers=answers)
        page = await analysed(campus, "Trees")
        assert (page.of_quiz.analysis.table.rowCount(), cells(page)[2:4]) == (3, ["1", "1.00"])
        assert "Canvas's report" in page.of_quiz.analysis.note.text()
        page.of_quiz.analysis.table.cellActivated.emit(1, 0)
        await until(lambda: campus.window.pages.quiz is not None)
        shown = campus.window.pages.quiz
        assert shown is not None
        assert shown.panel.list.current_id == shown.document.quiz.items[1].id

    run_in_loop(qapp, scenario)
