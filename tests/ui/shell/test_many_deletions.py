"""Many questions are deleted only where the person confirms it, on either side; each of them can be left out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.session.tasks import Tasks
from app.ui.main_window import MainWindow
from app.ui.sync.sync_screen import SyncScreen
from tests.support.campus import COURSES, FIRST, Campus, campus_of
from tests.support.coroutine import run_in_loop, until

TEXTS = ("Roots drink.", "Leaves breathe.", "Bark lives.", "Seeds sleep.", "Moss clings.", "Ferns unroll.")


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


async def planned(campus: Campus, quiz_id: str) -> SyncScreen:
    campus.window.canvas.sync(quiz_id)
    page = campus.window.canvas.sync_page
    await until(lambda: page.again.isVisible() and page.start.isVisible() and not page.busy)
    return page


async def carried_out(page: SyncScreen) -> None:
    page.start.click()
    await until(lambda: page.start.isHidden() and page.again.isVisible() and not page.busy)


def names(page: SyncScreen) -> list[str]:
    return [str(page.table.model().index(row, 1).data()) for row in range(page.table.rowCount())]


async def all_but_the_first_deleted(campus: Campus) -> str:
    quiz_id = campus.add_quiz("Plants", *TEXTS)
    await campus.send(quiz_id, FIRST)
    document = campus.window.workspace.open(quiz_id)
    document.delete_items([item.id for item in document.quiz.items[1:]], "Delete questions")
    return quiz_id


def test_they_stay_on_canvas_and_are_named_until_the_person_confirms(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = await all_but_the_first_deleted(campus)
        page = await planned(campus, quiz_id)
        assert "5 questions to delete" in page.letter.text()
        assert page.plan.warnings.said[0].startswith("5 of 6 questions would be deleted on Canvas.")
        assert page.plan.confirm.text() == "Delete these 5 questions on Canvas"
        assert set(TEXTS[1:]) <= set(names(page))
        await carried_out(page)
        assert len(campus.texts(campus.links(quiz_id)[0])) == len(TEXTS)
        assert set(TEXTS[1:]) <= set(names(page)), "what was not sent is named"

        page = await planned(campus, quiz_id)
        page.plan.confirm.setFocus()
        QTest.keyClick(page.plan.confirm, Qt.Key.Key_Space)
        assert page.start.isEnabled()
        await carried_out(page)
        assert campus.texts(campus.links(quiz_id)[0]) == [f"<p>{TEXTS[0]}</p>"]

    run_in_loop(qapp, scenario)


def test_one_of_them_can_be_left_out(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = await all_but_the_first_deleted(campus)
        page = await planned(campus, quiz_id)
        page.table.setCurrentCell(names(page).index(TEXTS[2]), 0)
        QTest.keyClick(page.table, Qt.Key.Key_Space)
        assert page.plan.confirm.text() == "Delete these 4 questions on Canvas"
        page.plan.confirm.click()
        await carried_out(page)
        assert campus.texts(campus.links(quiz_id)[0]) == [f"<p>{TEXTS[0]}</p>", f"<p>{TEXTS[2]}</p>"]

    run_in_loop(qapp, scenario)


def test_what_a_colleague_deleted_stays_here_until_the_person_confirms(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Plants", *TEXTS)
        link = await campus.send(quiz_id, FIRST)
        for row in campus.server.core.items(COURSES[FIRST], str(link.canvas_id))[1:]:
            campus.server.core.delete_item(COURSES[FIRST], str(link.canvas_id), str(row["id"]))
        page = await planned(campus, quiz_id)
        assert page.plan.confirm.text() == "Delete these 5 questions here"
        page.plan.confirm.click()
        await carried_out(page)
        assert len(campus.window.workspace.open(quiz_id).quiz.items) == 1

    run_in_loop(qapp, scenario)


def test_of_several_quizzes_it_is_said_where_to_confirm(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id, other = await all_but_the_first_deleted(campus), campus.add_quiz("Other")
        await campus.link(other, FIRST)
        campus.window.canvas.sync_many([quiz_id, other])
        page = campus.window.canvas.many_page
        await until(lambda: page.start.isVisible() and not page.busy)
        said = str(page.table.model().index(0, 2).data())
        assert "5 of 6 questions would be deleted on Canvas. To confirm that, show this quiz." in said

    run_in_loop(qapp, scenario)
