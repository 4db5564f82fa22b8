"""From an item, and from what a sync left, to the quiz on Canvas."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.library.row import LinkRow
from app.models.item import Item
from app.models.quiz import NewQuiz
from app.session.edit import Edit
from app.session.tasks import Tasks
from app.ui.editors.read_only import ReadOnlyEditor
from app.ui.main_window import MainWindow
from app.ui.quiz.item_list import ItemList
from app.ui.sync.sync_screen import SyncScreen
from tests.support.campus import FIRST, SECOND, Campus, campus_of
from tests.support.coroutine import run_in_loop, until
from tests.support.opened_pages import OpenedPages
from tests.support.quiz import stimulus

BANK = Item.from_wire({"entry_type": "Bank", "entry": {"title": "Leaves"}}, id="bank")
BANK_ENTRY = Item.from_wire({"entry_type": "BankEntry", "entry": {"entry": {"item_body": "Why?"}}}, id="entry")


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


def menu_of(items: ItemList) -> dict[str, Callable[[], None]]:
    place = items.visualRect(items.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, items.viewport().mapToGlobal(place))
    QApplication.sendEvent(items.viewport(), event)
    menu = items.findChildren(QMenu)[-1]
    found = {action.text(): action.trigger for action in menu.actions()}
    menu.close()
    return found


def address(campus: Campus, link: LinkRow) -> str:
    return f"{campus.server.url}/courses/{link.course_id}/assignments/{link.canvas_id}"


async def synced(campus: Campus, quiz_id: str) -> SyncScreen:
    campus.window.canvas.sync(quiz_id)
    page = campus.window.canvas.sync_page
    await until(lambda: page.start.isVisible() and not page.busy)
    assert not page.page.isVisible(), "nothing is left before it was done"
    page.start.click()
    await until(lambda: page.start.isHidden() and page.again.isVisible() and not page.busy)
    return page


def test_the_menu_of_an_item_leads_to_the_first_course_that_has_the_quiz(
    campus: Campus, qapp: QApplication, opened_pages: OpenedPages
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        campus.window.open_quiz(quiz_id)
        page = campus.window.pages.quiz
        assert page is not None
        assert "Open on Canvas" not in menu_of(page.panel.list)
        await campus.link(quiz_id, FIRST)
        sent = await campus.send(quiz_id, SECOND)
        await until(lambda: page.panel.list.has_page)
        menu_of(page.panel.list)["Open on Canvas"]()
        assert opened_pages.opened == [address(campus, sent)]

    run_in_loop(qapp, scenario)


@pytest.mark.parametrize("item", [stimulus(), BANK, BANK_ENTRY], ids=lambda item: item.entry_type)
def test_a_row_that_only_canvas_can_change_leads_there(
    item: Item, campus: Campus, qapp: QApplication, opened_pages: OpenedPages
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.window.workspace.library.create_quiz(NewQuiz(title="Leaves"), (item,)).id
        campus.window.workspace.rows_changed.emit()
        campus.window.open_quiz(quiz_id)
        page = campus.window.pages.quiz
        assert page is not None
        editor = page.pane.editor
        assert isinstance(editor, ReadOnlyEditor)
        assert not editor.page.isVisible()
        sent = await campus.send(quiz_id, FIRST)
        await until(editor.page.isVisible)
        editor.page.setFocus()
        QTest.keyClick(editor.page, Qt.Key.Key_Space)
        assert opened_pages.opened == [address(campus, sent)]

    run_in_loop(qapp, scenario)


def test_a_sync_that_left_a_stimulus_leads_to_its_course(
    campus: Campus, qapp: QApplication, opened_pages: OpenedPages
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        campus.window.workspace.open(quiz_id).insert_items((stimulus(),), 0, "Add")
        await campus.link(quiz_id, FIRST)
        page = await synced(campus, quiz_id)
        page.page.click()
        assert opened_pages.opened == [address(campus, campus.links(quiz_id)[0])]

    run_in_loop(qapp, scenario)


def test_what_the_person_holds_back_is_nothing_to_be_done_on_canvas(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        document = campus.window.workspace.open(quiz_id)
        document.edit_items([document.quiz.items[0].held_back(True)], Edit("Hold back"))
        await campus.link(quiz_id, FIRST)
        page = await synced(campus, quiz_id)
        assert page.table.rowCount() == 1
        assert not page.page.isVisible()

    run_in_loop(qapp, scenario)


def test_a_sync_that_left_nothing_asks_for_nothing(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        await campus.link(quiz_id, FIRST)
        page = await synced(campus, quiz_id)
        assert page.head.page.isVisible()
        assert not page.page.isVisible()

    run_in_loop(qapp, scenario)


def test_points_that_students_have_already_are_regraded_on_canvas(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        link = await campus.send(quiz_id, FIRST)
        campus.server.core.set_submissions(str(link.canvas_id))
        document = campus.window.workspace.open(quiz_id)
        document.edit_items([document.quiz.items[0].with_points(3)], Edit("Points"))
        await campus.window.workspace.autosave(quiz_id).flush()
        page = await synced(campus, quiz_id)
        assert page.letter.text().startswith("Sent: 1 changed question")
        assert any("regrade" in note for note in page.plan.warnings.said)
        assert page.page.isVisible()

    run_in_loop(qapp, scenario)
