"""Regions that cross themselves or are too small: seen and said while they are drawn, mended by one click."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.geometry.box import Box
from app.geometry.crossing import crossings
from app.geometry.ease import hard_to_hit
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon
from app.ui.theme import role
from tests.support.desk import Desk

SQUARE = Region("1", Polygon((Point(0.3, 0.3), Point(0.7, 0.3), Point(0.7, 0.7), Point(0.3, 0.7))), "heart")
BOW = Region("1", Polygon((Point(0.3, 0.3), Point(0.7, 0.7), Point(0.7, 0.3), Point(0.3, 0.7))), "heart")
SPECK = Region("2", Oval(Box(0.5, 0.5, 0.503, 0.503)))


def redness(desk: Desk, x: float, y: float) -> int:
    """How many pixels about a place have the colour of danger."""
    at = desk.place(x, y).toPoint()
    picture: QImage = desk.drawer.view.viewport().grab().toImage()
    wanted = role("danger")
    around = range(-9, 10)
    found = (QColor(picture.pixel(at.x() + dx, at.y() + dy)) for dx in around for dy in around)
    return sum(colour.rgb() == wanted.rgb() for colour in found)


def drag_across(desk: Desk) -> None:
    """Take the corner at the top right to the left of the one at the bottom left; do not let go."""
    desk.click(desk.place(0.5, 0.5))
    desk.press(desk.place(0.7, 0.3))
    desk.move(desk.place(0.5, 0.5))
    desk.move(desk.place(0.1, 0.6))


def test_14_a_crossing_is_red_and_said_in_the_middle_of_the_drag(desk: Desk) -> None:
    desk.put(SQUARE)
    said: list[str] = []
    desk.drawer.board.said.connect(said.append)
    drag_across(desk)
    trouble = desk.drawer.regions.trouble
    live = desk.drawer.board.shown_selection
    assert live is not None
    assert isinstance(live.shape, Polygon)
    (place,) = crossings(live.shape)
    assert redness(desk, *place) > 0
    assert trouble.crossing.isVisible()
    assert said == ["The line of heart crosses itself."]
    desk.move(desk.place(0.7, 0.35))
    assert redness(desk, *place) == 0
    assert not trouble.crossing.isVisible()


def test_14_a_settled_crossing_is_red_also_while_nothing_is_selected(desk: Desk) -> None:
    desk.put(BOW)
    assert not desk.drawer.board.selected
    assert redness(desk, 0.5, 0.5) > 0


def test_14_a_draft_that_crosses_is_red_and_says_so_before_it_is_closed(desk: Desk) -> None:
    said: list[str] = []
    desk.drawer.board.said.connect(said.append)
    desk.drawer.toolbox.pick("polygon")
    for x, y in ((0.3, 0.3), (0.7, 0.7), (0.7, 0.3)):
        desk.click(desk.place(x, y))
    desk.move(desk.place(0.3, 0.7))
    assert redness(desk, 0.5, 0.5) > 0
    assert said == ["The line crosses itself."]
    assert "crosses itself" in desk.drawer.toolbox.tool.hint


def test_14_a_freehand_stroke_shows_where_it_crosses(desk: Desk) -> None:
    desk.drawer.toolbox.pick("polygon")
    desk.press(desk.place(0.3, 0.3))
    for x, y in ((0.7, 0.7), (0.7, 0.3), (0.3, 0.7)):
        desk.move(desk.place(x, y))
    assert len(desk.drawer.toolbox.tool.crossings) == 1
    desk.release(desk.place(0.3, 0.7))
    assert len(desk.drawer.toolbox.tool.crossings) == 1


@pytest.mark.parametrize("how", ["button", "menu"])
def test_14_untangle_is_one_step_that_keeps_every_corner(desk: Desk, how: str) -> None:
    desk.put(BOW)
    desk.drawer.board.select("1")
    regions = desk.drawer.regions
    if how == "button":
        regions.trouble.crossing.mend.click()
    else:
        regions.open_menu(desk.drawer.mapToGlobal(desk.drawer.rect().center()))
        actions = [action for menu in regions.findChildren(QMenu) for action in menu.actions()]
        next(action for action in actions if action.text() == "Untangle").trigger()
    (region,) = desk.regions
    assert isinstance(region.shape, Polygon)
    assert isinstance(BOW.shape, Polygon)
    assert crossings(region.shape) == ()
    assert set(region.shape.points) == set(BOW.shape.points)
    assert [edit.field for edit in desk.edits] == ["Untangle region"]


def test_15_a_speck_says_how_large_students_see_it_and_grows_by_one_click(desk: Desk) -> None:
    desk.put(SPECK)
    desk.drawer.board.select("2")
    small = desk.drawer.regions.trouble.small
    assert small.isVisible()
    assert "2 × 1 px" in small.words.text()
    small.mend.click()
    (region,) = desk.regions
    assert not hard_to_hit(region.shape, desk.drawer.board.size)
    assert region.shape.bounds.centre == pytest.approx(SPECK.shape.bounds.centre)
    assert [edit.field for edit in desk.edits] == ["Make region larger"]
    assert not small.isVisible()


def test_15_a_locked_region_is_told_and_not_changed(desk: Desk) -> None:
    desk.put(Region("2", SPECK.shape, locked=True))
    desk.drawer.board.select("2")
    small = desk.drawer.regions.trouble.small
    assert small.isVisible()
    QTest.mouseClick(small.mend, Qt.MouseButton.LeftButton)
    assert desk.regions[0].shape == SPECK.shape


def test_nothing_is_said_of_a_region_that_is_right(desk: Desk) -> None:
    desk.put(SQUARE)
    desk.drag(desk.place(0.5, 0.5), desk.place(0.5, 0.5) + QPointF(20, 20))
    trouble = desk.drawer.regions.trouble
    assert not trouble.crossing.isVisible()
    assert not trouble.small.isVisible()
