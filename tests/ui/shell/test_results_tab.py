"""Results as a part of the open quiz: of the course where it is, and what to do where it is in none."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.sandbox.classroom import Classroom
from app.session.tasks import Tasks
from app.ui.main_window import MainWindow
from app.ui.quiz.quiz_screen import QuizScreen
from app.ui.results.results_tab import ResultsTab
from tests.support.campus import FIRST, SECOND, Campus, campus_of
from tests.support.coroutine import run_in_loop, until

NOW = 1_790_000_000.0


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


def opened(campus: Campus, quiz_id: str) -> tuple[QuizScreen, ResultsTab]:
    """The quiz, turned to its results by the tab."""
    campus.window.open_quiz(quiz_id)
    shown = campus.window.pages.quiz
    assert shown is not None
    shown.header.tabs.show_part("results")
    tab = shown.parts.results
    assert tab is not None
    return shown, tab


async def fetched(tab: ResultsTab) -> list[str]:
    """The students whose scores were brought here."""
    tab.fetch.click()
    await until(lambda: tab.of_quiz.kept is not None and not tab.asking.busy)
    return [row.name for row in tab.of_quiz.table.model.shown if row.score is not None]


def sit(campus: Campus, canvas_id: str, name: str, course: str = "1") -> None:
    """A student hands the quiz in, with a right answer to its first question."""
    people = Classroom(campus.server.core)
    row = campus.server.core.items(course, canvas_id)[0]
    answers = {str(row["id"]): {"text": "true", "points": 1}}
    student = people.add_student(course, name)
    people.sit(canvas_id, student, state="complete", score=1.0, submitted_at=NOW, answers=answers)


def test_an_open_quiz_shows_its_results_and_leads_to_its_questions(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Trees")
        link = await campus.send(quiz_id, FIRST)
        sit(campus, str(link.canvas_id), "Anna Berg")
        shown, tab = opened(campus, quiz_id)
        assert "not here yet" in tab.of_quiz.note.text()
        assert tab.course.isHidden()
        assert await fetched(tab) == ["Berg, Anna"]
        tab.of_quiz.table.analyse.click()
        await until(lambda: tab.of_quiz.currentWidget() is tab.of_quiz.analysis)
        tab.of_quiz.analysis.table.cellActivated.emit(1, 0)
        assert shown.parts.other is None
        assert shown.panel.list.current_id == shown.document.quiz.items[1].id
        campus.window.commands["quiz_results"].trigger()
        assert shown.parts.other is tab

    run_in_loop(qapp, scenario)


def test_a_quiz_that_is_nowhere_says_so_and_leads_to_a_sync(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Trees")
        _, tab = opened(campus, quiz_id)
        assert tab.parts.currentWidget() is tab.nowhere
        tab.sync.click()
        page = campus.window.canvas.sync_page
        await until(lambda: campus.window.pages.currentWidget() is page)
        await campus.send(quiz_id, FIRST)
        _, tab = opened(campus, quiz_id)
        assert tab.parts.currentWidget() is not tab.nowhere

    run_in_loop(qapp, scenario)


def test_each_course_of_a_quiz_has_its_own_results(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Trees")
        first, second = await campus.send(quiz_id, FIRST), await campus.send(quiz_id, SECOND)
        sit(campus, str(first.canvas_id), "Anna Berg")
        sit(campus, str(second.canvas_id), "Ben Oak", "2")
        _, tab = opened(campus, quiz_id)
        assert await fetched(tab) == ["Berg, Anna"]
        tab.course.show_key(second.id)
        tab.course.picked.emit(second.id)
        assert tab.of_quiz.kept is None
        assert await fetched(tab) == ["Oak, Ben"]

    run_in_loop(qapp, scenario)
