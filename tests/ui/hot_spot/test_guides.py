"""Smart guides: a shape that is moved or resized is pulled into line with others, and lines say with what."""

import pytest
from PySide6.QtCore import QPointF, Qt

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval, Rectangle
from tests.support.desk import Desk, Modifier

STILL = Region("1", Rectangle(Box(0.1, 0.1, 0.3, 0.2)))
MOVING = Region("2", Oval(Box(0.6, 0.65, 0.75, 0.8)))
CONTROL = Modifier.ControlModifier


@pytest.fixture
def two(desk: Desk) -> Desk:
    desk.put(STILL, MOVING)
    return desk


def left_by(desk: Desk, pixels: float) -> tuple[QPointF, QPointF]:
    """From the middle of the second to where its left edge is so far from the first one's."""
    start = desk.place(0.675, 0.725)
    way = (0.6 - 0.1) * desk.drawer.board.screen.width - pixels
    return start, QPointF(start.x() - round(way), start.y())


def test_22_an_edge_within_six_pixels_snaps_and_a_line_shows_it(two: Desk) -> None:
    start, end = left_by(two, 4)
    two.press(start)
    two.move(end)
    (line,) = two.drawer.toolbox.tool.guides
    assert [place.x for place in line] == [0.1, 0.1]
    two.release(end)
    assert two.regions[1].shape.bounds.left == pytest.approx(0.1, abs=1e-12)
    assert not two.drawer.toolbox.tool.guides


def test_22_farther_away_nothing_snaps(two: Desk) -> None:
    start, end = left_by(two, 9)
    two.drag(start, end)
    assert abs(two.regions[1].shape.bounds.left - 0.1) * two.drawer.board.screen.width > 8


def test_22_ctrl_suspends_the_guides_also_in_the_middle_of_a_drag(two: Desk) -> None:
    start, end = left_by(two, 4)
    two.press(start)
    two.move(end)
    assert two.drawer.toolbox.tool.guides
    two.key_down(Qt.Key.Key_Control)
    assert not two.drawer.toolbox.tool.guides
    two.release(end, CONTROL)
    assert two.regions[1].shape.bounds.left != pytest.approx(0.1, abs=1e-6)


def test_22_the_middle_of_the_picture_pulls_too(two: Desk) -> None:
    start = two.place(0.675, 0.725)
    to = two.drawer.view.to_view(two.drawer.view.to_picture(start))
    to -= QPointF(round(0.175 * two.drawer.board.screen.width) - 3, 0)
    two.drag(start, to)
    assert two.regions[1].shape.bounds.centre.x == pytest.approx(0.5, abs=1e-12)


def test_22_a_side_that_is_resized_snaps_and_the_others_stay(two: Desk) -> None:
    two.drawer.board.select("2")
    start = two.place(0.6, 0.725)
    two.drag(start, QPointF(start.x() - round(0.3 * two.drawer.board.screen.width) + 3, start.y()))
    bounds = two.regions[1].shape.bounds
    assert bounds.left == pytest.approx(0.3, abs=1e-12)
    assert (bounds.right, bounds.top, bounds.bottom) == (0.75, 0.65, 0.8)


def test_22_keys_never_snap(two: Desk) -> None:
    two.put(STILL, Region("2", Oval(Box(0.102, 0.65, 0.25, 0.8))))
    two.drawer.board.select("2")
    two.key(Qt.Key.Key_Right)
    moved = (two.regions[1].shape.bounds.left - 0.102) * two.drawer.board.screen.width
    assert moved == pytest.approx(1)


def test_22_several_snap_as_one(two: Desk) -> None:
    two.put(STILL, MOVING, Region("3", Rectangle(Box(0.8, 0.65, 0.9, 0.8))))
    two.drawer.board.select_all(["2", "3"])
    start, end = left_by(two, -4)
    two.drag(start, end)
    assert two.regions[1].shape.bounds.left == pytest.approx(0.1, abs=1e-12)
    assert two.regions[2].shape.bounds.left == pytest.approx(0.3, abs=1e-12)
