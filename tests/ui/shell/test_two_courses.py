"""The same quiz in two courses: which one is synced, what stands in each, and taking it from one of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.session.tasks import Tasks
from app.ui.dialogs.picker import Picker
from app.ui.main_window import MainWindow
from app.ui.sync.sync_screen import SyncScreen
from tests.support.campus import FIRST, SECOND, Campus, campus_of
from tests.support.coroutine import run_in_loop, until


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


async def shown_plan(campus: Campus, quiz_id: str) -> SyncScreen:
    """Sync, as the command in an open quiz does."""
    campus.window.open_quiz(quiz_id)
    campus.window.commands["sync"].trigger()
    page = campus.window.canvas.sync_page
    await until(page.isVisible)
    await planned(page)
    return page


async def planned(page: SyncScreen) -> None:
    await until(lambda: page.again.isVisible() and not page.busy)


def lines(page: SyncScreen) -> list[str]:
    return [action.text() for action in page.head.links.menu().actions() if action.text()]


def choose(page: SyncScreen, beginning: str) -> None:
    actions = page.head.links.menu().actions()
    next(action for action in actions if action.text().startswith(beginning)).trigger()


async def turn_to(page: SyncScreen, course: str) -> None:
    choose(page, course)
    await until(lambda: page.head.links.text().startswith(course))
    await planned(page)


async def carry_out(page: SyncScreen) -> None:
    page.start.click()
    await until(lambda: page.start.isHidden() and page.again.isVisible() and not page.busy)


def test_a_quiz_goes_to_another_course_as_well(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        await campus.send(quiz_id, FIRST)
        page = await shown_plan(campus, quiz_id)
        assert page.head.links.text() == FIRST
        choose(page, "Also to another course")
        await until(page.choice.isVisible)
        names = [page.choice.courses.item(row).text() for row in range(page.choice.courses.count())]
        assert names == [SECOND], "the course that it is in is no choice"
        page.choice.go.click()
        await until(lambda: page.start.isVisible() and not page.busy)
        assert page.head.links.text() == f"{SECOND} · 2 of 2"
        assert page.letter.text() == "To Canvas: a new quiz, 3 new questions."
        await carry_out(page)
        first, second = campus.links(quiz_id)
        assert campus.texts(first) == campus.texts(second)
        assert first.canvas_id != second.canvas_id
        assert page.head.page.isVisible(), "it is on Canvas now"

    run_in_loop(qapp, scenario)


def test_the_choice_of_another_course_can_be_left(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        await campus.send(quiz_id, FIRST)
        page = await shown_plan(campus, quiz_id)
        choose(page, "Also to another course")
        await until(page.choice.isVisible)
        page.stop.click()
        await planned(page)
        assert page.choice.isHidden()
        assert [link.course_id for link in campus.links(quiz_id)] == ["1"]

    run_in_loop(qapp, scenario)


def test_what_changes_in_one_course_reaches_the_other_by_its_own_sync(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        first, second = await campus.send(quiz_id, FIRST), await campus.send(quiz_id, SECOND)
        campus.edit_there(second, "Who changed me?")
        page = await shown_plan(campus, quiz_id)
        assert page.letter.text() == "Everything is the same on both sides.", "nobody touched the first course"
        await turn_to(page, SECOND)
        assert page.letter.text() == "From Canvas: 1 question changed by somebody."
        await carry_out(page)
        assert campus.texts(first)[0] != campus.texts(second)[0]
        assert lines(page)[:2] == [f"{FIRST} · 1 change not there yet", SECOND]
        await turn_to(page, FIRST)
        assert page.letter.text() == "To Canvas: 1 changed question."
        await carry_out(page)
        assert campus.texts(first) == campus.texts(second)
        assert lines(page)[:2] == [FIRST, SECOND]

    run_in_loop(qapp, scenario)


def test_the_sync_comes_back_to_the_course_that_was_chosen(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        await campus.send(quiz_id, FIRST)
        await campus.send(quiz_id, SECOND)
        page = await shown_plan(campus, quiz_id)
        await turn_to(page, SECOND)
        page.back.click()
        page = await shown_plan(campus, quiz_id)
        assert page.head.links.text() == f"{SECOND} · 2 of 2"

    run_in_loop(qapp, scenario)


def test_a_quiz_is_taken_from_the_course_that_is_shown_and_stays_in_the_other(
    campus: Campus, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        first, second = await campus.send(quiz_id, FIRST), await campus.send(quiz_id, SECOND)
        page = await shown_plan(campus, quiz_id)
        choose(page, f"Remove the link to {FIRST}")
        await until(lambda: page.head.links.text() == SECOND)
        notice = campus.window.notice_bar
        await until(lambda: notice.undoes)
        assert notice.text.text().startswith(f"The quiz is no longer linked to {FIRST}, but still to {SECOND}.")
        assert page.again.isVisible()
        assert page.start.isHidden(), "the plan was for the course that is gone"
        notice.undo()
        await until(lambda: campus.links(quiz_id) == [first, second])
        await until(lambda: page.head.links.text() == f"{FIRST} · 1 of 2")
        assert page.letter.text() == "The quiz is linked to that course again."

    run_in_loop(qapp, scenario)


def asked(campus: Campus) -> QMessageBox | None:
    return next((box for box in campus.window.findChildren(QMessageBox) if box.isVisible()), None)


def picker(campus: Campus) -> Picker | None:
    return next((one for one in campus.window.findChildren(Picker) if one.isVisible()), None)


async def confirm(campus: Campus, verb: str) -> str:
    """Press the button with the verb; gives what was asked."""
    await until(lambda: asked(campus) is not None)
    box = asked(campus)
    assert box is not None
    said = box.text()
    next(button for button in box.buttons() if button.text() == verb).click()
    return said


def test_the_course_in_which_a_quiz_is_published_is_chosen(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        first, second = await campus.send(quiz_id, FIRST), await campus.send(quiz_id, SECOND)
        campus.window.open_quiz(quiz_id)
        page = campus.window.pages.quiz
        assert page is not None
        campus.window.commands["publish"].trigger()
        await until(lambda: picker(campus) is not None)
        list_ = picker(campus)
        assert list_ is not None
        assert [list_.list.item(row).text() for row in range(list_.list.count())] == [FIRST, SECOND]
        QTest.keyClicks(list_.line, SECOND[:3])
        QTest.keyClick(list_.line, Qt.Key.Key_Return)
        assert await confirm(campus, "Publish") == f"Publish “Leaves” in {SECOND}?"
        core = campus.server.core
        await until(lambda: core.assignment(str(second.canvas_id))["published"])
        assert not core.assignment(str(first.canvas_id))["published"]
        await until(lambda: page.header.seen_by.accessibleName() == "Published in 1 of 2 courses")

        page.header.seen_by.click()
        assert await confirm(campus, "Publish") == f"Publish “Leaves” in {FIRST}?", "the only one that is left"
        await until(lambda: page.header.seen_by.accessibleName() == "Published")
        campus.window.commands["unpublish"].trigger()
        await until(lambda: picker(campus) is not None)
        list_ = picker(campus)
        assert list_ is not None
        QTest.keyClick(list_.line, Qt.Key.Key_Return)
        assert await confirm(campus, "Unpublish") == f"Unpublish “Leaves” in {FIRST}?"
        await until(lambda: not core.assignment(str(first.canvas_id))["published"])
        assert core.assignment(str(second.canvas_id))["published"]

    run_in_loop(qapp, scenario)
