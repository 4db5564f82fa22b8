"""The picture of a hot spot gets the whole window, and goes back into its form with nothing lost."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.session.edit import Edit
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.hot_spot.drawer import HotSpotDrawer
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import choice
from tests.support.shelf import Shelf

REGION = Region("1", Oval(Box(0.1, 0.1, 0.3, 0.3)))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(open_quiz: Callable[..., QuizScreen], shelf: Shelf, qtbot: QtBot) -> QuizScreen:
    file = BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(file, "PNG")
    spot = HotSpotQuestion.new().replaced(item_body="<p>Click the <b>aorta</b>.</p>").with_regions((REGION,))
    made = open_quiz(Item.of(spot, id="spot"), Item.of(choice("Last", "yes"), id="last"))
    with qtbot.waitSignal(drawer(made).picture_ready):
        drawer(made).picture_offered.emit(file.getvalue(), "heart.png")
        shelf.settle(qtbot)
    return made


def drawer(screen: QuizScreen) -> HotSpotDrawer:
    editor = next(one for one in screen.findChildren(HotSpotEditor))
    return editor.drawer


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_the_button_gives_it_the_window_with_the_question_above(screen: QuizScreen, qtbot: QtBot) -> None:
    before = drawer(screen).view.size()
    drawer(screen).toolbar.full.click()
    assert not screen.header.isVisible()
    assert not screen.panel.isVisible()
    assert drawer(screen).asked.isVisible()
    assert drawer(screen).asked.text() == "Click the aorta."
    assert drawer(screen).width() > screen.width() * 0.9
    assert drawer(screen).view.width() > before.width()
    assert drawer(screen).view.height() > before.height()
    drawer(screen).toolbar.full.click()
    assert screen.header.isVisible()
    assert not drawer(screen).asked.isVisible()
    qtbot.waitUntil(lambda: drawer(screen).view.size() == before)


def test_selection_draft_and_focus_stay_both_ways_and_a_fitted_picture_stays_fitted(screen: QuizScreen) -> None:
    view, board = drawer(screen).view, drawer(screen).board
    view.setFocus()
    board.select("1")
    QTest.keyClick(view, Qt.Key.Key_P)
    for place in (QPoint(40, 40), QPoint(90, 40)):
        QTest.mouseClick(view.viewport(), LEFT, pos=place)
    draft = drawer(screen).toolbox.tool.draft.points
    assert len(draft) == 2
    for _ in range(2):
        screen.fill_window()
        assert focused() is view
        assert board.selected == "1"
        assert drawer(screen).toolbox.tool.draft.points == draft
        assert view.zoom == view.fit_zoom


def test_a_place_that_was_zoomed_to_stays_in_the_middle(screen: QuizScreen) -> None:
    view = drawer(screen).view
    view.show_box(Box(0.1, 0.1, 0.3, 0.3))
    zoom = view.zoom
    for _ in range(2):
        screen.fill_window()
        assert view.zoom == zoom
        middle = view.centre_of_view()
        assert (middle.x, middle.y) == pytest.approx(Point(0.2, 0.2), abs=0.01)


def test_escape_steps_back_in_the_drawer_first_and_then_to_the_form(screen: QuizScreen) -> None:
    view, board = drawer(screen).view, drawer(screen).board
    screen.fill_window()
    assert focused() is view
    board.select("1")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not board.selected
    assert screen.full.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not screen.full.isVisible()
    assert focused() is view


def test_tab_stays_in_the_drawer(screen: QuizScreen) -> None:
    screen.fill_window()
    for _ in range(40):
        QTest.keyClick(focused() or screen, Qt.Key.Key_Tab)
        here = focused()
        assert here is not None
        assert drawer(screen).isAncestorOf(here)


def test_an_undo_in_another_question_shows_that_question(screen: QuizScreen) -> None:
    screen.show_item("last")
    item = screen.document.quiz.item("last")
    editor = screen.pane.editor
    assert editor is not None
    editor.edited.emit(item.with_points(5), Edit("Points"))
    screen.show_item("spot")
    screen.fill_window()
    screen.document.undo_stack.undo()
    assert not screen.full.isVisible()
    assert screen.panel.list.current_id == "last"
    screen.show_item("spot")
    assert drawer(screen).isVisible()


def test_a_question_without_a_picture_to_draw_on_stays_as_it_is(screen: QuizScreen) -> None:
    screen.show_item("last")
    assert not screen.can_fill_window
    screen.fill_window()
    assert not screen.full.isVisible()


def test_the_window_may_change_its_size_meanwhile(screen: QuizScreen) -> None:
    screen.fill_window()
    screen.resize(950, 620)
    screen.fill_window()
    assert drawer(screen).isVisible()
    assert drawer(screen).height() <= screen.pane.height()
