"""The page of a sync in the window: where the cursor is, and what the window says."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.main_window import MainWindow
from tests.support.coroutine import run_in_loop, until

Make = Callable[..., str]


def test_without_a_canvas_the_cursor_is_on_the_button_that_connects(
    window: MainWindow, qapp: QApplication, quiz: Make
) -> None:
    chosen = quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        window.open_quiz(chosen)
        window.commands["sync"].trigger()
        await until(lambda: window.pages.currentWidget() is window.canvas.sync_page)
        await until(window.canvas.sync_page.choice.connect_button.hasFocus)
        assert window.windowTitle().startswith("Leaves")

    run_in_loop(qapp, scenario)


def test_the_practice_canvas_leads_to_its_courses_and_its_news_goes_with_the_next_step(
    window: MainWindow, qapp: QApplication, quiz: Make, qtbot: QtBot
) -> None:
    chosen = quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        window.open_quiz(chosen)
        window.commands["sync"].trigger()
        page = window.canvas.sync_page
        await until(page.choice.practice_button.isVisible)
        page.choice.practice_button.click()
        try:
            await until(lambda: window.notice_bar.text.text().endswith("Choose a course of it."))
            assert page.choice.courses.hasFocus()
            page.choice.go.click()
            assert window.notice_bar.isHidden()
            await until(page.start.hasFocus)
        finally:
            window.stop_canvas()

    run_in_loop(qapp, scenario)


def test_the_practice_canvas_is_told_also_where_several_quizzes_wait_for_a_course(
    window: MainWindow, qapp: QApplication, quiz: Make
) -> None:
    chosen = [quiz("Leaves"), quiz("Roots")]

    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        window.canvas.sync_many(chosen)
        page = window.canvas.many_page
        await until(page.place.isVisible)
        page.place.click()
        page.choice.practice_button.click()
        try:
            await until(lambda: window.notice_bar.text.text().endswith("Choose a course of it."))
            assert page.choice.courses.isVisible()
        finally:
            window.stop_canvas()

    run_in_loop(qapp, scenario)
