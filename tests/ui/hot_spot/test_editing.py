"""Selecting, moving, resizing, vertices: the numbers are those of the acceptance list."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMenu

from app.geometry.box import Box
from app.geometry.handle import HANDLES
from app.geometry.hit import midpoints
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.ui.hot_spot.items import HandlesItem
from tests.support.desk import Desk, Modifier

OVAL = Region("1", Oval(Box(0.2, 0.2, 0.6, 0.6)))
ABOVE = Region("2", Rectangle(Box(0.3, 0.3, 0.8, 0.8)))
TRIANGLE = Region("3", Polygon((Point(0.3, 0.3), Point(0.7, 0.3), Point(0.5, 0.8))))


def shape(desk: Desk, place: int = 0) -> Shape:
    return desk.regions[place].shape


@pytest.mark.parametrize("handle", HANDLES)
@pytest.mark.parametrize("kind", [Oval, Rectangle])
def test_16_each_of_eight_handles_resizes_its_side(desk: Desk, kind: type[Oval | Rectangle], handle: object) -> None:
    desk.put(Region("1", kind(Box(0.3, 0.3, 0.6, 0.6))))
    desk.drawer.board.select("1")
    across, down = handle.value  # type: ignore[attr-defined]
    start = desk.place(0.45 + 0.15 * across, 0.45 + 0.15 * down)
    desk.drag(start, start + QPointF(20 * across, 20 * down))
    box, grown = shape(desk).bounds, 20 / desk.drawer.board.screen.width
    assert box.width == pytest.approx(0.3 + grown * abs(across), abs=1e-9)
    assert [edit.field for edit in desk.edits] == ["Resize region"]


def test_16_a_midpoint_inserts_a_corner_and_drags_it_in_one_gesture(desk: Desk) -> None:
    desk.put(TRIANGLE)
    desk.drawer.board.select("3")
    desk.drag(desk.place(0.5, 0.3), desk.place(0.5, 0.1))
    changed = shape(desk)
    assert isinstance(changed, Polygon)
    assert len(changed.points) == 4
    assert changed.points[1].y == pytest.approx(0.1, abs=0.01)
    assert [edit.field for edit in desk.edits] == ["Insert corner"]


@pytest.mark.parametrize(("side", "middles"), [(20, 0), (25, 2), (60, 3)])
def test_16_only_edges_longer_than_24_pixels_have_a_midpoint(desk: Desk, side: float, middles: int) -> None:
    screen = desk.drawer.board.screen
    right, below = Point(0.5 + side / screen.width, 0.5), Point(0.5, 0.5 + 10 / screen.height)
    desk.put(Region("1", Polygon((Point(0.5, 0.5), right, below if side < 60 else Point(0.5, 0.7)))))
    desk.drawer.board.select("1")
    assert len(midpoints(shape(desk), screen)) == middles


@pytest.mark.parametrize("zoom", [0.1, 1, 16])
def test_17_a_handle_is_taken_hold_of_anywhere_in_24_pixels(desk: Desk, zoom: float) -> None:
    desk.put(Region("1", Rectangle(Box(0.1, 0.1, 0.9, 0.9))))
    desk.drawer.board.select("1")
    desk.drawer.view.scale_by(zoom / desk.drawer.view.zoom, desk.place(0.1, 0.1))
    corner = desk.drawer.view.to_view(Point(0.1, 0.1))
    for off in (QPointF(-11, -11), QPointF(11, 11), QPointF(11, -11)):
        desk.move(corner + off)
        assert desk.drawer.view.viewport().cursor().shape() == Qt.CursorShape.SizeFDiagCursor
    desk.move(corner + QPointF(-13, -13))
    assert desk.drawer.view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_17_the_same_on_a_dense_screen(scale: str) -> None:
    node = f"{__file__}::test_17_a_handle_is_taken_hold_of_anywhere_in_24_pixels"
    command = [sys.executable, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", node]
    ran = subprocess.run(
        command, env={**os.environ, "QT_SCALE_FACTOR": scale}, capture_output=True, text=True, check=False
    )
    assert ran.stdout.splitlines()[-1].startswith("3 passed")


@pytest.mark.parametrize(("width", "side"), [(200, 8.0), (12, 4.5), (2, 3.0)])
def test_17_handles_are_drawn_as_large_as_their_neighbours_let_them(desk: Desk, width: float, side: float) -> None:
    screen = desk.drawer.board.screen
    desk.put(Region("1", Rectangle(Box(0.3, 0.3, 0.3 + width / screen.width, 0.8))))
    desk.drawer.board.select("1")
    handles = HandlesItem(desk.drawer.board)
    handles.show_selection(shown=True)
    assert handles.side == pytest.approx(side)


def test_18_the_selected_shape_comes_first_and_alt_click_goes_down_the_stack(desk: Desk) -> None:
    desk.put(OVAL, ABOVE)
    inside_both = desk.place(0.45, 0.45)
    desk.click(inside_both)
    assert desk.drawer.board.selected == "2"
    desk.click(inside_both, Modifier.AltModifier)
    assert desk.drawer.board.selected == "1"
    desk.click(inside_both)
    assert desk.drawer.board.selected == "1"
    desk.click(inside_both, Modifier.AltModifier)
    assert desk.drawer.board.selected == "2"


def test_19_selecting_never_shifts_a_region(desk: Desk) -> None:
    desk.put(OVAL)
    for x, y in ((0.4, 0.4), (0.2, 0.4), (0.6, 0.6)):
        start = desk.place(x, y)
        desk.drag(start, start + QPointF(2, 1))
    assert desk.regions == (OVAL,)
    assert desk.edits == []


def test_a_drag_moves_the_region_as_one_step(desk: Desk) -> None:
    desk.put(OVAL)
    desk.drag(desk.place(0.4, 0.4), desk.place(0.6, 0.5), modifiers=Modifier.ControlModifier)
    moved = Point(*(b - a for a, b in zip(desk.exact(0.4, 0.4), desk.exact(0.6, 0.5), strict=True)))
    assert shape(desk).bounds == pytest.approx(Box(0.2 + moved.x, 0.2 + moved.y, 0.6 + moved.x, 0.6 + moved.y))
    assert [edit.field for edit in desk.edits] == ["Move region"]


def test_escape_puts_a_dragged_region_back(desk: Desk) -> None:
    desk.put(OVAL)
    desk.press(desk.place(0.4, 0.4))
    desk.move(desk.place(0.6, 0.6))
    desk.key(Qt.Key.Key_Escape)
    desk.release(desk.place(0.7, 0.7))
    assert desk.regions == (OVAL,)
    assert desk.edits == []


@pytest.mark.parametrize("corner", [0, 1, 2, 3])
def test_20_deleting_a_corner_moves_no_other_even_in_the_same_press(desk: Desk, corner: int) -> None:
    points = (Point(0.2, 0.2), Point(0.8, 0.2), Point(0.8, 0.8), Point(0.2, 0.8))
    desk.put(Region("1", Polygon(points)))
    desk.drawer.board.select("1")
    desk.press(desk.place(*points[corner]))
    desk.key(Qt.Key.Key_Delete)
    desk.move(desk.place(0.5, 0.5))
    desk.release(desk.place(0.5, 0.5))
    assert shape(desk) == Polygon((*points[:corner], *points[corner + 1 :]))


@pytest.mark.parametrize("corner", [0, 1, 2, 3])
def test_20_26_a_ctrl_click_deletes_a_corner_which_the_pointer_and_the_line_told_before(
    desk: Desk, corner: int
) -> None:
    points = (Point(0.2, 0.2), Point(0.8, 0.2), Point(0.8, 0.8), Point(0.2, 0.8))
    desk.put(Region("1", Polygon(points)))
    desk.drawer.board.select("1")
    at = desk.place(*points[corner])
    desk.move(at, Modifier.ControlModifier)
    assert desk.drawer.view.viewport().cursor().shape() == Qt.CursorShape.BitmapCursor
    assert desk.drawer.status.text() == "Click to delete this corner."
    desk.press(at, Modifier.ControlModifier)
    desk.release(at + QPointF(1, 1), Modifier.ControlModifier)
    assert shape(desk) == Polygon((*points[:corner], *points[corner + 1 :]))
    assert [edit.field for edit in desk.edits] == ["Delete corner"]
    desk.document.undo_stack.undo()
    assert shape(desk) == Polygon(points)


def test_20_a_double_click_with_ctrl_deletes_one_corner_and_inserts_none(desk: Desk) -> None:
    points = (Point(0.2, 0.2), Point(0.5, 0.21), Point(0.8, 0.2), Point(0.8, 0.8), Point(0.2, 0.8))
    desk.put(Region("1", Polygon(points)))
    desk.drawer.board.select("1")
    desk.click(desk.place(*points[1]), Modifier.ControlModifier)
    desk.double_press(desk.place(*points[1]), Modifier.ControlModifier)
    desk.release(desk.place(*points[1]), Modifier.ControlModifier)
    assert shape(desk) == Polygon((points[0], *points[2:]))


def test_26_ctrl_shows_and_takes_back_what_a_click_would_delete_without_a_movement(desk: Desk) -> None:
    points = (Point(0.2, 0.2), Point(0.8, 0.2), Point(0.8, 0.8), Point(0.2, 0.8))
    desk.put(Region("1", Polygon(points)))
    desk.drawer.board.select("1")
    desk.move(desk.place(0.2, 0.2))
    seen = [desk.drawer.view.viewport().cursor().shape()]
    for turn in (desk.key_down, desk.key_up):
        turn(Qt.Key.Key_Control)
        seen.append(desk.drawer.view.viewport().cursor().shape())
    assert seen == [Qt.CursorShape.CrossCursor, Qt.CursorShape.BitmapCursor, Qt.CursorShape.CrossCursor]


def test_20_26_of_a_triangle_a_ctrl_click_takes_no_corner_which_is_told_before_too(desk: Desk) -> None:
    desk.put(TRIANGLE)
    desk.drawer.board.select("3")
    desk.move(desk.place(0.3, 0.3), Modifier.ControlModifier)
    assert desk.drawer.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert desk.drawer.status.text().startswith("A polygon keeps at least three corners")
    desk.click(desk.place(0.3, 0.3), Modifier.ControlModifier)
    assert desk.regions == (TRIANGLE,)


def test_a_drag_of_a_corner_with_ctrl_moves_it_as_ever(desk: Desk) -> None:
    points = (Point(0.2, 0.2), Point(0.8, 0.2), Point(0.8, 0.8), Point(0.2, 0.8))
    desk.put(Region("1", Polygon(points)))
    desk.drawer.board.select("1")
    desk.drag(desk.place(0.2, 0.2), desk.place(0.3, 0.3), modifiers=Modifier.ControlModifier)
    assert [edit.field for edit in desk.edits] == ["Move corner"]


def test_26_the_line_tells_what_keys_do_to_a_polygon_a_corner_and_the_middle_between_two(desk: Desk) -> None:
    desk.put(TRIANGLE)
    told = []
    for vertex, edge in ((None, None), (0, None), (None, 0)):
        desk.drawer.board.select("3", vertex, edge=edge)
        desk.drawer.status.end_news()
        told.append(desk.drawer.status.text().partition(",")[0])
    assert told == [
        "Arrow keys move the selected region",
        "Arrow keys move this corner",
        "Enter or an arrow key puts a corner here",
    ]


def test_the_menu_of_a_region_deletes_the_corner_that_is_selected(desk: Desk) -> None:
    points = (Point(0.2, 0.2), Point(0.8, 0.2), Point(0.8, 0.8), Point(0.2, 0.8))
    desk.put(Region("1", Polygon(points)))
    desk.drawer.board.select("1", 2)
    desk.drawer.regions.open_menu(desk.drawer.mapToGlobal(desk.drawer.rect().center()))
    menu = next(one for one in desk.drawer.regions.findChildren(QMenu) if one.isVisible())
    next(action for action in menu.actions() if action.text() == "Delete corner").trigger()
    menu.close()
    assert shape(desk) == Polygon((*points[:2], *points[3:]))


def test_20_a_triangle_keeps_its_corners_and_says_why(desk: Desk) -> None:
    desk.put(TRIANGLE)
    desk.drawer.board.select("3", 1)
    desk.key(Qt.Key.Key_Delete)
    assert desk.regions == (TRIANGLE,)
    assert "at least three corners" in desk.drawer.status.text()


@pytest.mark.parametrize(
    ("place", "cursor", "words"),
    [
        ((0.3, 0.3), Qt.CursorShape.CrossCursor, "Drag to change the shape."),
        ((0.5, 0.3), Qt.CursorShape.DragCopyCursor, "Press and drag to insert a corner here."),
        ((0.5, 0.5), Qt.CursorShape.SizeAllCursor, "Drag to move the region."),
        ((0.1, 0.1), Qt.CursorShape.ArrowCursor, "Arrow keys move the selected region"),
    ],
)
def test_26_on_a_polygon_too(desk: Desk, place: tuple[float, float], cursor: Qt.CursorShape, words: str) -> None:
    desk.put(TRIANGLE)
    desk.drawer.board.select("3")
    desk.move(desk.place(*place))
    assert desk.drawer.view.viewport().cursor().shape() == cursor
    assert desk.drawer.status.text().startswith(words)


def test_26_drawing_and_panning_have_pointers_and_words_of_their_own(desk: Desk) -> None:
    cursor = desk.drawer.view.viewport().cursor
    desk.key(Qt.Key.Key_P)
    desk.move(desk.place(0.5, 0.5))
    assert cursor().shape() == Qt.CursorShape.CrossCursor
    assert desk.drawer.status.text().startswith("Click corner by corner")
    desk.key_down(Qt.Key.Key_Space)
    assert cursor().shape() == Qt.CursorShape.OpenHandCursor
    desk.press(desk.place(0.5, 0.5))
    assert cursor().shape() == Qt.CursorShape.ClosedHandCursor
    desk.release(desk.place(0.5, 0.5))
    desk.key_up(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_H)
    assert cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_another_tool_ends_the_news(desk: Desk) -> None:
    desk.drawer.board.said.emit("Cover deleted.")
    assert desk.drawer.status.text() == "Cover deleted."
    desk.key(Qt.Key.Key_O)
    assert desk.drawer.status.text().startswith("Drag across the region")


def test_25_a_locked_region_is_selected_but_not_moved(desk: Desk) -> None:
    desk.put(Region("1", OVAL.shape, locked=True))
    desk.drag(desk.place(0.4, 0.4), desk.place(0.7, 0.7))
    desk.key(Qt.Key.Key_Delete)
    assert shape(desk) == OVAL.shape
    assert desk.drawer.board.selected == "1"
    assert "locked" in desk.drawer.status.text()


def test_25_a_hidden_region_takes_no_hover_click_or_tab(desk: Desk) -> None:
    desk.put(OVAL, Region("2", ABOVE.shape, hidden=True))
    desk.move(desk.place(0.75, 0.75))
    assert desk.drawer.board.hovered == ""
    desk.click(desk.place(0.75, 0.75))
    assert desk.drawer.board.selected == ""
    desk.key(Qt.Key.Key_Tab, times=2)
    assert desk.drawer.board.selected == "1"


@pytest.mark.parametrize(
    ("place", "cursor"),
    [
        ((0.9, 0.9), Qt.CursorShape.ArrowCursor),
        ((0.4, 0.4), Qt.CursorShape.SizeAllCursor),
        ((0.6, 0.4), Qt.CursorShape.SizeHorCursor),
        ((0.4, 0.2), Qt.CursorShape.SizeVerCursor),
        ((0.6, 0.2), Qt.CursorShape.SizeBDiagCursor),
    ],
)
def test_26_the_pointer_tells_the_next_action(desk: Desk, place: tuple[float, float], cursor: Qt.CursorShape) -> None:
    desk.put(OVAL)
    desk.drawer.board.select("1")
    desk.move(desk.place(*place))
    assert desk.drawer.view.viewport().cursor().shape() == cursor
    assert desk.drawer.status.text()
