"""Questions that the person keeps from being sent."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import three_items


def held(screen: QuizScreen) -> list[bool]:
    return [item.is_held_back for item in screen.document.quiz.items]


def menu_of(screen: QuizScreen) -> dict[str, Callable[[], None]]:
    items = screen.panel.list
    place = items.visualRect(items.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, items.viewport().mapToGlobal(place))
    QApplication.sendEvent(items.viewport(), event)
    menu = items.findChildren(QMenu)[-1]
    found = {action.text(): action.trigger for action in menu.actions()}
    menu.close()
    return found


def test_it_is_one_step_for_all_that_are_selected_and_taken_off_again(screen: QuizScreen) -> None:
    screen.panel.list.select("a", ["a", "b"])
    screen.commands.hold_back()
    assert held(screen) == [True, True, False]
    assert screen.document.undo_stack.undoText() == "Hold back"
    screen.panel.list.select("a", ["a", "b", "c"])
    screen.commands.hold_back()
    assert held(screen) == [True] * 3
    screen.commands.hold_back()
    assert held(screen) == [False] * 3
    for _ in range(3):
        screen.document.undo_stack.undo()
    assert held(screen) == [False] * 3
    assert not screen.document.undo_stack.canUndo()


def test_the_list_says_it_and_shows_it(screen: QuizScreen) -> None:
    items = screen.panel.list
    before = items.grab().toImage()
    screen.commands.hold_back()
    said = items.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "held back by you" in said
    assert items.grab().toImage() != before


def test_the_menu_of_a_row_holds_back_and_sends_alone(screen: QuizScreen, qtbot: QtBot) -> None:
    screen.panel.list.select("b")
    menu_of(screen)["Hold back"]()
    assert held(screen) == [False, True, False]
    assert "Send again" in menu_of(screen)
    wanted: list[object] = []
    screen.sync_wanted.connect(lambda quiz, only: wanted.append((quiz, only)))
    menu_of(screen)["Send only this question…"]()
    assert wanted == [("q", ["b"])]


def test_a_stored_question_tells_without_being_read() -> None:
    item = three_items()[0].held_back(True)
    stored = Item.stored(item.id, 1, "Item", item.document, item.summary)
    assert stored.is_held_back
    assert not Item.stored(item.id, 1, "Item", item.held_back(False).document, item.summary).is_held_back
    written = item.held_back(False)
    said = written.with_entry(written.entry.replaced(item_body='<p>"held_back":true</p>'))
    assert not Item.stored(item.id, 1, "Item", said.document, item.summary).is_held_back
