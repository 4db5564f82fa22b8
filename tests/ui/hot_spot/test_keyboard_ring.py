"""What the keys act on is ringed, and only while they do (acceptance 35)."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Polygon, Rectangle
from app.ui.hot_spot.metric import RING_GAP, RING_RADIUS
from app.ui.theme import role
from tests.support.desk import Desk, Modifier

Key = Qt.Key
BOX = Region("1", Rectangle(Box(0.4, 0.4, 0.6, 0.6)))
CORNERS = Region("1", Polygon((Point(0.2, 0.3), Point(0.8, 0.3), Point(0.5, 0.8))))


def thickness(desk: Desk, at: QPointF, *, down: bool = False) -> int:
    """How many pixels across (or down) are the accent, or nearly so, about this place."""
    page: QImage = desk.drawer.view.viewport().grab().toImage()
    steps = [(0, step) if down else (step, 0) for step in range(-5, 6)]
    places = [(round(at.x()) + dx, round(at.y()) + dy) for dx, dy in steps]
    return sum(page.valid(x, y) and _is_accent(page.pixelColor(x, y)) for x, y in places)


def _is_accent(seen: QColor) -> bool:
    """Where a line ends in the middle of a pixel, that is mixed with what is beside it."""
    accent = role("accent")
    pairs = ((seen.red(), accent.red()), (seen.green(), accent.green()), (seen.blue(), accent.blue()))
    return all(abs(one - other) <= 64 for one, other in pairs)


def left_of(desk: Desk, box: Box) -> QPointF:
    """Where the left side of a ring about this box is."""
    return desk.drawer.view.to_view(Point(box.left, box.centre.y)) - QPointF(RING_GAP, 0)


def test_35_the_region_that_tab_came_to_is_ringed_at_least_two_pixels_wide(desk: Desk) -> None:
    desk.put(BOX)
    assert thickness(desk, left_of(desk, BOX.shape.bounds)) == 0
    desk.key(Key.Key_Tab)
    assert thickness(desk, left_of(desk, BOX.shape.bounds)) >= 2


def test_35_the_ring_goes_with_the_region_and_stays_while_it_is_nudged(desk: Desk) -> None:
    desk.put(BOX)
    desk.key(Key.Key_Tab)
    desk.key(Key.Key_Right, Modifier.ShiftModifier, times=3)
    assert desk.regions[0].shape != BOX.shape
    assert thickness(desk, left_of(desk, desk.regions[0].shape.bounds)) >= 2
    assert thickness(desk, left_of(desk, BOX.shape.bounds)) == 0


@pytest.mark.parametrize(("steps", "place"), [(1, Point(0.2, 0.3)), (2, Point(0.5, 0.3)), (3, Point(0.8, 0.3))])
def test_35_a_corner_and_the_middle_between_two_are_ringed(desk: Desk, steps: int, place: Point) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("1")
    desk.key(Key.Key_N, times=steps)
    below = desk.drawer.view.to_view(place) + QPointF(0, RING_RADIUS)
    assert thickness(desk, below, down=True) >= 2
    desk.key(Key.Key_N)
    assert thickness(desk, below, down=True) == 0


def test_35_who_takes_the_mouse_or_leaves_sees_no_ring(desk: Desk) -> None:
    desk.put(BOX)
    side = left_of(desk, BOX.shape.bounds)
    desk.click(desk.place(0.5, 0.5))
    assert desk.drawer.board.selected == "1"
    assert thickness(desk, side) == 0
    desk.key(Key.Key_Right)
    desk.key(Key.Key_Left)
    assert thickness(desk, side) >= 2
    desk.click(desk.place(0.5, 0.5))
    assert thickness(desk, side) == 0
    desk.key(Key.Key_Right)
    desk.drawer.regions.table.setFocus()
    assert thickness(desk, left_of(desk, desk.regions[0].shape.bounds)) == 0


def test_35_while_the_aim_is_out_it_is_what_shows_where_the_keys_are(desk: Desk) -> None:
    desk.put(BOX)
    desk.key(Key.Key_Tab)
    desk.key(Key.Key_O)
    desk.key(Key.Key_Return)
    assert thickness(desk, left_of(desk, BOX.shape.bounds)) == 0


def test_35_the_ring_is_in_view_though_the_region_is_larger_than_the_view(desk: Desk) -> None:
    desk.put(Region("1", Rectangle(Box(0.1, 0.1, 0.9, 0.9))))
    desk.key(Key.Key_Tab)
    desk.key(Key.Key_Plus, times=10)
    middle = desk.drawer.view.viewport().rect().center()
    assert thickness(desk, QPointF(4, middle.y())) >= 2
    desk.drawer.view.pan(-37, 0)
    assert thickness(desk, QPointF(4, middle.y())) >= 2


def test_35_a_cover_that_the_keys_move_is_ringed_too(desk: Desk) -> None:
    desk.drawer.toolbox.pick("cover", stays=True)
    desk.drag(desk.place(0.4, 0.4), desk.place(0.6, 0.6))
    desk.key(Key.Key_Right)
    (cover,) = desk.drawer.work.covers.shown
    assert thickness(desk, left_of(desk, cover.bounds)) >= 2
