"""A week with Canvas, by mouse and keys in the window: conflicts, holding back, courses, publishing, no network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.ui.dialogs.connect_dialog import ConnectDialog
from tests.e2e.conftest import OpenWindow
from tests.support.canvas_desk import FIRST, SECOND, TITLE, CanvasDesk
from tests.support.coroutine import run_in_loop, until
from tests.support.person import CONTROL, LEFT, NONE

TEXTS = ("Leaves breathe.", "Roots drink.", "Bark is alive.", "Moss has no roots.", "Ferns carry spores.")


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> Iterator[CanvasDesk]:
    made = CanvasDesk(open_window(), tmp_path / "canvas")
    yield made
    made.server.stop()


async def written_and_sent(desk: CanvasDesk, tasks: Tasks, *, count: int = 3) -> None:
    """A quiz of statements, typed, connected and sent."""
    person = desk.person
    person.window.run_tasks(tasks, Tokens(SessionStore()))
    person.new_quiz(TITLE)
    for text in TEXTS[:count]:
        person.write_statement(text, right=True)
    person.click(person.screen.header.sync)
    await until(desk.sync.choice.isVisible)
    person.click(desk.sync.choice.connect_button)
    person.fill_in(desk.server.url, desk.server.token)
    await until(lambda: person.notice.startswith("Connected to Canvas as"))
    await until(desk.sync.choice.courses.isVisible)
    QTest.keyClick(desk.sync.choice.courses, Qt.Key.Key_Return)
    await until(lambda: desk.sync.start.isVisible() and not desk.sync.busy)
    await desk.send()
    await desk.back()
    assert desk.there() == [f"<p>{text}</p>" for text in TEXTS[:count]]


def test_a_conflict_is_compared_decided_taken_back_and_decided_otherwise(desk: CanvasDesk, qapp: QApplication) -> None:
    person = desk.person

    async def scenario(tasks: Tasks) -> None:
        await written_and_sent(desk, tasks)
        desk.rewrite(2, "Roots drink water.")
        desk.edit_there(2, "Roots drink salts.")
        desk.edit_there(3, "Bark lives.")
        await desk.plan()
        assert [row[:2] for row in desk.rows()] == [
            ("Conflict", "2. Roots drink water."),
            ("From Canvas", "3. Bark is alive."),
        ]
        await desk.send()
        assert desk.there() == ["<p>Leaves breathe.</p>", "<p>Roots drink salts.</p>", "<p>Bark lives.</p>"]
        desk.sync.table.setFocus()
        person.press(Qt.Key.Key_Return)
        page = person.window.canvas.conflict_page
        await until(page.isVisible)
        person.click(page.choices.canvas)
        await until(lambda: not page.list.conflicts)
        assert "Canvas's is taken." in person.notice
        person.press(Qt.Key.Key_Z, CONTROL)
        await until(lambda: len(page.list.conflicts) == 1)
        person.click(page.choices.both)
        await until(lambda: not page.list.conflicts)
        person.click(page.sync)
        await until(lambda: desk.sync.isVisible() and not desk.sync.busy and desk.sync.again.isVisible())
        assert [row[1] for row in desk.rows()] == ["The quiz itself", "2. Roots drink water.", "3. Roots drink salts."]
        await desk.send()
        assert desk.there() == [
            "<p>Leaves breathe.</p>",
            "<p>Roots drink water.</p>",
            "<p>Roots drink salts.</p>",
            "<p>Bark lives.</p>",
        ]

    run_in_loop(qapp, scenario)


def test_one_question_is_held_back_and_one_is_sent_alone(desk: CanvasDesk, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await written_and_sent(desk, tasks)
        for number, text in enumerate(("Leaves grow.", "Roots grow.", "Bark grows."), 1):
            desk.rewrite(number, text)
        desk.choose_question(1)
        desk.command("hold_back")
        desk.choose_question(2)
        desk.command("send_question")
        await until(lambda: desk.sync.isVisible() and not desk.sync.busy and desk.sync.start.isVisible())
        assert desk.sync.letter.text().startswith("To Canvas: 1 changed question.")
        assert ("Not sent", "1. Leaves grow.", "Stays here: You hold it back.") in desk.rows()
        await desk.send()
        assert not desk.sync.page.isVisible(), "what she holds back is nothing to be done on Canvas"
        assert desk.there() == ["<p>Leaves breathe.</p>", "<p>Roots grow.</p>", "<p>Bark is alive.</p>"]
        await desk.back()
        desk.choose_question(1)
        desk.command("hold_back")
        await desk.plan()
        await desk.send()
        assert desk.there() == ["<p>Leaves grow.</p>", "<p>Roots grow.</p>", "<p>Bark grows.</p>"]

    run_in_loop(qapp, scenario)


def test_the_quiz_goes_to_a_second_course_and_its_link_is_removed_and_put_back(
    desk: CanvasDesk, qapp: QApplication
) -> None:
    person = desk.person

    def menu() -> QMenu:
        found = desk.sync.head.links.menu()
        assert found is not None
        return found

    async def scenario(tasks: Tasks) -> None:
        await written_and_sent(desk, tasks)
        await desk.plan()
        entry(menu(), "Also to another course…")
        await until(desk.sync.choice.isVisible)
        QTest.keyClick(desk.sync.choice.courses, Qt.Key.Key_Return)
        await until(lambda: desk.sync.start.isVisible() and not desk.sync.busy)
        await desk.send()
        assert desk.there(SECOND) == desk.there(FIRST)
        entry(menu(), "Remove the link to Zoology for engineers")
        await until(lambda: "no longer linked to Zoology for engineers" in person.notice)
        assert len(person.window.workspace.reader.links(desk.quiz_id)) == 1
        person.click(person.window.notice_bar.act)
        await until(lambda: len(person.window.workspace.reader.links(desk.quiz_id)) == 2)
        await until(lambda: desk.sync.letter.text() == "The quiz is linked to that course again.")
        person.click(desk.sync.again)
        await until(lambda: not desk.sync.busy and desk.sync.start.isVisible())
        assert desk.sync.letter.text() == "Everything is the same on both sides."

    run_in_loop(qapp, scenario)


def test_the_only_link_is_removed_and_put_back(desk: CanvasDesk, qapp: QApplication) -> None:
    person = desk.person

    async def scenario(tasks: Tasks) -> None:
        await written_and_sent(desk, tasks)
        await desk.plan()
        menu = desk.sync.head.links.menu()
        assert menu is not None
        entry(menu, "Remove the link to Botany")
        await until(desk.sync.choice.isVisible)
        person.click(person.window.notice_bar.act)
        await until(lambda: desk.sync.letter.isVisible() and "linked to that course again" in desk.sync.letter.text())
        person.click(desk.sync.again)
        await until(lambda: not desk.sync.busy and desk.sync.start.isVisible())

    run_in_loop(qapp, scenario)


def entry(menu: QMenu, text: str) -> None:
    """Choose an entry of a menu by its words."""
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_the_quiz_is_published_and_unpublished_and_the_header_says_so(desk: CanvasDesk, qapp: QApplication) -> None:
    person = desk.person

    async def scenario(tasks: Tasks) -> None:
        await written_and_sent(desk, tasks)
        desk.command("publish")
        await until(lambda: desk.question() is not None)
        desk.answer("Publish")
        await until(lambda: "is published on Canvas." in person.notice)
        person.window.activateWindow()
        await until(person.window.isActiveWindow)
        assert person.screen.header.seen_by.accessibleName() == "Published"
        desk.rewrite(1, "Leaves grow.")
        await desk.plan()
        assert desk.sync.plan.warnings.said == ("The quiz is published: students see at once what you send.",)
        await desk.send()
        await desk.back()
        desk.command("unpublish")
        await until(lambda: desk.question() is not None)
        desk.answer("Unpublish")
        await until(lambda: "no longer published" in person.notice)

    run_in_loop(qapp, scenario)


def test_without_a_network_and_with_an_expired_token_the_way_on_is_said(desk: CanvasDesk, qapp: QApplication) -> None:
    person = desk.person

    async def scenario(tasks: Tasks) -> None:
        await written_and_sent(desk, tasks)
        desk.rewrite(1, "Leaves grow.")
        port = int(desk.server.url.rpartition(":")[2])
        desk.server.stop()
        person.click(person.screen.header.sync)
        await until(desk.sync.trouble.isVisible)
        assert "could not be reached" in desk.sync.trouble.words.text()
        desk.open_canvas(port)
        person.click(desk.sync.again)
        await until(lambda: desk.sync.start.isVisible() and not desk.sync.busy)
        desk.server.core.end_token(desk.server.token)
        person.click(desk.sync.start)
        await until(desk.sync.sign_in.isVisible)
        person.click(desk.sync.sign_in)
        await until(lambda: any(one.isVisible() for one in person.window.findChildren(ConnectDialog)))
        dialog = next(one for one in person.window.findChildren(ConnectDialog) if one.isVisible())
        QTest.keyClicks(dialog.by_token.token, desk.server.core.add_token())
        QTest.keyClick(dialog.by_token.token, Qt.Key.Key_Return)
        await until(lambda: desk.there()[0] == "<p>Leaves grow.</p>" and not desk.sync.busy)

    run_in_loop(qapp, scenario)


def test_a_course_is_kept_for_off_line(desk: CanvasDesk, qapp: QApplication) -> None:
    person = desk.person

    async def scenario(tasks: Tasks) -> None:
        await written_and_sent(desk, tasks)
        person.click(person.screen.header.back)
        await until(person.window.library.isVisible)
        places = person.window.library.places
        row = next(row for row in range(places.count()) if "Botany" in places.item(row).text())
        person.look()
        QTest.mouseClick(places.viewport(), LEFT, NONE, places.visualItemRect(places.item(row)).center())
        bar = person.window.library.course_bar
        person.click(bar.keep)
        await until(
            lambda: bar.text.text().startswith("Ready for off-line") and not person.window.canvas.courses.is_busy
        )

    run_in_loop(qapp, scenario)
