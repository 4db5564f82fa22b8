"""Several quizzes in one go: a line for each before anything is sent, one after the other, what came of each."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.library.row import State
from app.session.tasks import Tasks
from app.ui.library.place import Place
from app.ui.main_window import MainWindow
from app.ui.sync.many_screen import ManyScreen
from tests.support.campus import COURSES, FIRST, SECOND, Campus, campus_of
from tests.support.coroutine import run_in_loop, until
from tests.support.opened_pages import OpenedPages


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


async def shown(campus: Campus) -> ManyScreen:
    """Everything in the library is selected, and Sync is pressed."""
    campus.window.show_home()
    campus.window.library.table.selectAll()
    campus.window.commands["sync_quizzes"].trigger()
    return await planned(campus)


async def planned(campus: Campus) -> ManyScreen:
    page = campus.window.canvas.many_page
    await until(lambda: campus.window.pages.currentWidget() is page and page.again.isVisible() and not page.busy)
    return page


def lines(page: ManyScreen) -> dict[str, str]:
    """Title → what is told of it."""
    told = {}
    for place in range(page.table.rowCount()):
        quiz, what = page.table.item(place, 0), page.table.item(place, 2)
        assert quiz is not None
        assert what is not None
        told[quiz.text()] = what.text()
    return told


def titles(page: ManyScreen) -> set[str]:
    """Of the rows that are ticked."""
    return {list(lines(page))[place] for place in page.table.places}


async def carry_out(page: ManyScreen) -> None:
    page.start.click()
    await until(lambda: page.start.isHidden() and page.again.isVisible() and not page.busy)


def test_every_quiz_has_its_line_and_only_what_has_something_to_do_is_ticked(
    campus: Campus, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        same, edited, changed = (campus.add_quiz(title) for title in ("Same", "Edited", "Changed there"))
        for quiz_id in (same, edited):
            await campus.send(quiz_id, FIRST)
        link = await campus.send(changed, SECOND)
        await campus.edit(edited, "Do leaves breathe?")
        campus.edit_there(link, "Do they drink?", 2)
        page = await shown(campus)
        assert lines(page) == {
            "Same": "Everything is the same on both sides.",
            "Edited": "To Canvas: 1 changed question.",
            "Changed there": "From Canvas: 1 question changed by somebody.",
        }
        assert titles(page) == {"Edited", "Changed there"}
        assert page.letter.text() == "2 quizzes will be synced. 1 is the same on both sides."
        await carry_out(page)
        assert lines(page)["Edited"] == "Sent: 1 changed question."
        assert lines(page)["Changed there"] == "Brought in: 1 changed question."
        assert page.letter.text() == "2 quizzes were synced."
        assert {row.state for row in campus.window.workspace.rows()} == {State.SYNCED}

    run_in_loop(qapp, scenario)


def test_the_selected_quiz_is_opened_on_canvas(campus: Campus, qapp: QApplication, opened_pages: OpenedPages) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        sent, fresh = campus.add_quiz("Sent"), campus.add_quiz("Fresh")
        link = await campus.send(sent, SECOND)
        await campus.link(fresh, FIRST)
        page = await shown(campus)
        rows = list(lines(page))
        page.table.setCurrentCell(rows.index("Fresh"), 0)
        assert not page.page.isEnabled()
        page.table.setCurrentCell(rows.index("Sent"), 0)
        page.page.click()
        assert opened_pages.opened == [f"{campus.server.url}/courses/2/assignments/{link.canvas_id}"]
        await carry_out(page)
        page.table.setCurrentCell(rows.index("Fresh"), 0)
        assert page.page.isEnabled()

    run_in_loop(qapp, scenario)


def test_a_quiz_that_is_not_ticked_waits(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        waits, goes = campus.add_quiz("Waits"), campus.add_quiz("Goes")
        await campus.link(waits, FIRST)
        await campus.link(goes, FIRST)
        page = await shown(campus)
        page.table.setCurrentCell(list(lines(page)).index("Waits"), 1)
        QTest.keyClick(page.table, Qt.Key.Key_Space)
        assert page.letter.text() == "1 quiz will be synced."
        page.again.click()
        await until(lambda: page.busy)
        await planned(campus)
        assert titles(page) == {"Goes"}, "also when she looks again"
        await carry_out(page)
        assert [link.canvas_id is not None for quiz in (waits, goes) for link in campus.links(quiz)] == [False, True]

    run_in_loop(qapp, scenario)


def test_a_conflict_and_a_quiz_that_is_gone_do_not_stop_the_others(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        torn, gone, good = (campus.add_quiz(title) for title in ("Torn", "Gone", "Good"))
        link = await campus.send(torn, FIRST)
        await campus.edit(torn, "Mine")
        campus.edit_there(link, "Theirs")
        deleted = await campus.send(gone, FIRST)
        campus.server.core.delete_quiz(COURSES[FIRST], str(deleted.canvas_id))
        await campus.link(good, FIRST)
        page = await shown(campus)
        assert lines(page)["Torn"] == "1 conflict to decide."
        assert lines(page)["Gone"].startswith("“Gone” is no longer in this course on Canvas.")
        assert titles(page) == {"Good"}
        assert page.letter.text() == "1 quiz will be synced. 1 needs you. 1 could not be looked at."
        await carry_out(page)
        assert lines(page)["Good"] == "Sent: a new quiz, 3 new questions."

    run_in_loop(qapp, scenario)


def test_once_canvas_is_down_the_other_quizzes_are_told_so_without_being_tried(
    campus: Campus, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        for title in ("Algae", "Ferns", "Mosses"):
            await campus.link(campus.add_quiz(title), FIRST)
        page = await shown(campus)
        campus.server.core.set_fault("login-page", 1.0)
        before = len(campus.server.core.requests)
        await carry_out(page)
        assert all("answered with something that is not Canvas" in line for line in lines(page).values())
        assert len(campus.server.core.requests) - before == 1, "the first quiz alone was tried"
        assert page.letter.text() == "3 could not be synced."
        campus.server.core.set_fault("login-page", 0.0)
        page.again.click()
        await until(lambda: page.start.isVisible() and not page.busy)
        await carry_out(page)
        assert page.letter.text() == "3 quizzes were synced."

    run_in_loop(qapp, scenario)


def test_those_in_no_course_are_named_and_given_one_at_one_stroke(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        linked, *new = (campus.add_quiz(title) for title in ("Linked", "New", "Also new"))
        await campus.send(linked, FIRST)
        page = await shown(campus)
        assert lines(page)["New"] == lines(page)["Also new"] == "In no course yet"
        assert page.place.text() == "Choose a course for 2 quizzes…"
        page.place.click()
        assert page.choice.isVisible()
        page.choice.courses.setCurrentRow(1)
        await until(lambda: bool(page.choice.group.group_id))
        page.choice.go.click()
        await until(lambda: page.again.isVisible() and not page.busy)
        assert titles(page) == {"New", "Also new"}
        await carry_out(page)
        assert [link.course_id for quiz in new for link in campus.links(quiz)] == [COURSES[SECOND]] * 2

    run_in_loop(qapp, scenario)


def test_a_course_is_synced_with_all_its_quizzes_also_those_that_are_in_another_one_first(
    campus: Campus, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        both, second, first = (campus.add_quiz(title) for title in ("Both", "Second alone", "First alone"))
        await campus.send(first, FIRST)
        await campus.send(both, FIRST)
        await campus.send(both, SECOND)
        await campus.send(second, SECOND)
        assert campus.account is not None
        campus.window.library.places.open(Place("course", campus.account.id, COURSES[SECOND]))
        campus.window.commands["sync_course"].trigger()
        page = await planned(campus)
        assert set(lines(page)) == {"Both", "Second alone"}
        course = page.table.item(0, 1)
        assert course is not None
        assert course.text() == SECOND

    run_in_loop(qapp, scenario)


def test_what_was_begun_and_what_was_not_is_told_after_a_cancel(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        for title in ("One", "Two", "Three"):
            await campus.link(campus.add_quiz(title), FIRST)
        page = await shown(campus)
        first = next(iter(lines(page)))

        def stop_in_the_second(_progress: object) -> None:
            if first not in page.step.text():
                page.stop.click()

        campus.window.canvas.access.session.progressed.connect(stop_in_the_second)
        page.start.click()
        await until(lambda: page.again.isVisible() and not page.busy)
        told_of, told = list(lines(page)), list(lines(page).values())
        assert told[0].startswith("Sent: a new quiz")
        assert told[1].startswith("Stopped.")
        assert told[2] == "To Canvas: a new quiz, 3 new questions."
        campus.window.canvas.access.session.progressed.disconnect(stop_in_the_second)
        page.again.click()
        await until(lambda: page.start.isVisible() and not page.busy)
        await carry_out(page)
        quizzes = campus.server.core.quizzes(COURSES[FIRST])
        sent = [quiz["title"] for quiz in quizzes if quiz["title"] in told_of]
        assert sorted(sent) == sorted(told_of), "each once"

    run_in_loop(qapp, scenario)


def test_one_selected_quiz_has_the_page_of_one(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        await campus.send(campus.add_quiz("Leaves"), FIRST)
        campus.window.show_home()
        table = campus.window.library.table
        table.selectionModel().select(
            table.model().index(0, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )
        campus.window.commands["sync_quizzes"].trigger()
        await until(campus.window.canvas.sync_page.isVisible)

    run_in_loop(qapp, scenario)


def test_a_row_leads_to_the_plan_of_its_quiz(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        for title in ("One", "Two"):
            await campus.send(campus.add_quiz(title), FIRST)
        page = await shown(campus)
        page.table.setCurrentCell(1, 0)
        page.one.click()
        sync = campus.window.canvas.sync_page
        await until(lambda: sync.isVisible() and not sync.busy)
        assert sync.quiz_title == list(lines(page))[1]

    run_in_loop(qapp, scenario)
