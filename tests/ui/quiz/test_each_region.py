"""A figure is drawn and named once; each of its regions becomes a question at one stroke."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval, Rectangle
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import choice

REGIONS = (
    Region("1", Oval(Box(0.1, 0.1, 0.3, 0.3)), "aorta"),
    Region("2", Oval(Box(0.4, 0.1, 0.6, 0.3)), "left atrium"),
    Region("3", Rectangle(Box(0.7, 0.1, 0.9, 0.3))),
)


@pytest.fixture
def screen(open_quiz: Callable[..., QuizScreen]) -> QuizScreen:
    item = Item.of(HotSpotQuestion.new().replaced(item_body="<p>The heart</p>").with_regions(REGIONS), points=2)
    item = item.with_local(with_region_marks(item.local, REGIONS))
    return open_quiz(item, Item.of(choice("Last", "yes")))


def editor(screen: QuizScreen) -> HotSpotEditor:
    assert isinstance(screen.pane.editor, HotSpotEditor)
    return screen.pane.editor


def texts(screen: QuizScreen) -> list[str]:
    return [item.summary.first_words for item in screen.document.quiz.items]


def test_keys_alone_make_a_question_of_each_region_below_as_one_step(screen: QuizScreen) -> None:
    drawer = editor(screen).drawer
    drawer.regions.each.setFocus()
    QTest.keyClick(drawer.regions.each, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is drawer.each.template
    QTest.keyClick(drawer.each.template, Qt.Key.Key_Return)
    made = ["Click the aorta.", "Click the left atrium.", "Click the Region 3."]
    assert texts(screen) == ["The heart", *made, "Last"]
    assert screen.document.undo_stack.count() == 1
    assert screen.panel.list.current_id == screen.document.quiz.items[1].id
    assert not drawer.each.isVisible()
    screen.document.undo_stack.undo()
    assert texts(screen) == ["The heart", "Last"]


def test_the_text_can_be_changed_before_and_is_there_the_next_time(screen: QuizScreen) -> None:
    panel = editor(screen).drawer.each
    panel.open()
    panel.template.selectAll()
    QTest.keyClicks(panel.template, "Where is the {name}?")
    assert panel.example.text().startswith("Where is the aorta?  ·  Where is the left atrium?")
    panel.make.click()
    assert texts(screen)[1] == "Where is the aorta?"
    panel.open()
    assert panel.template.text() == "Where is the {name}?"


def test_a_text_without_a_place_for_the_name_makes_nothing(screen: QuizScreen) -> None:
    panel = editor(screen).drawer.each
    panel.open()
    panel.template.selectAll()
    QTest.keyClicks(panel.template, "Click it")
    assert "{name}" in panel.example.text()
    QTest.keyClick(panel.template, Qt.Key.Key_Return)
    assert texts(screen) == ["The heart", "Last"]


def test_a_region_without_a_name_is_asked_for_and_shown_with_it(screen: QuizScreen, qtbot: QtBot) -> None:
    drawer = editor(screen).drawer
    drawer.each.open()
    assert drawer.each.nameless.text() == "Name region 3"
    drawer.each.nameless.click()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "vena cava")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: drawer.each.texts["3"] == "Click the vena cava.")
    assert not drawer.each.nameless.isVisible()


def test_escape_closes_it_and_gives_the_focus_back(screen: QuizScreen) -> None:
    drawer = editor(screen).drawer
    drawer.each.open()
    QTest.keyClick(drawer.each.template, Qt.Key.Key_Escape)
    assert not drawer.each.isVisible()
    assert QApplication.focusWidget() is drawer.regions.each
    assert screen.document.undo_stack.count() == 0


def test_one_region_alone_is_one_question_already(screen: QuizScreen) -> None:
    drawer = editor(screen).drawer
    drawer.board.select("1")
    for _ in range(2):
        drawer.regions.delete.click()
        drawer.board.select(drawer.board.regions[0].id)
    assert not drawer.regions.each.isVisible()
