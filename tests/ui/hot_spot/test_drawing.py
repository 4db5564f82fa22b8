"""Drawing: the numbers are those of the acceptance list in the design of the drawer."""

from math import cos, hypot, pi, sin

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.ui.hot_spot.metric import FREEHAND_TOLERANCE
from tests.support.desk import LEFT, NONE, Desk, Modifier

Source = Qt.MouseEventSource
BOXES = {"oval": Oval, "rectangle": Rectangle}
TRIANGLE = ((0.3, 0.3), (0.6, 0.3), (0.5, 0.6))


def only(desk: Desk) -> Shape:
    (region,) = desk.regions
    return region.shape


def spread(desk: Desk, zoom: float) -> tuple[QPointF, QPointF]:
    """Two places on the picture that are both in view at this zoom."""
    desk.drawer.view.scale_by(zoom / desk.drawer.view.zoom, desk.place(0.5, 0.5))
    return desk.drawer.view.to_view(Point(0.5, 0.5)), desk.drawer.view.to_view(Point(0.5, 0.5)) + QPointF(57, 43)


@pytest.mark.parametrize("zoom", [0.25, 1, 4, 16])
@pytest.mark.parametrize("tool", BOXES)
def test_07_a_drag_makes_a_region_of_exactly_its_box(desk: Desk, tool: str, zoom: float) -> None:
    start, end = spread(desk, zoom)
    wanted = Box.around((desk.drawer.view.to_picture(start), desk.drawer.view.to_picture(end)))
    desk.drawer.toolbox.pick(tool)
    desk.drag(start, end)
    shape = only(desk)
    assert isinstance(shape, BOXES[tool])
    for value, target, pixels in zip(shape.bounds, wanted, (1500, 1000, 1500, 1000), strict=True):
        assert abs(value - target) * pixels < 0.5
    assert [edit.field for edit in desk.edits] == [f"Draw {tool}"]


@pytest.mark.parametrize("tool", BOXES)
def test_08_two_clicks_make_the_same_region_without_a_drag(desk: Desk, tool: str) -> None:
    desk.drawer.toolbox.pick(tool)
    desk.click(desk.place(0.2, 0.3))
    assert desk.regions == ()
    desk.click(desk.place(0.7, 0.6))
    assert only(desk).bounds == pytest.approx(Box.around((desk.exact(0.2, 0.3), desk.exact(0.7, 0.6))))


@pytest.mark.parametrize("tool", BOXES)
def test_08_a_slip_or_a_long_press_makes_nothing(desk: Desk, tool: str) -> None:
    desk.drawer.toolbox.pick(tool)
    start = desk.place(0.2, 0.3)
    desk.drag(start, start + QPointF(2, 2))
    desk.key(Qt.Key.Key_Escape)
    desk.press(start)
    desk.time += 900
    desk.release(start)
    desk.move(desk.place(0.5, 0.5))
    assert desk.drawer.toolbox.tool.preview is None
    assert desk.edits == []


def test_09_shift_makes_a_circle_and_letting_go_undoes_that_at_once(desk: Desk) -> None:
    desk.drawer.toolbox.pick("oval")
    desk.press(desk.place(0.2, 0.2))
    desk.move(desk.place(0.6, 0.4))
    desk.key_down(Qt.Key.Key_Shift)
    circle = desk.drawer.toolbox.tool.preview
    assert isinstance(circle, Oval)
    assert circle.box.width * 1500 == pytest.approx(circle.box.height * 1000, abs=1)
    desk.key_up(Qt.Key.Key_Shift)
    free = desk.drawer.toolbox.tool.preview
    assert free is not None
    assert free.bounds == pytest.approx(Box.around((desk.exact(0.2, 0.2), desk.exact(0.6, 0.4))))
    desk.release(desk.place(0.6, 0.4))
    assert only(desk).bounds == pytest.approx(Box.around((desk.exact(0.2, 0.2), desk.exact(0.6, 0.4))))


def test_09_alt_keeps_the_start_as_centre_and_combines_with_shift(desk: Desk) -> None:
    desk.drawer.toolbox.pick("rectangle")
    start = desk.exact(0.5, 0.5)
    both = Modifier.AltModifier | Modifier.ShiftModifier
    desk.drag(desk.place(0.5, 0.5), desk.place(0.6, 0.55), modifiers=both)
    box = only(desk).bounds
    assert box.centre == pytest.approx(start, abs=0.5 / 1500)
    assert box.width * 1500 == pytest.approx(box.height * 1000, abs=1)


def test_10_space_carries_the_draft_and_letting_go_sizes_on(desk: Desk) -> None:
    desk.drawer.toolbox.pick("rectangle")
    start = desk.place(0.2, 0.2)
    desk.press(start)
    desk.move(start + QPointF(100, 80))
    desk.key_down(Qt.Key.Key_Space)
    desk.move(start + QPointF(150, 140))
    desk.key_up(Qt.Key.Key_Space)
    desk.move(start + QPointF(170, 150))
    desk.release(start + QPointF(170, 150))
    screen, box = desk.drawer.board.screen, only(desk).bounds
    assert (box.width * screen.width, box.height * screen.height) == pytest.approx((120, 90), abs=0.01)
    assert desk.drawer.view.to_view(Point(box.left, box.top)) == start + QPointF(50, 60)


def test_11_a_click_on_the_first_corner_closes_at_any_zoom(desk: Desk) -> None:
    for zoom in (0.2, 1.0, 8.0):
        start, _ = spread(desk, zoom)
        desk.drawer.toolbox.pick("polygon")
        for corner in (QPointF(0, 0), QPointF(60, 0), QPointF(60, 60), QPointF(-8, 8)):
            desk.click(start + corner)
        assert len(desk.regions[-1].shape.points) == 3  # type: ignore[union-attr]
    assert len(desk.regions) == 3


def test_11_a_double_click_closes_without_a_second_corner_there(desk: Desk) -> None:
    desk.drawer.toolbox.pick("polygon")
    for x, y in TRIANGLE[:2]:
        desk.click(desk.place(x, y))
    desk.double_click(desk.place(*TRIANGLE[2]))
    assert only(desk) == Polygon(tuple(desk.exact(x, y) for x, y in TRIANGLE))


@pytest.mark.parametrize(("source", "closes"), [("mouse", False), ("finger", True)])
def test_11_a_finger_closes_from_a_little_farther_than_a_mouse(desk: Desk, source: str, closes: bool) -> None:
    start = desk.place(0.4, 0.4)
    desk.drawer.toolbox.pick("polygon")
    for corner in (QPointF(0, 0), QPointF(90, 0), QPointF(90, 90)):
        desk.click(start + corner)
    kinds = {"mouse": Source.MouseEventNotSynthesized, "finger": Source.MouseEventSynthesizedBySystem}
    viewport, at = desk.drawer.view.viewport(), start + QPointF(0, 14)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        place = viewport.mapToGlobal(at)
        event = QMouseEvent(kind, at, place, place, LEFT, LEFT, NONE, kinds[source])
        QApplication.sendEvent(viewport, event)
    assert bool(desk.regions) is closes


def test_11_enter_closes_and_two_corners_are_refused_in_words(desk: Desk) -> None:
    desk.drawer.toolbox.pick("polygon")
    for x, y in TRIANGLE[:2]:
        desk.click(desk.place(x, y))
    desk.key(Qt.Key.Key_Return)
    assert "at least three corners" in desk.drawer.status.text()
    desk.click(desk.place(*TRIANGLE[2]))
    desk.key(Qt.Key.Key_Return)
    assert isinstance(only(desk), Polygon)


def test_12_a_drag_draws_freehand_within_the_tolerance(desk: Desk) -> None:
    desk.drawer.toolbox.pick("polygon")
    box = Oval(Box(0.3, 0.3, 0.6, 0.7)).box
    circle = Polygon(Box(*box).corners).points
    start = desk.place(*circle[0])
    stops = [desk.place(*corner) for corner in (*circle[1:], circle[0])]
    desk.drag(start, *stops)
    shape = only(desk)
    assert isinstance(shape, Polygon)
    assert 4 <= len(shape.points) <= 60
    assert shape.bounds == pytest.approx(box, abs=FREEHAND_TOLERANCE / 500)


@pytest.mark.parametrize("waves", [0, 3, 7])
def test_12_a_stroke_by_hand_keeps_within_a_pixel_and_a_half_by_sixty_corners_at_most(desk: Desk, waves: int) -> None:
    desk.drawer.toolbox.pick("polygon")
    turns = [2 * pi * step / 400 for step in range(401)]
    away = [0.25 + 0.02 * sin(waves * turn) for turn in turns]
    stroke = [desk.place(0.5 + r * cos(turn), 0.5 + r * sin(turn)) for turn, r in zip(turns, away, strict=True)]
    desk.press(stroke[0])
    for place in stroke[1:]:
        desk.move(place)
    desk.release(stroke[-1])
    shape = only(desk)
    assert isinstance(shape, Polygon)
    assert 8 <= len(shape.points) <= 60
    corners = [desk.drawer.view.to_view(point) for point in shape.points]
    edges = list(zip(corners, [*corners[1:], corners[0]], strict=True))
    assert max(min(_apart(place, *edge) for edge in edges) for place in stroke) <= FREEHAND_TOLERANCE + 1e-6


def _apart(place: QPointF, start: QPointF, end: QPointF) -> float:
    """How far a place is from a straight line between two others, in pixels."""
    way, off = end - start, place - start
    length = QPointF.dotProduct(way, way)
    along = min(max(QPointF.dotProduct(off, way) / length, 0.0), 1.0) if length else 0.0
    left = off - way * along
    return hypot(left.x(), left.y())


def test_a_tool_goes_back_to_select_unless_it_was_double_clicked(desk: Desk) -> None:
    desk.drawer.toolbox.pick("oval")
    desk.drag(desk.place(0.1, 0.1), desk.place(0.2, 0.2))
    assert desk.drawer.toolbox.tool.name == "select"
    assert desk.drawer.board.selected == "1"
    desk.drawer.toolbox.pick("oval", stays=True)
    desk.drag(desk.place(0.3, 0.3), desk.place(0.4, 0.4))
    assert desk.drawer.toolbox.tool.name == "oval"


def test_escape_steps_back_from_drag_to_tool_to_select(desk: Desk) -> None:
    desk.drawer.toolbox.pick("oval")
    desk.press(desk.place(0.1, 0.1))
    desk.move(desk.place(0.5, 0.5))
    desk.key(Qt.Key.Key_Escape)
    desk.release(desk.place(0.5, 0.5))
    assert (desk.drawer.toolbox.tool.name, desk.edits) == ("oval", [])
    desk.key(Qt.Key.Key_Escape)
    assert desk.drawer.toolbox.tool.name == "select"
