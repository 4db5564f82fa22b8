"""The picture of a hot spot is seen whole, with its tools and its regions beside it."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.session.edit import Edit
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.shelf import Shelf

Open = Callable[..., QuizScreen]
OVAL = Region("1", Oval(Box(0.1, 0.2, 0.5, 0.6)), "")
POLYGON = Region("2", Polygon((Point(0.6, 0.2), Point(0.9, 0.2), Point(0.9, 0.6))), "")


@pytest.fixture
def spot(open_quiz: Open, shelf: Shelf, qtbot: QtBot) -> HotSpotEditor:
    """A picture without regions in the window of the first start, less what stands above and below the screen."""
    screen = open_quiz(Item.of(HotSpotQuestion.new().replaced(item_body="<p>Click the heart.</p>")))
    screen.resize(1180, 700)
    editor = screen.pane.editor
    assert isinstance(editor, HotSpotEditor)
    out = io.BytesIO()
    Image.new("RGB", (1200, 900), "teal").save(out, "PNG")
    editor.drawer.picture_offered.emit(out.getvalue(), "heart.png")
    shelf.settle(qtbot)
    qtbot.waitUntil(lambda: editor.drawer.picture_size() == (1200, 900))
    return editor


def seen(widget: QWidget) -> QRect:
    """Where it stands in the window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def screen_of(editor: HotSpotEditor) -> QuizScreen:
    window = editor.window()
    assert isinstance(window, QuizScreen)
    return window


def test_picture_tools_and_regions_are_seen_at_once(spot: HotSpotEditor, qtbot: QtBot) -> None:
    page = screen_of(spot).pane.page
    page.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: seen(page).contains(seen(spot.drawer)))
    assert spot.drawer.view.height() >= 240


def test_the_picture_stays_when_regions_come_and_problems_go(spot: HotSpotEditor, qtbot: QtBot) -> None:
    assert screen_of(spot).pane.problems.isVisible()
    before = spot.drawer.view.size()
    for regions in ((OVAL,), (OVAL, POLYGON)):
        spot.drawer.regions_edited.emit(regions, Edit("Draw"))
        spot.drawer.board.select(regions[-1].id)
        qtbot.waitUntil(spot.drawer.numbers.isVisible)
        assert spot.drawer.view.size() == before
    assert not screen_of(spot).pane.problems.isVisible()
    assert spot.drawer.numbers.corners.isVisible()


def test_the_numbers_of_a_region_are_seen_with_its_picture(spot: HotSpotEditor, qtbot: QtBot) -> None:
    spot.drawer.regions_edited.emit((OVAL, POLYGON), Edit("Draw"))
    spot.drawer.board.select("1")
    qtbot.waitUntil(lambda: seen(spot.drawer).contains(seen(spot.drawer.numbers.unit)))
    assert not spot.drawer.numbers.unit.visibleRegion().isEmpty()


def test_in_a_low_window_the_page_scrolls_to_all_of_the_picture(spot: HotSpotEditor, qtbot: QtBot) -> None:
    screen = screen_of(spot)
    screen.resize(900, 520)
    qtbot.waitUntil(lambda: spot.drawer.height() < screen.pane.page.viewport().height())
    assert not screen.pane.page.horizontalScrollBar().isVisible()


def test_a_large_window_has_a_large_picture_and_readable_lines(spot: HotSpotEditor, qtbot: QtBot) -> None:
    screen_of(spot).resize(1900, 1000)
    qtbot.waitUntil(lambda: spot.drawer.width() > spot.text.width() + 200)
    assert spot.text.width() <= 860
    assert seen(spot.drawer).left() == seen(spot.text).left()
