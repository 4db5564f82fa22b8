"""What the pointer is over."""

import pytest
from hypothesis import given

from app.geometry.box import Box
from app.geometry.handle import HANDLES
from app.geometry.hit import Hit, Part, hit, midpoints, vertices
from app.geometry.point import Point, Scale
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from tests.support.shapes import places, shapes

SCREEN = Scale(1000, 1000)
BOX = Box(0.2, 0.2, 0.8, 0.8)
TRIANGLE = Polygon((Point(0.2, 0.2), Point(0.8, 0.2), Point(0.5, 0.8)))


@pytest.mark.parametrize("zoom", [0.1, 1, 16])
@pytest.mark.parametrize("shape", [Oval(BOX), Rectangle(BOX)])
def test_17_a_handle_is_hit_in_24_by_24_pixels_at_any_zoom(shape: Shape, zoom: float) -> None:
    screen = Scale(5000 * zoom, 5000 * zoom)
    for index, place in enumerate(vertices(shape)):
        for dx, dy in ((-11.9, -11.9), (11.9, -11.9), (-11.9, 11.9), (11.9, 11.9), (0, 0)):
            at = place.plus(dx / screen.width, dy / screen.height)
            assert hit(shape, at, screen) == Hit(Part.VERTEX, index)
        beyond = place.plus(*(side * 12.1 / screen.width for side in HANDLES[index].value))
        assert hit(shape, beyond, screen) is None


def test_17_of_two_near_handles_each_keeps_its_half() -> None:
    narrow = Rectangle(Box(0.5, 0.5, 0.516, 0.9))
    assert hit(narrow, Point(0.503, 0.495), SCREEN) == Hit(Part.VERTEX, 0)
    assert hit(narrow, Point(0.509, 0.495), SCREEN) == Hit(Part.VERTEX, 1)
    assert hit(narrow, Point(0.514, 0.495), SCREEN) == Hit(Part.VERTEX, 2)


def test_18_a_vertex_comes_before_midpoint_edge_and_body() -> None:
    assert hit(TRIANGLE, Point(0.2, 0.2), SCREEN) == Hit(Part.VERTEX, 0)
    assert hit(TRIANGLE, Point(0.5, 0.2), SCREEN) == Hit(Part.MIDPOINT, 0)
    assert hit(TRIANGLE, Point(0.35, 0.203), SCREEN) == Hit(Part.EDGE, 0)
    assert hit(TRIANGLE, Point(0.5, 0.4), SCREEN) == Hit(Part.BODY)
    assert hit(TRIANGLE, Point(0.5, 0.1), SCREEN) is None


def test_without_handles_only_edges_and_body_are_hit() -> None:
    assert hit(TRIANGLE, Point(0.2, 0.2), SCREEN, handles=False) == Hit(Part.EDGE, 0)
    assert hit(Oval(BOX), Point(0.2, 0.5), SCREEN, handles=False) == Hit(Part.EDGE)


def test_a_short_edge_has_no_midpoint() -> None:
    assert [edge for edge, _ in midpoints(TRIANGLE, SCREEN)] == [0, 1, 2]
    assert midpoints(TRIANGLE, Scale(30, 30)) == ()


@pytest.mark.parametrize("side", [6, 12, 20, 40])
def test_even_a_tiny_shape_can_be_moved_by_its_middle(side: int) -> None:
    tiny = Oval(Box(0.5, 0.5, 0.5 + side / 1000, 0.5 + side / 1000))
    found = hit(tiny, tiny.box.centre, SCREEN)
    assert found is not None
    assert found.part in (Part.BODY, Part.EDGE)


@given(shapes, places)
def test_a_pointer_inside_always_hits_something(shape: Shape, at: Point) -> None:
    centre = shape.bounds.centre if not isinstance(shape, Polygon) else shape.points[0]
    assert hit(shape, centre, SCREEN) is not None
    hit(shape, at, SCREEN)
