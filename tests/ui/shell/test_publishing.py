"""Publishing from the window: who sees the quiz is said before and after, and nothing happens without a yes."""

from collections.abc import Awaitable, Callable

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.main_window import MainWindow
from app.ui.settings.fact_row import FactRow
from tests.support.coroutine import run_in_loop, until

Make = Callable[..., str]
Play = Callable[[MainWindow, SandboxServer, str], Awaitable[None]]


def box(window: MainWindow) -> QMessageBox | None:
    return next((one for one in window.findChildren(QMessageBox) if one.isVisible()), None)


def press(window: MainWindow, role: QMessageBox.ButtonRole) -> None:
    found = box(window)
    assert found is not None
    next(button for button in found.buttons() if found.buttonRole(button) is role).click()


def play(window: MainWindow, qapp: QApplication, quiz_id: str, scenario: Play) -> None:
    """A quiz that was just sent to a sandbox, open in the window."""

    async def whole(tasks: Tasks) -> None:
        tokens = Tokens(SessionStore())
        window.run_tasks(tasks, tokens)
        with SandboxServer() as sandbox:
            session = window.canvas.access.session
            account = await session.sign_in(sandbox.url, sandbox.token)
            await tokens.keep(account, sandbox.token)
            await session.run(await session.link(quiz_id, account.id, sandbox.course_id))
            window.open_quiz(quiz_id)
            await scenario(window, sandbox, canvas_id(window, quiz_id))

    run_in_loop(qapp, whole)


def canvas_id(window: MainWindow, quiz_id: str) -> str:
    found = window.workspace.reader.links(quiz_id)[0].canvas_id
    assert found is not None
    return found


def header(window: MainWindow) -> str:
    assert window.pages.quiz is not None
    return window.pages.quiz.header.seen_by.accessibleName()


def test_who_will_see_it_is_said_before_and_the_header_says_it_after(
    window: MainWindow, qapp: QApplication, quiz: Make
) -> None:
    async def scenario(window: MainWindow, sandbox: SandboxServer, canvas_id: str) -> None:
        sandbox.core.edit_quiz(
            sandbox.course_id,
            canvas_id,
            {"unlock_at": "2030-01-01T00:00:00Z", "lock_at": "2031-01-01T00:00:00Z", "due_at": "2030-06-01T00:00:00Z"},
        )
        assert header(window) == "Not published"
        assert not window.commands["unpublish"].isEnabled()
        window.pages.quiz.header.seen_by.click()  # type: ignore[union-attr]
        await until(lambda: box(window) is not None)
        said = box(window)
        assert said is not None
        assert said.text() == "Publish “Leaves” in Botany?"
        assert "All students of the course see it at once." in said.informativeText()
        assert "from " in said.informativeText()
        assert "It is due on" in said.informativeText()
        assert window.notice_bar.isHidden()
        press(window, QMessageBox.ButtonRole.AcceptRole)
        await until(lambda: header(window).startswith("Open until"))
        assert sandbox.core.assignment(canvas_id)["published"] is True
        assert window.notice_bar.text.text() == "“Leaves” is published on Canvas."

    play(window, qapp, quiz("Leaves"), scenario)


def test_cancel_publishes_nothing(window: MainWindow, qapp: QApplication, quiz: Make) -> None:
    async def scenario(window: MainWindow, sandbox: SandboxServer, canvas_id: str) -> None:
        window.commands["publish"].trigger()
        await until(lambda: box(window) is not None)
        press(window, QMessageBox.ButtonRole.RejectRole)
        await until(lambda: box(window) is None)
        assert sandbox.core.assignment(canvas_id)["published"] is False
        assert header(window) == "Not published"

    play(window, qapp, quiz("Leaves"), scenario)


def test_a_quiz_that_nobody_has_begun_is_hidden_again(window: MainWindow, qapp: QApplication, quiz: Make) -> None:
    async def scenario(window: MainWindow, sandbox: SandboxServer, canvas_id: str) -> None:
        sandbox.core.set_published(canvas_id, published=True)
        window.commands["publish"].trigger()
        await until(lambda: header(window) == "Published")
        await until(lambda: "already" in window.notice_bar.text.text())
        window.commands["unpublish"].trigger()
        await until(lambda: box(window) is not None)
        press(window, QMessageBox.ButtonRole.AcceptRole)
        await until(lambda: header(window) == "Not published")
        assert sandbox.core.assignment(canvas_id)["published"] is False

    play(window, qapp, quiz("Leaves"), scenario)


def test_what_canvas_would_refuse_is_not_offered(window: MainWindow, qapp: QApplication, quiz: Make) -> None:
    async def scenario(window: MainWindow, sandbox: SandboxServer, canvas_id: str) -> None:
        sandbox.core.set_published(canvas_id, published=True)
        sandbox.core.set_submissions(canvas_id)
        window.commands["publish"].trigger()
        await until(lambda: header(window) == "Published")
        window.commands["unpublish"].trigger()
        await until(lambda: "because students have begun it" in window.notice_bar.text.text())
        assert box(window) is None

    play(window, qapp, quiz("Leaves"), scenario)


def test_a_quiz_on_no_canvas_says_nothing_of_students(window: MainWindow, quiz: Make) -> None:
    window.open_quiz(quiz("Leaves"))
    assert window.pages.quiz is not None
    assert window.pages.quiz.header.seen_by.isHidden()
    assert not window.commands["publish"].isEnabled()
    assert not window.commands["unpublish"].isEnabled()


@pytest.mark.parametrize("width", [900, 1280])
def test_in_a_narrow_window_the_icon_alone_says_who_sees_it(
    window: MainWindow, qapp: QApplication, quiz: Make, width: int
) -> None:
    async def scenario(window: MainWindow, _sandbox: SandboxServer, _canvas_id: str) -> None:
        assert window.pages.quiz is not None
        chip = window.pages.quiz.header.seen_by
        window.resize(width, 700)
        await until(lambda: (chip.text() == "") is (width < 1000))
        assert chip.accessibleName() == "Not published"
        assert "Publish" in chip.toolTip()

    play(window, qapp, quiz("Leaves"), scenario)


def test_the_group_is_chosen_with_the_course_and_its_name_stands_in_the_settings(
    window: MainWindow, qapp: QApplication, quiz: Make
) -> None:
    chosen = quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        tokens = Tokens(SessionStore())
        window.run_tasks(tasks, tokens)
        with SandboxServer() as sandbox:
            page = window.canvas.sync_page
            account = await window.canvas.access.session.sign_in(sandbox.url, sandbox.token)
            await tokens.keep(account, sandbox.token)
            window.open_quiz(chosen)
            window.commands["sync"].trigger()
            await until(lambda: page.choice.group.box.isEnabled())
            box = page.choice.group.box
            assert [box.itemText(place) for place in range(box.count())] == ["Quizzes", "Assignments"]
            assert box.currentText() == "Quizzes"
            box.setCurrentIndex(1)
            window.workspace.rows_changed.emit()
            assert box.currentText() == "Assignments"
            page.choice.go.click()
            await until(page.start.isVisible)
            page.start.click()
            await until(lambda: page.again.isVisible() and not page.busy)
            assert sandbox.core.assignment(canvas_id(window, chosen))["assignment_group_id"] == "2"
            window.open_quiz(chosen)
            assert window.pages.quiz is not None
            window.pages.quiz.turn_to("settings")
            row = window.pages.quiz.parts.shown_settings().rows["assignment_group_id"]
            assert isinstance(row, FactRow)
            assert row.fact.text() == "Assignment group: Assignments"

    run_in_loop(qapp, scenario)


def test_a_course_whose_groups_cannot_be_read_can_be_used_all_the_same(
    window: MainWindow, qapp: QApplication, quiz: Make
) -> None:
    chosen = quiz("Leaves")

    async def scenario(tasks: Tasks) -> None:
        tokens = Tokens(SessionStore())
        window.run_tasks(tasks, tokens)
        with SandboxServer() as sandbox:
            page = window.canvas.sync_page
            account = await window.canvas.access.session.sign_in(sandbox.url, sandbox.token)
            await tokens.keep(account, sandbox.token)
            sandbox.core.set_fault("forbidden", 1.0)
            window.open_quiz(chosen)
            window.commands["sync"].trigger()
            await until(page.choice.go.isVisible)
            assert not page.choice.group.box.isEnabled()
            assert page.choice.group.group_id == ""
            assert page.choice.go.isEnabled()

    run_in_loop(qapp, scenario)


def test_large_text_leaves_room_for_the_title(
    window: MainWindow, qapp: QApplication, quiz: Make, large_text: float
) -> None:
    async def scenario(window: MainWindow, _sandbox: SandboxServer, _canvas_id: str) -> None:
        assert window.pages.quiz is not None
        assert window.pages.quiz.header.seen_by.text() == ""
        assert header(window) == "Not published"

    play(window, qapp, quiz("Leaves"), scenario)
