"""What students answered in a New Quiz, in the window: a report of Canvas, waited for, shown, written safely."""

import csv
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.sandbox.classroom import Classroom
from app.session.tasks import Tasks
from app.ui.library.place import Place
from app.ui.main_window import MainWindow
from app.ui.results.moment_text import moment_text
from app.ui.results.results_screen import ResultsScreen
from tests.support.campus import FIRST, Campus, campus_of
from tests.support.coroutine import run_in_loop, until

NOW = 1_790_000_000.0


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


async def fetched(campus: Campus, tasks: Tasks) -> ResultsScreen:
    """Three students handed a New Quiz in; their scores are here and shown."""
    await campus.connect(tasks)
    link = await campus.send(campus.add_quiz("Trees"), FIRST)
    item = str(campus.server.core.items("1", str(link.canvas_id))[0]["id"])
    people = Classroom(campus.server.core)
    for name, said, score in (("Anna Berg", "=1+1", 9.0), ("Ben Oak", "true", 10.0), ("Cem Ash", "false", 0.0)):
        answers = {item: {"text": said, "points": score}}
        student = people.add_student("1", name)
        people.sit(str(link.canvas_id), student, state="complete", score=score, submitted_at=NOW, answers=answers)
    assert campus.account is not None
    campus.note_zone(FIRST, "America/New_York")
    page = campus.window.canvas.results.page
    campus.window.canvas.results.show(Place("course", campus.account.id, "1"))
    await until(lambda: page.list.count() > 1 and not page.busy)
    page.list.setCurrentRow(next(row for row in range(page.list.count()) if page.list.item(row).text() == "Trees"))
    page.fetch.click()
    await until(lambda: page.of_quiz.table.model.rowCount() > 0 and not page.busy)
    return page


async def reported(page: ResultsScreen) -> None:
    page.of_quiz.table.report.click()
    await until(lambda: page.of_quiz.currentWidget() is page.of_quiz.report and not page.busy)


def column(page: ResultsScreen, name: str) -> list[str]:
    head, *rows = page.of_quiz.report.rows()
    return [str(row[head.index(name)]) for row in rows]


def test_answers_are_shown_with_progress_sorted_by_value_filtered_and_written_safely(
    campus: Campus, qapp: QApplication, tmp_path: Path
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = await fetched(campus, tasks)
        page.of_quiz.table.report.click()
        await until(lambda: page.asking.step.text().endswith("/ 100"))
        await until(lambda: page.of_quiz.currentWidget() is page.of_quiz.report and not page.busy)
        assert column(page, "name") == ["Anna Berg", "Ben Oak", "Cem Ash"]
        model = page.of_quiz.report.model
        heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
        assert heads[:4] == ["Student", "Score", "Handed in", "Attempt"]
        assert heads[5] == "Points for 1"
        assert model.index(0, 2).data() == moment_text("2026-09-21T14:13:20Z", ZoneInfo("America/New_York"))
        score = heads.index("Score")
        header = page.of_quiz.report.view.horizontalHeader()
        assert header.sectionSize(score) < header.sectionSize(heads.index("Student"))
        assert model.headerData(score, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == model.index(
            0, score
        ).data(Qt.ItemDataRole.TextAlignmentRole)
        page.of_quiz.report.view.sortByColumn(score, Qt.SortOrder.DescendingOrder)
        assert column(page, "name") == ["Ben Oak", "Anna Berg", "Cem Ash"]
        QTest.keyClicks(page.of_quiz.report.search, "anna")
        page.of_quiz.write(tmp_path / "answers.csv")
        head, *rows = csv.reader((tmp_path / "answers.csv").read_text("utf-8-sig").splitlines())
        assert [row[head.index("name")] for row in rows] == ["Anna Berg"]
        assert "'=1+1" in rows[0]
        assert "=1+1" not in rows[0]

    run_in_loop(qapp, scenario)


def test_nothing_of_a_report_is_kept_when_it_is_left(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = await fetched(campus, tasks)
        await reported(page)
        QTest.keyClick(page.of_quiz.report, Qt.Key.Key_Escape)
        assert page.of_quiz.currentWidget() is page.of_quiz.table
        assert page.of_quiz.report.model.rowCount() == 0

    run_in_loop(qapp, scenario)


def test_a_report_that_canvas_cannot_make_is_told(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = await fetched(campus, tasks)
        campus.server.core.set_fault("report-fails", 1)
        page.of_quiz.table.report.click()
        await until(lambda: not page.busy)
        assert page.of_quiz.currentWidget() is page.of_quiz.table
        assert "could not make the report" in campus.window.notice_bar.text.text()

    run_in_loop(qapp, scenario)


def test_who_has_gone_to_another_page_is_not_called_back(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = await fetched(campus, tasks)
        page.of_quiz.table.report.click()
        page.list.setCurrentRow(0)
        await until(lambda: not page.busy)
        assert page.stack.currentWidget() is page.students
        assert page.of_quiz.report.model.rowCount() == 0

    run_in_loop(qapp, scenario)


@pytest.mark.parametrize("wanted", ["report", "analyse"])
def test_a_report_that_comes_late_calls_nobody_back(campus: Campus, qapp: QApplication, wanted: str) -> None:
    async def scenario(tasks: Tasks) -> None:
        page = await fetched(campus, tasks)
        getattr(page.of_quiz.table, wanted).click()
        assert page.busy
        page.list.setCurrentRow(0)
        await until(lambda: not page.busy)
        assert page.stack.currentWidget() is page.students
        assert page.of_quiz.currentWidget() is page.of_quiz.note

    run_in_loop(qapp, scenario)
