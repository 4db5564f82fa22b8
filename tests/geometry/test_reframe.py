"""Regions follow a picture that is turned or cropped."""

import math

from hypothesis import assume, given
from hypothesis import strategies as st

from app.geometry.area import area
from app.geometry.box import Box
from app.geometry.containment import contains
from app.geometry.point import Point
from app.geometry.reframe import WHOLE, cropped, turned
from app.geometry.shape import Oval, Polygon, Rectangle, Shape

SHARES = st.floats(0, 1)
EXACT = st.integers(0, 2**53).map(lambda step: step / 2**53)
"""The grid on which one minus a number is exact."""


def boxes(shares: st.SearchStrategy[float]) -> st.SearchStrategy[Box]:
    return st.lists(st.builds(Point, shares, shares), min_size=2, max_size=2).map(Box.around)


def shapes(shares: st.SearchStrategy[float]) -> st.SearchStrategy[Shape]:
    points = st.lists(st.builds(Point, shares, shares), min_size=3, max_size=8).map(tuple)
    return st.one_of(st.builds(Oval, boxes(shares)), st.builds(Rectangle, boxes(shares)), st.builds(Polygon, points))


FRAMES = st.tuples(*[st.integers(0, 40), st.integers(50, 100)] * 2).map(
    lambda edges: Box(edges[0] / 100, edges[2] / 100, edges[1] / 100, edges[3] / 100)
)


def four_times(shape: Shape) -> Shape:
    return turned(turned(turned(turned(shape))))


def places(shape: Shape) -> list[float]:
    points = shape.points if isinstance(shape, Polygon) else shape.box.corners
    return [value for point in points for value in point]


@given(shapes(EXACT))
def test_05_four_turns_change_no_bit(shape: Shape) -> None:
    assert four_times(shape) == shape


@given(shapes(SHARES))
def test_05_the_first_turn_rounds_less_than_any_screen_shows_and_no_later_one_rounds_at_all(shape: Shape) -> None:
    whole = four_times(shape)
    assert four_times(whole) == whole
    assert all(abs(a - b) <= 2**-53 for a, b in zip(places(shape), places(whole), strict=True))


@given(FRAMES, st.sampled_from([Oval, Rectangle]), SHARES, SHARES)
def test_05_what_lay_inside_lies_inside_after_a_turn(
    box: Box, kind: type[Oval | Rectangle], x: float, y: float
) -> None:
    assert contains(turned(kind(box)), Point(1 - y, x)) == contains(kind(box), Point(x, y))


@given(shapes(SHARES), FRAMES)
def test_05_after_a_crop_every_region_lies_on_the_picture(shape: Shape, frame: Box) -> None:
    left = cropped(shape, frame)
    assert left is None or all(0 <= value <= 1 for value in places(left))


@given(boxes(SHARES), FRAMES)
def test_05_a_crop_keeps_exactly_the_part_inside(box: Box, frame: Box) -> None:
    left = cropped(Rectangle(box), frame)
    across = max(min(box.right, frame.right) - max(box.left, frame.left), 0.0)
    down = max(min(box.bottom, frame.bottom) - max(box.top, frame.top), 0.0)
    part = across * down / (frame.width * frame.height)
    assert math.isclose(area(left) if left is not None else 0.0, part, abs_tol=1e-9)


@given(shapes(SHARES))
def test_05_a_crop_to_the_whole_picture_changes_no_bit(shape: Shape) -> None:
    assume(area(shape) > 0)
    assert cropped(shape, WHOLE) == shape


def test_05_an_oval_that_is_cut_becomes_the_polygon_of_its_part() -> None:
    half = cropped(Oval(Box(0.25, 0.25, 0.75, 0.75)), Box(0.5, 0.0, 1.0, 1.0))
    assert isinstance(half, Polygon)
    assert math.isclose(area(half), math.pi / 16, rel_tol=1e-3)
    assert half.bounds.left == 0.0


def test_05_a_region_that_only_touches_the_frame_is_outside() -> None:
    frame = Box(0.5, 0.0, 1.0, 1.0)
    assert cropped(Rectangle(Box(0.0, 0.2, 0.5, 0.8)), frame) is None
    assert cropped(Oval(Box(0.0, 0.2, 0.5, 0.8)), frame) is None
    assert cropped(Polygon((Point(0, 0), Point(0.5, 0.5), Point(0, 1))), frame) is None
