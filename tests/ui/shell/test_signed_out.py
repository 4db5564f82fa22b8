"""A sign-in that ends while the window works: it says so, offers to sign in again, and goes on from there."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.library.row import Account
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sandbox import developer_key
from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.brought import Bringing
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.dialogs.connect_dialog import ConnectDialog
from app.ui.library.place import Place
from app.ui.main_window import MainWindow
from app.ui.sync.sync_screen import SyncScreen
from tests.support.browser import Browser
from tests.support.coroutine import run_in_loop, until
from tests.support.system_browser import system_browser

SECRET = developer_key.SECRET
QUESTIONS = 8
WHOLE = [f"<p>Statement {number}</p>" for number in range(QUESTIONS)]


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as running:
        yield running


@pytest.fixture
def browser() -> Iterator[Browser]:
    with system_browser(Browser()) as opened:
        yield opened


def connect(window: MainWindow) -> ConnectDialog:
    window.commands["connect"].trigger()
    return dialog_of(window)


def dialog_of(window: MainWindow) -> ConnectDialog:
    return next(found for found in window.findChildren(ConnectDialog) if found.isVisible())


def is_asking(window: MainWindow) -> bool:
    return any(found.isVisible() for found in window.findChildren(ConnectDialog))


def fill_browser(dialog: ConnectDialog, address: str) -> None:
    dialog.ways.browser.click()
    page = dialog.by_browser
    for field, text in ((page.address, address), (page.client_id, SECRET.client_id), (page.secret, SECRET.secret)):
        field.setText(text)
        field.textEdited.emit(text)
    page.join.click()


def fill_token(dialog: ConnectDialog, address: str, token: str) -> None:
    if dialog.page is dialog.ways:
        dialog.ways.token.click()
    page = dialog.by_token
    for field, text in ((page.address, address), (page.token, token)):
        field.setText(text)
        field.textEdited.emit(text)
    page.join.click()


async def linked(window: MainWindow, sandbox: SandboxServer, title: str = "Leaves") -> str:
    """A quiz of several questions that goes to the first course."""
    items = [Item.of(TrueFalseQuestion.new().replaced(item_body=text).with_right(True), points=1) for text in WHOLE]
    library = window.workspace.library
    quiz = await window.workspace.writer.run(lambda: library.create_quiz(NewQuiz(title=title), items))
    await window.canvas.access.session.link(quiz.id, account(window).id, sandbox.course_id)
    return quiz.id


async def planned(window: MainWindow, sandbox: SandboxServer) -> SyncScreen:
    """The same, and the plan of its first sync."""
    window.canvas.sync(await linked(window, sandbox))
    page = window.canvas.sync_page
    await until(page.start.isVisible)
    return page


def account(window: MainWindow) -> Account:
    return window.workspace.accounts()[0]


def there(sandbox: SandboxServer, title: str = "Leaves") -> list[str]:
    quiz = next(quiz for quiz in sandbox.core.quizzes("1") if quiz["title"] == title)
    return [row["entry"]["item_body"] for row in sandbox.core.items("1", str(quiz["id"]))]


async def by_token(window: MainWindow, sandbox: SandboxServer, tasks: Tasks) -> tuple[str, str]:
    """Connected by a token; gives that one, and another one that would do."""
    window.run_tasks(tasks, Tokens(SessionStore()))
    first, second = sandbox.core.add_token(), sandbox.core.add_token()
    fill_token(connect(window), sandbox.url, first)
    await until(lambda: len(window.workspace.accounts()) == 1 and not is_asking(window))
    return first, second


async def cut_off(window: MainWindow, sandbox: SandboxServer, tasks: Tasks) -> tuple[SyncScreen, str]:
    """A sync whose token ends at its fourth step, as it then stands; and a token that would do."""
    first, second = await by_token(window, sandbox, tasks)
    page = await planned(window, sandbox)
    steps: list[object] = []
    window.canvas.access.session.progressed.connect(steps.append)
    window.canvas.access.session.progressed.connect(
        lambda _: sandbox.core.end_token(first) if len(steps) == 4 else None
    )
    page.start.click()
    await until(page.sign_in.isVisible)
    return page, second


def test_a_permission_taken_back_in_the_middle_of_a_sync_is_told_and_signing_in_again_finishes_it(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer, browser: Browser
) -> None:
    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        fill_browser(connect(window), sandbox.url)
        await until(lambda: len(window.workspace.accounts()) == 1 and not is_asking(window))
        page = await planned(window, sandbox)
        steps: list[object] = []

        def take_back(step: object) -> None:
            steps.append(step)
            if len(steps) == 4:
                sandbox.core.end_access()
                sandbox.core.set_fault("refresh-revoked", 1)

        window.canvas.access.session.progressed.connect(take_back)
        page.start.click()
        await until(page.sign_in.isVisible)
        assert "You are no longer signed in to Canvas" in page.trouble.words.text()
        assert "goes on from there" in page.trouble.words.text()
        assert page.sign_in.hasFocus()
        assert 0 < len(there(sandbox)) < QUESTIONS
        sandbox.core.set_fault("refresh-revoked", 0)
        page.sign_in.click()
        await until(lambda: is_asking(window))
        again = dialog_of(window).by_browser
        assert (again.client_id.text(), again.secret.text()) == (SECRET.client_id, SECRET.secret)
        assert again.join.hasFocus()
        again.join.click()
        await until(lambda: there(sandbox) == WHOLE and not page.busy)
        assert not is_asking(window)
        assert page.sign_in.isHidden()

    run_in_loop(qapp, scenario)
    assert len(window.workspace.accounts()) == 1


def test_a_token_that_expires_in_the_middle_is_told_and_a_new_one_finishes_the_sync(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page, second = await cut_off(window, sandbox, tasks)
        assert "has expired" in page.trouble.words.text()
        page.sign_in.click()
        await until(lambda: is_asking(window))
        dialog = dialog_of(window)
        assert (dialog.page, dialog.by_token.address.text()) == (dialog.by_token, sandbox.url)
        fill_token(dialog, sandbox.url, second)
        await until(lambda: there(sandbox) == WHOLE and not page.busy)

    run_in_loop(qapp, scenario)


def test_what_a_colleague_changed_meanwhile_is_shown_before_the_cut_off_sync_goes_on(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        page, second = await cut_off(window, sandbox, tasks)
        quiz = next(quiz for quiz in sandbox.core.quizzes("1") if quiz["title"] == "Leaves")
        row = sandbox.core.items("1", str(quiz["id"]))[0]
        sandbox.core.edit_item("1", str(quiz["id"]), str(row["id"]), {"entry": {"item_body": "<p>Another</p>"}})
        sent = len(there(sandbox))
        page.sign_in.click()
        await until(lambda: is_asking(window))
        fill_token(dialog_of(window), sandbox.url, second)
        await until(page.start.isVisible)
        assert len(there(sandbox)) == sent
        assert "1" in page.letter.text()

    run_in_loop(qapp, scenario)


def test_somebody_else_who_signs_in_is_told_whose_quizzes_these_are(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        window.run_tasks(tasks, Tokens(SessionStore()))
        first = sandbox.core.add_token()
        fill_token(connect(window), sandbox.url, first)
        await until(lambda: len(window.workspace.accounts()) == 1 and not is_asking(window))
        page = await planned(window, sandbox)
        sandbox.core.end_token(first)
        page.start.click()
        await until(page.sign_in.isVisible)
        page.sign_in.click()
        await until(lambda: is_asking(window))
        fill_token(dialog_of(window), sandbox.url, sandbox.core.add_token("3"))
        await until(lambda: len(window.workspace.accounts()) == 2)
        await until(lambda: "need a sign-in as Robin Teacher" in window.notice_bar.text.text())
        assert page.sign_in.isVisible()

    run_in_loop(qapp, scenario)


def test_of_several_quizzes_those_that_were_cut_off_are_finished_after_signing_in_again(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        first, second = await by_token(window, sandbox, tasks)
        ids = [await linked(window, sandbox, title) for title in ("Leaves", "Roots")]
        window.canvas.sync_many(ids)
        page = window.canvas.many_page
        await until(page.start.isVisible)
        steps: list[object] = []
        window.canvas.access.session.progressed.connect(steps.append)
        window.canvas.access.session.progressed.connect(
            lambda _: sandbox.core.end_token(first) if len(steps) == 4 else None
        )
        page.start.click()
        await until(lambda: page.sign_in.isVisible() and not page.busy)
        assert page.letter.text().startswith("2 could not be synced.")
        page.sign_in.click()
        await until(lambda: is_asking(window))
        fill_token(dialog_of(window), sandbox.url, second)
        await until(lambda: page.letter.text().startswith("2 quizzes were synced."))
        assert page.sign_in.isHidden()

    run_in_loop(qapp, scenario)
    assert there(sandbox) == there(sandbox, "Roots") == WHOLE


async def signed_out(window: MainWindow, sandbox: SandboxServer, tasks: Tasks) -> tuple[str, str]:
    """A quiz that is on Canvas, of an account whose token is over; and a token that would do."""
    first, second = await by_token(window, sandbox, tasks)
    quiz_id = await linked(window, sandbox)
    await window.canvas.access.session.run(window.workspace.reader.links(quiz_id)[0])
    sandbox.core.end_token(first)
    return quiz_id, second


async def take_the_offer(window: MainWindow) -> None:
    """To sign in again, as the notice offers it."""
    bar = window.notice_bar
    await until(lambda: bar.isVisible() and bar.act.isVisible())
    bar.act.click()
    await until(lambda: is_asking(window))


async def sign_in_by_notice(window: MainWindow, sandbox: SandboxServer, token: str) -> None:
    """What the notice offers; then the dialog that comes."""
    await take_the_offer(window)
    fill_token(dialog_of(window), sandbox.url, token)
    await until(lambda: not is_asking(window))


def test_publishing_asks_again_after_the_person_signed_in_again(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        quiz_id, token = await signed_out(window, sandbox, tasks)
        window.open_quiz(quiz_id)
        window.commands["publish"].trigger()
        await sign_in_by_notice(window, sandbox, token)
        await until(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
        box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
        next(button for button in box.buttons() if button.text() == "Publish").click()
        canvas_id = window.workspace.reader.links(quiz_id)[0].canvas_id
        await until(
            lambda: next(quiz["published"] for quiz in sandbox.core.quizzes("1") if str(quiz["id"]) == canvas_id)
        )

    run_in_loop(qapp, scenario)


def question(window: MainWindow) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def is_published(sandbox: SandboxServer, title: str = "Leaves") -> bool:
    return bool(next(quiz["published"] for quiz in sandbox.core.quizzes("1") if quiz["title"] == title))


async def confirmed_too_late(window: MainWindow, sandbox: SandboxServer, tasks: Tasks) -> str:
    """The token ends while the person reads the question; gives a token that would do."""
    first, second = await by_token(window, sandbox, tasks)
    quiz_id = await linked(window, sandbox)
    await window.canvas.access.session.run(window.workspace.reader.links(quiz_id)[0])
    window.open_quiz(quiz_id)
    window.commands["publish"].trigger()
    await until(lambda: question(window) is not None)
    sandbox.core.end_token(first)
    answer(window, "Publish")
    return second


def answer(window: MainWindow, verb: str) -> None:
    box = question(window)
    assert box is not None
    next(button for button in box.buttons() if button.text() == verb).click()


def test_what_was_confirmed_is_published_after_signing_in_again_without_another_question(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        token = await confirmed_too_late(window, sandbox, tasks)
        asked: list[object] = []
        window.canvas.publishing.asked.connect(lambda: asked.append(None))
        await sign_in_by_notice(window, sandbox, token)
        await until(lambda: is_published(sandbox) and "is published on Canvas." in window.notice_bar.text.text())
        assert not asked

    run_in_loop(qapp, scenario)


def test_what_students_would_see_now_is_asked_about_again_where_it_is_not_what_was_confirmed(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        token = await confirmed_too_late(window, sandbox, tasks)
        quiz = next(quiz for quiz in sandbox.core.quizzes("1") if quiz["title"] == "Leaves")
        sandbox.core.edit_quiz("1", str(quiz["id"]), {"due_at": "2030-05-01T10:00:00Z"})
        await sign_in_by_notice(window, sandbox, token)
        await until(lambda: question(window) is not None)
        box = question(window)
        assert box is not None
        assert "It is due on" in box.informativeText()
        assert not is_published(sandbox)
        answer(window, "Publish")
        await until(lambda: is_published(sandbox))

    run_in_loop(qapp, scenario)


def test_a_course_that_is_kept_goes_on_after_signing_in_again_where_it_was_cut_off(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        first, second = await by_token(window, sandbox, tasks)
        for title in ("Algae", "Ferns", "Mosses", "Trees"):
            sandbox.core.add_quiz("1", {"title": title})
        courses = window.canvas.courses
        titles: list[str] = []

        def follow(bringing: Bringing | None) -> None:
            if bringing is not None:
                titles.append(bringing.title)
                if len(titles) == 3:
                    sandbox.core.end_token(first)

        courses.quizzes.progressed.connect(follow)
        courses.keep(Place("course", account(window).id, "1"), kept=True)
        await until(lambda: window.notice_bar.act.isVisible() and not courses.is_busy)
        assert "2 of 5 quizzes are here now." in window.notice_bar.text.text()
        await sign_in_by_notice(window, sandbox, second)
        await until(lambda: window.notice_bar.text.text().startswith("5 quizzes are here now"))
        assert sorted(titles) == sorted([*{*titles}, titles[2]]), (
            "each is looked at once, but for the one that was cut off"
        )

    run_in_loop(qapp, scenario)


def test_quizzes_come_here_after_the_person_signed_in_again(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        _, token = await signed_out(window, sandbox, tasks)
        before = len(window.workspace.rows())
        window.canvas.courses.bring_course(Place("course", account(window).id, "1"))
        await sign_in_by_notice(window, sandbox, token)
        await until(lambda: len(window.workspace.rows()) > before and not window.canvas.courses.is_busy)

    run_in_loop(qapp, scenario)


def test_what_was_ended_is_forgotten_with_a_sign_in_that_is_given_up(
    window: MainWindow, qapp: QApplication, sandbox: SandboxServer
) -> None:
    async def scenario(tasks: Tasks) -> None:
        _, token = await signed_out(window, sandbox, tasks)
        before = len(window.workspace.rows())
        window.canvas.courses.bring_course(Place("course", account(window).id, "1"))
        await take_the_offer(window)
        dialog_of(window).close()
        fill_token(connect(window), sandbox.url, token)
        await until(lambda: not is_asking(window))
        assert not window.canvas.courses.is_busy
        assert len(window.workspace.rows()) == before

    run_in_loop(qapp, scenario)
